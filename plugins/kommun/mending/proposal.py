"""What a repair proposes, as data: nothing is done until somebody has seen it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True)
class Reason:
    """Why something changes, in one sentence: a case of the repair's words and what they need."""

    repair: str
    rule: str
    case: str
    values: dict[str, Any] = field(default_factory=dict, hash=False)


@dataclass(frozen=True)
class Change:
    """What becomes of one file or folder."""

    path: str
    reasons: tuple[Reason, ...]
    content: bytes | None = None
    """The whole file as it should be; None where only its name changes."""
    to: str = ""
    """Its new path, in the folder where it is; '' where it keeps its name."""


@dataclass(frozen=True)
class Remark:
    """Something that a repair has left alone, and why."""

    path: str
    case: str
    values: dict[str, Any] = field(default_factory=dict, hash=False)


Proposal = Change | Remark
