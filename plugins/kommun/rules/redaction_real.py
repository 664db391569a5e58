"""In a file listed as `redacted`, no words lie under what covers them.

Source: strategy 4.1; KomL 140 § 1 mom. What can be copied from under a black box is published.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from kommun.content.library import Library
from kommun.finding import Problem, Severity

from ._files import covered_files

SEVERITY = Severity.ERROR


def check(library: Library, today: date) -> Iterator[Problem]:
    for path, values, redacted in covered_files(library):
        if redacted:
            yield Problem(path, "covered", values=values)
