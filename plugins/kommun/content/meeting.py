"""The two documents of a meeting: its agenda and its minutes."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import Annotated, Any

from pydantic import BeforeValidator
from pydantic_core import PydanticCustomError

from .fields import Common, Day, Strict, Text

_RANGE = re.compile(r"(\d{1,5})(?:\s*[-\u2013]\s*(\d{1,5}))?")


def parse_sections(value: Any) -> Any:
    """The §§ in `120-125, 131`, in the order written."""
    if isinstance(value, tuple):
        return value
    numbers: list[int] = []
    for part in str(value or "").replace("§", "").split(","):
        found = _RANGE.fullmatch(part.strip())
        first = int(found[1]) if found else 0
        last = int(found[2] or found[1]) if found else -1
        if not found or last < first or last - first > 500:
            raise PydanticCustomError("sections", "not a list of sections")
        numbers.extend(range(first, last + 1))
    return tuple(numbers)


class Remedy(StrEnum):
    """How a decision can be challenged (KomL 134-136 §)."""

    NONE = "none"
    """Preparation or execution only (KomL 136 §), or another provision that is named."""
    RECONSIDERATION = "reconsideration"
    MUNICIPAL_APPEAL = "municipal_appeal"
    ADMINISTRATIVE_APPEAL = "administrative_appeal"


class Appeal(Strict):
    sections: Annotated[tuple[int, ...], BeforeValidator(parse_sections)]
    remedy: Remedy
    reason: Text | None = None


class Viewing(Strict):
    date: Day
    place: Text


class Agenda(Common):
    sent: Day | None = None
    time: Text | None = None
    place: Text | None = None
    number: Text | None = None
    supersedes_note: Text | None = None


class Minutes(Common):
    number: Text | None = None
    time: Text | None = None
    place: Text | None = None
    adjusted: Day | None = None
    document: Text | None = None
    viewing: Viewing | None = None
    appeal: tuple[Appeal, ...] = ()
