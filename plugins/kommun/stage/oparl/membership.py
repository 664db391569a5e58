"""Membership: that an elected person belongs to a body, as the body's page says.

Deputies are left out: what is not needed to follow the decisions is not handed on.
"""

from __future__ import annotations

from collections.abc import Iterator

from kommun.content.body import Member
from kommun.personal_data import has_marks

from .record import Made, Record
from .register import Register

KIND = "Membership"


def records(register: Register, made: Made) -> Iterator[Record]:
    for slug, days in register.bodies.items():
        for member in members(register, slug):
            content = {
                "person": made.url("Person", member.name),
                "organization": made.url("Organization", slug),
                "role": member.role,
            }
            yield Record(KIND, key(slug, member), days, content if days.stands else None)


def members(register: Register, slug: str) -> tuple[Member, ...]:
    """The members that a body's page lists or listed, none twice; a marked name is not for open data."""
    listed: tuple[Member, ...] = register.site.library.bodies[slug].facts.members
    return tuple({m.name: m for m in reversed(listed) if not has_marks(m.name)}.values())[::-1]


def key(slug: str, member: Member) -> str:
    return f"{slug}/{member.name}"
