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


def generated_pages(settings: Settings) -> dict[str, str]:
    """The pages that exist whether or not an editor has written an introduction to them.

    Each key with the name of its module in `stage/hubs/` and, where one module makes
    several pages, which of them after a dot.
    """
    stage = settings.stage
    return {
        "units/index": "units",
        "meetings/index": "meetings",
        f"{stage.notices}/index": "notices",
        f"{stage.news}/index": "news",
        f"{stage.alerts}/index": "alerts",
        stage.social: "social",
        stage.search: "search",
        stage.open_data: "open_data",
        f"{stage.handbook}/regler": "rules",
        **{key: f"instruction.{remedy}" for remedy, key in settings.appeals.pages.items()},
    }


def generated_keys(settings: Settings) -> tuple[str, ...]:
    return tuple(generated_pages(settings))


def meeting_key(meeting: str) -> str:
    """The page that gathers a meeting's documents; `meeting` is `kommunstyrelsen/2026-11-02`."""
    return f"meetings/{meeting}/index"
