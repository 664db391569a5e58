"""Side material is published only where it names a § that stands in the document.

Source: strategy 4.1.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from kommun.content.fields import Access, AttachmentKind
from kommun.content.library import Library
from kommun.finding import Problem, Severity

from ._common import attachments

SEVERITY = Severity.WARNING


def check(library: Library, today: date) -> Iterator[Problem]:
    for entry in library.entries.values():
        standing = {number for document in entry.versions.values() for number in document.text.sections}
        for where, attachment in attachments(entry.main):
            if attachment.kind is not AttachmentKind.SIDE_MATERIAL or attachment.access is Access.CONFIDENTIAL:
                continue
            if attachment.section in standing:
                continue
            case, key = ("no-section", "kind") if attachment.section is None else ("not-in-text", "section")
            place = entry.main.value_place(*where, key)
            values = {"file": attachment.file, "section": attachment.section}
            yield Problem(entry.main.path, case, place.line, place.column, values)
