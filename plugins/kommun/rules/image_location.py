"""No image says where it was taken.

Source: CONTENT.md section 7; strategy 4.1. A photograph's place may be somebody's home.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from datetime import date

from kommun.content.library import Library
from kommun.finding import Problem, Severity

SEVERITY = Severity.ERROR
_IMAGES = ("jpg", "png", "webp")


def check(library: Library, today: date) -> Iterator[Problem]:
    for path, report in library.reports.items():
        if report.position:
            case = "image" if report.kind in _IMAGES else "inside"
            yield Problem(path, case, values={"file": posixpath.basename(path)})
