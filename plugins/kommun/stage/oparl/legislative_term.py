"""LegislativeTerm: the council's present term of office, where `mkdocs.yml` gives it."""

from __future__ import annotations

from collections.abc import Iterator

from kommun.lifecycle import Span

from .days import Days
from .record import MUNICIPALITY, Made, Record
from .register import Register

KIND = "LegislativeTerm"


def records(register: Register, made: Made) -> Iterator[Record]:
    term = register.site.settings.stage.term
    if term:
        days = Days(register.site.today, (Span(),), frozenset({register.since}))
        content = {
            "body": made.url("Body", MUNICIPALITY),
            "name": term.name,
            "startDate": term.start.isoformat(),
            "endDate": term.end.isoformat(),
        }
        yield Record(KIND, term.start.isoformat(), days, content)
