"""An agenda is published once it has been sent to the members, not before.

Source: strategy 4.1; KomL 29 §.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from kommun.content.library import Library
from kommun.finding import Problem, Severity

from ._common import left_out

SEVERITY = Severity.ERROR


def check(library: Library, today: date) -> Iterator[Problem]:
    for entry in library.of_type("agenda"):
        published, sent = entry.facts.published, entry.facts.sent
        if published is None or left_out(entry.main, "sent"):
            continue
        place = entry.main.value_place("published")
        if sent is None:
            yield Problem(entry.main.path, "not-sent", place.line, place.column)
        elif published < sent:
            values = {"published": published, "sent": sent}
            yield Problem(entry.main.path, "before", place.line, place.column, values)
