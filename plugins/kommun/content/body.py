"""A decision-making body."""

from __future__ import annotations

from enum import StrEnum

from .fields import Common, Strict, Text, Truth


class BodyKind(StrEnum):
    """The remedy against a body's decisions follows its kind (KomL 134-135 §)."""

    COUNCIL = "council"
    BOARD = "board"
    COMMITTEE = "committee"
    SECTION = "section"
    WORKING_GROUP = "working_group"


class Member(Strict):
    name: Text
    role: Text | None = None
    deputy: Text | None = None


class Body(Common):
    kind: BodyKind | None = None
    publishes_minutes: Truth = False
    publication_decision: Text | None = None
    members: tuple[Member, ...] = ()
