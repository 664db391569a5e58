"""Consultation: that a meeting dealt with a paper under one of its §§."""

from __future__ import annotations

from collections.abc import Iterator

from .days import together
from .record import Made, Record
from .register import Register

KIND = "Consultation"


def records(register: Register, made: Made) -> Iterator[Record]:
    for key, files in register.matters.items():
        days = together(register.site.today, (listing.days for listing in files))
        meeting = files[0].source.meeting
        content = {
            "paper": made.url("Paper", key),
            "agendaItem": made.url("AgendaItem", key),
            "meeting": made.url("Meeting", meeting),
            "organization": made.urls("Organization", [meeting.split("/")[0]]) or None,
        }
        yield Record(KIND, key, days, content if days.stands else None)
