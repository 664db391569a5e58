"""A fact stands in one place: the other language's file repeats none with another value, and adds none.

Source: CONTENT.md section 1.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from kommun.content.library import Library
from kommun.finding import Problem, Severity

SEVERITY = Severity.ERROR


def check(library: Library, today: date) -> Iterator[Problem]:
    return library.found("one-fact-one-place")
