"""A confidential attachment names the provision that makes it secret.

Source: strategy 4.1; offentlighetslag 621/1999 24 §; KomL 140 § 1 mom.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from kommun.content.fields import Access
from kommun.content.library import Library
from kommun.finding import Problem, Severity

from ._common import attachments

SEVERITY = Severity.ERROR


def check(library: Library, today: date) -> Iterator[Problem]:
    for entry in library.entries.values():
        for where, attachment in attachments(entry.main):
            if attachment.access is Access.CONFIDENTIAL and not attachment.legal_basis:
                place = entry.main.value_place(*where, "access")
                yield Problem(entry.main.path, "missing", place.line, place.column, {"file": attachment.file})
