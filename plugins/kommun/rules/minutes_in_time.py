"""Minutes are published at latest the day after their adjustment.

Source: strategy 4.1.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from kommun.content.body import BodyKind
from kommun.content.document import Entry
from kommun.content.library import Library
from kommun.finding import Problem, Severity

from ._common import left_out

SEVERITY = Severity.WARNING
NIGHTLY = True


def check(library: Library, today: date) -> Iterator[Problem]:
    for entry in library.of_type("minutes"):
        adjusted, published = entry.facts.adjusted, entry.facts.published
        if adjusted is None or left_out(entry.main, "published"):
            continue
        if published is None and not _to_be_published(library, entry):
            continue
        if ((published or today) - adjusted).days > 1:
            case, key = ("late", "published") if published else ("waiting", "adjusted")
            place = entry.main.value_place(key)
            values = {"adjusted": adjusted, "published": published, "last": adjusted + timedelta(days=1)}
            yield Problem(entry.main.path, case, place.line, place.column, values)


def _to_be_published(library: Library, entry: Entry) -> bool:
    """Nobody waits for the minutes of a body that does not publish any."""
    body = library.bodies.get(entry.body or "")
    if body is None or not body.facts.publishes_minutes:
        return False
    return body.facts.kind is not BodyKind.WORKING_GROUP or bool(body.facts.publication_decision)
