"""The page for an address that is not there, one in each language: why things are taken down, and where to go."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from jinja2 import Environment
from mkdocs.commands.build import get_context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation


def write_not_found(
    env: Environment, config: MkDocsConfig, files: Files, nav: Navigation, around: dict[str, Any], prefix: str
) -> None:
    """Write `404.html` of one language.

    Its links start at the server's root, since it is shown at any address.
    """
    base = urlsplit(config.site_url or "/").path.rstrip("/")
    context: dict[str, Any] = {**get_context(nav, files, config, base_url=base or "/"), **around}
    html = env.get_template("404.html").render(context)
    target = Path(config.site_dir) / prefix / "404.html"
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(html, encoding="utf-8")
