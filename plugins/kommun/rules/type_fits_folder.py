"""Every document says what type it is, and stands in a folder where that type belongs.

Source: CONTENT.md sections 1 and 3.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from kommun.content.library import Library
from kommun.finding import Problem, Severity

SEVERITY = Severity.ERROR


def check(library: Library, today: date) -> Iterator[Problem]:
    return library.found("type-fits-folder")
