"""When and where a meeting is, as far as a document of it says so."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from kommun.clock import HELSINKI
from kommun.content.document import Entry
from kommun.personal_data import without_marks

from .meetings import day_of
from .site import Site

_CLOCK = r"(?:(?:kl|klo|klockan|kello)\.?\s*)?(?P<{0}h>\d{{1,2}})(?:[.:](?P<{0}m>[0-5]\d))?"
_TIME = re.compile(rf"{_CLOCK.format('a')}(?:\s*[-\u2013\u2014]\s*{_CLOCK.format('b')})?", re.IGNORECASE)
_DAY = timedelta(days=1)


@dataclass(frozen=True)
class Occasion:
    """A meeting's place and time. `start` is a whole day where the hour is not known."""

    start: date | datetime
    end: datetime | None
    place: str
    place_lang: str


def occasion(site: Site, entry: Entry, lang: str) -> Occasion:
    """The facts that a reader of a language gets from a meeting's agenda or minutes."""
    document = entry.in_language(lang)
    written: str | None = document.facts.time  # type: ignore[attr-defined]
    place: str | None = document.facts.place  # type: ignore[attr-defined]
    start, end = hours(day_of(entry.meeting or ""), written or "")
    # A translation that says nothing of the place has taken it over from the main language.
    place_lang = document.lang if document.own.values.get("place") else entry.main.lang
    return Occasion(start, end, without_marks(place or "", place_lang, site.shows_names(entry)), place_lang)


def hours(day: date, written: str) -> tuple[date | datetime, datetime | None]:
    """The beginning and the end in `18:00`, `17.00–19.25` or `kl. 18`; the whole day where it says something else.

    An hour that is guessed is worse than none, so everything written must be understood.
    """
    found = _TIME.fullmatch(written.strip())
    if found is None:
        return day, None
    start = _at(day, found["ah"], found["am"])
    end = _at(day, found["bh"], found["bm"]) if found["bh"] else None
    if start is None or (found["bh"] and end is None):
        return day, None
    if end and end <= start:
        end += _DAY  # past midnight
    return start, end


def _at(day: date, hour: str, minute: str | None) -> datetime | None:
    """A time of the day in Helsinki; 24.00 is the next day's beginning, and 25.00 is no time."""
    if (int(hour), int(minute or 0)) == (24, 0):
        return datetime.combine(day + _DAY, time.min, HELSINKI)
    return datetime.combine(day, time(int(hour), int(minute or 0)), HELSINKI) if int(hour) < 24 else None
