"""A problem is data; the words for it live in `messages/`."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any


class Severity(StrEnum):
    """How much a finding weighs (CONTENT.md section 7)."""

    ERROR = "error"
    """Blocks a pull request, and at night withholds the document alone."""
    WARNING = "warning"
    """Never blocks anything."""


@dataclass(frozen=True)
class Problem:
    """What a rule found: where, which of the rule's cases, and the values its words need.

    `path` is relative to the root, `line` and `column` start at 1.
    """

    path: str
    case: str
    line: int = 1
    column: int = 1
    values: dict[str, Any] = field(default_factory=dict, hash=False)


@dataclass(frozen=True, order=True)
class Finding:
    """A problem in words, as an editor reads it."""

    path: str
    line: int
    column: int
    rule: str
    severity: Severity
    message: str
    help: str
