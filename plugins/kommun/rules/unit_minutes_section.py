"""A unit that publishes minutes has the heading under which its bodies' minutes are listed.

Source: strategy 4.1.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from kommun.content.library import Library
from kommun.finding import Problem, Severity

from ._common import missing_section

SEVERITY = Severity.ERROR


def check(library: Library, today: date) -> Iterator[Problem]:
    for entry in library.of_type("unit"):
        if not entry.facts.publishes_minutes:
            continue
        for document in entry.versions.values():
            problem = missing_section(document, library.settings.units.minutes)
            if problem:
                yield problem
