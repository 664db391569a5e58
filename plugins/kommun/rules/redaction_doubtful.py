"""Words that lie under a box may be meant to be hidden.

Source: strategy 4.1; Dataskyddslag 1050/2018 29 §. `redaction-real` tells of files that are listed as `redacted`.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from kommun.content.library import Library
from kommun.finding import Problem, Severity

from ._files import covered_files

SEVERITY = Severity.WARNING


def check(library: Library, today: date) -> Iterator[Problem]:
    for path, values, redacted in covered_files(library):
        if not redacted:
            yield Problem(path, "covered", values=values)
