"""Names work everywhere: lower-case letters a–z, digits and hyphens, and a language on every page.

Source: CONTENT.md section 1.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from kommun.content.library import Library
from kommun.finding import Problem, Severity

from ._files import alike, listed

SEVERITY = Severity.ERROR


def check(library: Library, today: date) -> Iterator[Problem]:
    # A link that a document lists is told where it is listed, by `attachment-exists`.
    elsewhere = listed(library) if library.links else frozenset()
    for problem in library.found("file-name"):
        if problem.case != "link" or alike(problem.path) not in elsewhere:
            yield problem
