"""Minutes are published once they have been adjusted, not before.

Source: strategy 4.1; KomL 140 §.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from kommun.content.library import Library
from kommun.finding import Problem, Severity

from ._common import left_out

SEVERITY = Severity.ERROR


def check(library: Library, today: date) -> Iterator[Problem]:
    for entry in library.of_type("minutes"):
        published, adjusted = entry.facts.published, entry.facts.adjusted
        if published is None or left_out(entry.main, "adjusted"):
            continue
        place = entry.main.value_place("published")
        if adjusted is None:
            yield Problem(entry.main.path, "not-adjusted", place.line, place.column)
        elif published < adjusted:
            values = {"published": published, "adjusted": adjusted}
            yield Problem(entry.main.path, "before", place.line, place.column, values)
