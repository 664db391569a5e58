"""Where things stand on the site: keys, addresses, and the pages that the software makes itself.

A key is a source's path without `docs/`, language and ending: `units/bildning/index`.
Addresses have no leading slash: the main language's at the root, the others' under
`<language>/` (CONTENT.md section 1).
"""

from __future__ import annotations

import posixpath

from kommun.configuration import Settings


def address(key: str, lang: str, settings: Settings) -> str:
    """The address of a page: `units/bildning/`, `fi/units/bildning/`; '' for the start page."""
    folder = key.removesuffix("index").rstrip("/") if posixpath.basename(key) == "index" else key
    prefix = "" if lang == settings.main else f"{lang}/"
    return prefix + (f"{folder}/" if folder else "")


def file_address(path: str) -> str:
    """The address of an attachment: its own path."""
    return path.removeprefix("docs/")


def relative(target: str, page: str) -> str:
    """The way from one address to another, as a link's target."""
    way = posixpath.relpath(target or ".", page or ".")
    return f"{way}/" if not target or target.endswith("/") else way


def generated_keys(settings: Settings) -> tuple[str, ...]:
    """Pages that exist whether or not an editor has written an introduction to them."""
    stage = settings.stage
    return (
        "units/index",
        "meetings/index",
        f"{stage.notices}/index",
        f"{stage.news}/index",
        f"{stage.alerts}/index",
        stage.social,
        stage.search,
        f"{stage.handbook}/regler",
    )
