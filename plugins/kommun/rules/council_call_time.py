"""A council's agenda is sent and published in good time before the meeting.

Source: KomL 94 § 4 mom.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from kommun.clock import parse_date
from kommun.content.body import BodyKind
from kommun.content.library import Library
from kommun.finding import Problem, Severity

SEVERITY = Severity.WARNING


def check(library: Library, today: date) -> Iterator[Problem]:
    days = library.settings.lifecycle.council_call_days
    for entry in library.of_type("agenda"):
        body = library.bodies.get(entry.body or "")
        if entry.meeting is None or body is None or body.facts.kind is not BodyKind.COUNCIL:
            continue
        meeting = parse_date(entry.meeting.split("/")[1][:10])
        for key in ("sent", "published"):
            day = getattr(entry.facts, key)
            if day is not None and (meeting - day).days < days:
                place = entry.main.value_place(key)
                values = {"day": day, "meeting": meeting, "days": days, "last": meeting - timedelta(days=days)}
                yield Problem(entry.main.path, key, place.line, place.column, values)
