"""Minutes are published with all their public attachments.

Source: strategy 4.1.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from kommun.content.library import Library
from kommun.finding import Problem, Severity

from ._common import attachments
from ._files import misplaced, stands

SEVERITY = Severity.ERROR


def check(library: Library, today: date) -> Iterator[Problem]:
    for entry in library.of_type("minutes"):
        if entry.facts.published is None:
            continue
        for where, attachment in attachments(entry.main):
            # A file outside the content folders is told by `attachment-exists`.
            if not attachment.is_public or misplaced(library, entry.main, attachment.file):
                continue
            if not stands(library, entry.main.file_of(attachment.file)):
                place = entry.main.value_place(*where, "file")
                yield Problem(entry.main.path, "absent", place.line, place.column, {"file": attachment.file})
