"""Every value is of its kind: dates are dates, choices are choices, and nothing ends before it begins.

Source: CONTENT.md sections 2 and 3.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from kommun.content.library import Library
from kommun.finding import Problem, Severity

SEVERITY = Severity.ERROR


def check(library: Library, today: date) -> Iterator[Problem]:
    yield from library.found("valid-value")
    for entry in library.entries.values():
        published, expires = entry.facts.published, entry.facts.expires
        if published and expires and expires < published:
            place = entry.main.value_place("expires")
            values = {"published": published, "expires": expires}
            yield Problem(entry.main.path, "order", place.line, place.column, values)
