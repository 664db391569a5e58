"""The peer: MkDocs, Material and static-i18n as their manuals have them, on the tree that `kommun` staged.

It gets the same pages, attachments and Markdown extensions, and nothing of ours: no
plugin, no theme, no navigation but the automatic one. Search is on, as MkDocs has it
unless told otherwise; `plain-no-search` is the same without.
"""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML
from towns import PROJECT, Town

_MADE_BY_STAGE = ("sitemap.xml", "robots.txt")
"""Plain MkDocs makes its own sitemap."""
_START = ("index.sv.md", "index.fi.md")


def lay_out(town: Town, staged_docs: Path) -> None:
    """Put the staged tree where the peer reads it; and its start page alone, for the warm-up."""
    folder = _folder(town)
    shutil.copytree(staged_docs, folder / "docs", copy_function=_link, ignore=shutil.ignore_patterns(*_MADE_BY_STAGE))
    for name in _START:
        if (staged_docs / name).is_file():
            (folder / "start").mkdir(exist_ok=True)
            shutil.copy2(staged_docs / name, folder / "start")
    for search in (True, False):
        for docs in ("docs", "start"):
            YAML().dump(_settings(search, docs), folder / _file(search, docs))


def command(town: Town, *, search: bool, start_only: bool = False) -> list[str]:
    """A build of the whole tree, or of the start page."""
    file = _file(search, "start" if start_only else "docs")
    site = "site-start" if start_only else "site"
    folder = _folder(town)
    shutil.rmtree(folder / site, ignore_errors=True)
    settings, target = str(folder / file), str(folder / site)
    return [sys.executable, "-m", "mkdocs", "build", "--quiet", "--config-file", settings, "--site-dir", target]


def _folder(town: Town) -> Path:
    return town.root.parent / "plain"


def _file(search: bool, docs: str) -> str:
    return f"{docs}{'' if search else '-no-search'}.yml"


def _link(source: str, target: str) -> None:
    os.link(source, target)


def _settings(search: bool, docs: str) -> dict[str, Any]:
    ours: dict[str, Any] = YAML(typ="safe").load(PROJECT / "mkdocs.yml")
    languages = [{k: x[k] for k in ("locale", "name", "default") if k in x} for x in _i18n(ours)["languages"]]
    i18n = {"i18n": {"docs_structure": "suffix", "fallback_to_default": False, "languages": languages}}
    return {
        "site_name": "Plain",
        "site_url": ours["site_url"],
        "docs_dir": docs,
        "theme": {"name": "material", "font": False},
        "markdown_extensions": ours["markdown_extensions"],
        "plugins": ["search", i18n] if search else [i18n],
    }


def _i18n(settings: dict[str, Any]) -> dict[str, Any]:
    return next(dict(plugin["i18n"]) for plugin in settings["plugins"] if "i18n" in plugin)
