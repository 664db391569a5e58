"""The editor's own pages and files, as they are published: one page in each language, and the program once."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from kommun.configuration import Settings
from kommun.content.addresses import address, relative
from kommun.servers.headers import policy_in_page
from kommun.stage.site import Site

from .configuration import Body, configuration
from .package import program
from .words import Words

_HERE = Path(__file__).parent
_ICON = "kommun/icon.svg"
"""The theme's."""


def files(site: Site, local: bool = False) -> dict[str, bytes]:
    """Every file of the editor by its address; none where no repository is named or the program is not there."""
    settings = site.settings
    found = program_files(site.library.root, settings, local)
    if not found:
        return {}
    found[f"{editor_address(site, settings.main)}start.js"] = (_HERE / "start.js").read_bytes()
    for lang in settings.locales:
        place = editor_address(site, lang)
        found[f"{place}index.html"] = _page(site, lang, local)
        found[f"{place}config.json"] = _written(configuration(settings, lang, bodies(site, lang), local))
    return found


def program_files(root: Path, settings: Settings, local: bool = False) -> dict[str, bytes]:
    """The program alone, by its addresses: a text of somebody else's, which is compared to the byte and not read."""
    if not (settings.editor.repo or local):
        return {}
    folder = address(f"{settings.editor.folder}/index", settings.main, settings)
    return {f"{folder}{path}": content for path, content in program(root, settings).items()}


def editor_address(site: Site, lang: str) -> str:
    return address(f"{site.settings.editor.folder}/index", lang, site.settings)


def bodies(site: Site, lang: str) -> dict[str, Body]:
    """The bodies that readers can see, by the folders of their meetings: the editor tells of nothing withheld."""
    found = {
        entry.key.split("/")[1]: Body(site.title(entry.key, lang), entry.facts.publishes_minutes)
        for entry in site.of_type("body")
    }
    return dict(sorted(found.items(), key=lambda pair: pair[1].title.casefold()))


def _page(site: Site, lang: str, local: bool) -> bytes:
    settings, own = site.settings, editor_address(site, lang)
    words = Words(settings, lang)
    templates = Environment(
        loader=FileSystemLoader(_HERE),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        keep_trailing_newline=True,
    )
    values: dict[str, Any] = {
        "lang": lang,
        "name": settings.name_in(lang),
        "words": words.all["page"],
        "about": words.filled(words.all["page"]["about"]),
        "policy": policy_in_page(settings, own),
        # The theme is not there when the page is tried by itself.
        "icon": "data:," if local else relative(_ICON, own),
        "start": relative(f"{editor_address(site, settings.main)}start.js", own),
        "others": [
            {
                "lang": other,
                "address": relative(editor_address(site, other), own),
                "text": Words(settings, other).all["page"]["switch"],
            }
            for other in settings.locales
            if other != lang
        ],
    }
    return templates.get_template("page.html").render(values).encode()


def _written(told: dict[str, Any]) -> bytes:
    return (json.dumps(told, ensure_ascii=False, indent=1) + "\n").encode()
