"""Every document has a title in its own language.

Source: CONTENT.md section 3; lag 306/2019 7 § (WCAG 2.4.2).
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from kommun.content.library import Library
from kommun.finding import Problem, Severity

SEVERITY = Severity.ERROR


def check(library: Library, today: date) -> Iterator[Problem]:
    yield from library.found("title-present")
    for document in library.documents:
        if document.plain and not document.text.headings:
            yield Problem(document.path, "no-heading")
        elif not document.plain and document.own.values.get("title") is None:
            place = document.place("title")
            yield Problem(document.path, "missing", place.line, place.column)
