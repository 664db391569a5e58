"""Every attachment can be opened and looked through: not locked, not broken, not too much for a computer.

Source: CONTENT.md section 7; strategy 4.1; lag 306/2019 7 §. What nobody can look through, nobody can answer for.
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
        # A broken file of no known kind is told of by `attachment-format`.
        if report.trouble and (report.kind or report.trouble != "broken"):
            yield Problem(path, report.trouble, values={"file": posixpath.basename(path)})
