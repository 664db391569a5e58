"""A small town's site on a day, without rendering it: what the tests of the staged parts start from."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from pathlib import Path

from kommun.configuration import Settings, read_settings
from kommun.content.library import read_library
from kommun.plan import make_plan
from kommun.stage.context import PageContext
from kommun.stage.files import atom, calendar
from kommun.stage.page import StagedPage, staged_page
from kommun.stage.site import Site


def site_on(root: Path, day: str, settings: Settings | None = None, withheld: Collection[str] = ()) -> Site:
    library = read_library(root, settings or read_settings(root / "mkdocs.yml"))
    return Site(library, make_plan(library, date.fromisoformat(day), withheld))


def feeds_on(root: Path, day: str, settings: Settings | None = None) -> dict[str, bytes]:
    """The feeds and the calendar of a day, by their addresses."""
    site = site_on(root, day, settings)
    return atom.files(site) | calendar.files(site)


def page(site: Site, key: str, lang: str = "sv") -> StagedPage:
    """A page's front matter, with an empty text."""
    return staged_page(PageContext(site, key, lang), "")


def yaml_text(text: str) -> str:
    """A text as a value in front matter, with every character of it written out, so that YAML takes any."""
    return '"' + "".join(f"\\U{ord(character):08x}" for character in text) + '"'
