"""The kinds of pages that residents meet, with an address of each on the project's own site."""

from __future__ import annotations

from dataclasses import dataclass

DAY = "2026-11-24"
"""The day of the project's own site in these tests, and of the browser that looks at it."""

LANGUAGES = ("sv", "fi")
WIDTHS = {390: 844, 1280: 800}
"""A phone and a desk, with the height of each."""

ADDRESSES = {
    "start": "",
    "units": "units/",
    "unit": "units/bibliotek/",
    "notices": "kungorelser/",
    "notice": "kungorelser/detaljplan-centrum/",
    "meetings": "meetings/",
    "body": "meetings/kommunstyrelsen/",
    "agenda": "meetings/kommunstyrelsen/2026-11-30/agenda/",
    "minutes": "meetings/kommunfullmaktige/2026-11-12/minutes/",
    # In Swedish only.
    "untranslated": "meetings/kommunstyrelsen/2026-11-09/minutes/",
    "table": "units/bibliotek/oppettider/",
    "social": "sociala-medier/",
    "search": "sok/",
    "rules": "handbok/regler/",
    "accessibility": "tillganglighet/",
    "not-found": "kungorelser/har-tagits-bort/",
}


_RESIDENTS = tuple(name for name in ADDRESSES if name != "rules")
"""The handbook's page of rules is long, is for editors, and is looked at once."""


def prefix(lang: str) -> str:
    return "" if lang == "sv" else f"{lang}/"


@dataclass(frozen=True)
class Place:
    """A page in one language at one width."""

    name: str
    lang: str
    width: int

    def __str__(self) -> str:
        return f"{self.name}-{self.lang}-{self.width}"

    @property
    def address(self) -> str:
        return prefix(self.lang) + ADDRESSES[self.name]

    @property
    def other(self) -> str:
        return "fi" if self.lang == "sv" else "sv"

    @property
    def in_other_language(self) -> str:
        """Where the language link leads; from a page that is not there, to the start page."""
        return prefix(self.other) + ("" if self.name == "not-found" else ADDRESSES[self.name])

    @property
    def viewport(self) -> tuple[int, int]:
        return self.width, WIDTHS[self.width]


def places(*names: str, widths: tuple[int, ...] = tuple(WIDTHS)) -> list[Place]:
    """The named pages, or all, in each language at each width."""
    return [Place(name, lang, width) for name in names or _RESIDENTS for lang in LANGUAGES for width in widths]
