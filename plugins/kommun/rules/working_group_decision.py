"""A working group's minutes are published only where its page names the decision to do so.

Source: strategy 4.1; KomL 140 § 2 mom.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from kommun.content.body import BodyKind
from kommun.content.library import Library
from kommun.finding import Problem, Severity

from ._common import left_out

SEVERITY = Severity.ERROR


def check(library: Library, today: date) -> Iterator[Problem]:
    for entry in library.of_type("minutes"):
        body = library.bodies.get(entry.body or "")
        if entry.facts.published is None or body is None or body.facts.kind is not BodyKind.WORKING_GROUP:
            continue
        if not body.facts.publication_decision and not left_out(body.main, "publication_decision"):
            place = entry.main.value_place("published")
            yield Problem(entry.main.path, "missing", place.line, place.column, {"body": body.main.path})
