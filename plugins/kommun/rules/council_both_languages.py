"""A council's agendas and minutes stand in all languages of the site.

Source: Språklag 423/2003 29 §.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from kommun.content.body import BodyKind
from kommun.content.library import Library
from kommun.finding import Problem, Severity

from ._common import missing_languages

SEVERITY = Severity.WARNING


def check(library: Library, today: date) -> Iterator[Problem]:
    for entry in library.of_type("agenda", "minutes"):
        body = library.bodies.get(entry.body or "")
        if entry.facts.published is None or body is None or body.facts.kind is not BodyKind.COUNCIL:
            continue
        for file in missing_languages(library, entry):
            yield Problem(entry.main.path, "missing", values={"file": file})
