"""An attachment holds nothing that its author sees and its readers do not: comments, changes, hidden sheets, files.

Source: strategy 4.1; Dataskyddslag 1050/2018 29 §; OffL 24 §.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from datetime import date

from kommun.content.library import Library
from kommun.finding import Problem, Severity

SEVERITY = Severity.ERROR


def check(library: Library, today: date) -> Iterator[Problem]:
    for path, report in library.reports.items():
        for case in report.hidden:
            yield Problem(path, case, values={"file": posixpath.basename(path)})
