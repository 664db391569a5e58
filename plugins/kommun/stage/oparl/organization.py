"""Organization: the council, the board, the committees, their sections, and working groups."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from kommun.content.document import Entry

from . import membership
from .lists import list_address
from .record import MUNICIPALITY, Made, Record, absolute
from .register import Register

KIND = "Organization"
TYPE = "Gremium"
"""OParl's own word for what meets and decides."""


def records(register: Register, made: Made) -> Iterator[Record]:
    for slug, days in register.bodies.items():
        entry = register.body(slug)
        content = _content(register, made, slug, entry) if entry else None
        yield Record(KIND, slug, days, content)


def _content(register: Register, made: Made, slug: str, entry: Entry) -> dict[str, Any]:
    site, facts = register.site, entry.facts
    keys = (membership.key(slug, member) for member in membership.members(register, slug))
    return {
        "body": made.url("Body", MUNICIPALITY),
        "name": site.title(entry.key, site.settings.main),
        "organizationType": TYPE,
        "classification": register.words("body_kinds")[facts.kind.value] if facts.kind else None,
        "membership": made.urls(membership.KIND, keys) or None,
        "meeting": absolute(site.settings, list_address(KIND, slug, "meeting")),
        "web": register.page(entry.key),
    }
