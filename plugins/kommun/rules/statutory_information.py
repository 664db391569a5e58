"""The eleven items that must be on a municipality's website stand there.

Source: KomL 109 §.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from kommun.content.library import Library
from kommun.content.page import Statutory
from kommun.finding import Problem, Severity

SEVERITY = Severity.WARNING


def check(library: Library, today: date) -> Iterator[Problem]:
    standing = {entry.facts.statutory for entry in library.of_type("page") if not entry.broken}
    for item in Statutory:
        if item not in standing:
            yield Problem(library.settings.stage.content[0], item.value.replace("_", "-"), values={"item": item.value})
