"""Body: the municipality, and the lists of everything it has."""

from __future__ import annotations

from collections.abc import Iterator

from kommun.content.body import BodyKind

from . import legislative_term
from .days import Days
from .lists import LISTS, list_address
from .record import MUNICIPALITY, Made, Record, absolute
from .register import Register

KIND = "Body"


def records(register: Register, made: Made) -> Iterator[Record]:
    settings = register.site.settings
    council = (e.key.split("/")[1] for e in register.site.of_type("body") if e.facts.kind is BodyKind.COUNCIL)
    content = {
        "system": made.url("System", ""),
        "name": settings.name_in(settings.main),
        "website": absolute(settings, ""),
        "contactEmail": settings.stage.email,
        **{name: absolute(settings, list_address(KIND, MUNICIPALITY, name)) for name in LISTS},
        "legislativeTerm": made.whole(
            legislative_term.KIND, [key for kind, key in made.records if kind == legislative_term.KIND]
        ),
        "mainOrganization": next(iter(made.urls("Organization", sorted(council))), None),
        "web": register.page("index"),
    }
    yield Record(KIND, MUNICIPALITY, all_days(register, made), content)


def all_days(register: Register, made: Made) -> Days:
    """From the first to the last day of anything in the data: the lists are the municipality's own."""
    return Days(register.site.today).with_changes_of(record.days for record in made.records.values())
