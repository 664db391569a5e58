"""Meeting: a meeting of a body, from its agenda until the minutes take its place, and then from these."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from kommun.content.addresses import meeting_key

from ..meetings import day_of
from ..occasion import hours
from . import agenda_item, file, location
from .days import together
from .record import Made, Record
from .register import Register
from .sources import Source

KIND = "Meeting"
CALLED, HELD = "eingeladen", "durchgeführt"
"""OParl's own words for a meeting that is called, and for one whose minutes are out."""


def records(register: Register, made: Made) -> Iterator[Record]:
    for meeting, found in register.meetings.items():
        days = together(register.site.today, (source.days for source in found))
        parts = [
            *made.days(agenda_item.KIND, (item for source in found for item in source.items)),
            *made.days(file.KIND, (listing.path for listing in register.of_meetings.get(meeting, []))),
        ]
        shown = register.shown(meeting)
        content = _content(register, made, meeting, shown) if shown else None
        yield Record(KIND, meeting, days.with_changes_of(parts), content)


def _content(register: Register, made: Made, meeting: str, source: Source) -> dict[str, Any]:
    site, entry = register.site, source.entry
    assert entry
    minutes = entry.type == "minutes"
    start, end = hours(day_of(meeting), entry.main.facts.time or "")  # type: ignore[attr-defined]
    page = made.whole(file.KIND, [source.key])[0]
    rest = (listing.path for listing in register.of_meetings.get(meeting, []) if listing.days.stands)
    return {
        "name": site.title(meeting_key(meeting), site.settings.main),
        "meetingState": HELD if minutes else CALLED,
        # Where the hour is not known there is no moment to tell; the name has the day.
        "start": start.isoformat() if isinstance(start, datetime) else None,
        "end": end.isoformat() if end else None,
        "location": next(iter(made.whole(location.KIND, [source.place])), None),
        "organization": made.urls("Organization", [meeting.split("/")[0]]) or None,
        "invitation": None if minutes else page,
        "resultsProtocol": page if minutes else None,
        "auxiliaryFile": made.whole(file.KIND, rest) or None,
        "agendaItem": made.whole(agenda_item.KIND, source.items) or None,
        "web": register.page(meeting_key(meeting)),
    }
