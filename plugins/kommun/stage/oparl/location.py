"""Location: where meetings are held, in the words of their agendas and minutes."""

from __future__ import annotations

from collections.abc import Iterator

from .days import in_runs, together
from .record import Made, Record
from .register import Register

KIND = "Location"


def records(register: Register, made: Made) -> Iterator[Record]:
    for place, found in register.places.items():
        days = in_runs(together(register.site.today, (source.days for source in found)))
        yield Record(KIND, place, days, {"description": place} if days.stands else None)
