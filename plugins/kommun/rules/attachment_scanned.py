"""A PDF has text that can be read, on every page that shows something; a scanned picture of a page has not.

Source: lag 306/2019 7 §; strategy 4.1. Nobody has looked for personal data in a picture of a text.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from datetime import date

from kommun.content.library import Library
from kommun.finding import Problem, Severity

SEVERITY = Severity.WARNING


def check(library: Library, today: date) -> Iterator[Problem]:
    for path, report in library.reports.items():
        if report.unread:
            whole = len(report.unread) == report.pages
            pages = ", ".join(str(number) for number in report.unread)
            values = {"file": posixpath.basename(path), "pages": pages}
            yield Problem(path, "all" if whole else "some", values=values)
