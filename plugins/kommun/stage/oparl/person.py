"""Person: the elected members that the bodies' pages list, by name and nothing more.

Who sits in several bodies is one person; the same name is taken to be the same person.
"""

from __future__ import annotations

from collections.abc import Iterator

from . import membership
from .days import together
from .record import MUNICIPALITY, Made, Record
from .register import Register, grouped

KIND = "Person"


def records(register: Register, made: Made) -> Iterator[Record]:
    seats = grouped(
        (member.name, membership.key(slug, member))
        for slug in register.bodies
        for member in membership.members(register, slug)
    )
    for name, keys in sorted(seats.items()):
        days = together(register.site.today, made.days(membership.KIND, keys))
        content = {
            "body": made.url("Body", MUNICIPALITY),
            "name": name,
            "membership": made.whole(membership.KIND, keys),
        }
        yield Record(KIND, name, days, content if days.stands else None)
