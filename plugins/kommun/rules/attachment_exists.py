"""Every file that a document lists is there, beside it in the content folders.

Source: CONTENT.md section 3; strategy 4.1.
"""

from __future__ import annotations

import difflib
import posixpath
from collections.abc import Iterator
from datetime import date

from kommun.content.document import Document, Entry
from kommun.content.library import Library
from kommun.content.yaml_tree import Path
from kommun.finding import Problem, Severity

from ._common import attachments
from ._files import misplaced, stands

SEVERITY = Severity.ERROR


def check(library: Library, today: date) -> Iterator[Problem]:
    for entry in library.entries.values():
        for where, name, needed in _names(entry):
            case = misplaced(library, entry.main, name)
            if not case and needed and not stands(library, entry.main.file_of(name)):
                case = "absent"
            if case:
                guess = _guess(library, entry.main, name) if case == "absent" else ""
                place = entry.main.value_place(*where)
                values = {"file": name, "folder": entry.main.folder, "guess": guess}
                yield Problem(entry.main.path, "absent-guess" if guess else case, place.line, place.column, values)


def _names(entry: Entry) -> Iterator[tuple[Path, str, bool]]:
    """Where each listed file is named, its name, and whether this rule asks for it to be there.

    What is secret is best kept elsewhere, and published minutes have `minutes-attachments`.
    """
    published = entry.type == "minutes" and entry.facts.published is not None
    for where, attachment in attachments(entry.main):
        yield (*where, "file"), attachment.file, attachment.is_public and not published
        if attachment.redacted:
            yield (*where, "redacted"), attachment.redacted, True
    document = getattr(entry.facts, "document", None)
    if document:
        yield ("document",), document, True


def _guess(library: Library, document: Document, name: str) -> str:
    """A file of nearly that name in the same folder."""
    folder = posixpath.dirname(document.file_of(name))
    beside = [path.rpartition("/")[2] for path in library.files if posixpath.dirname(path) == folder]
    wanted = posixpath.basename(name).casefold()
    close = difflib.get_close_matches(wanted, beside, n=1, cutoff=0.7)
    return posixpath.join(posixpath.dirname(name), close[0]) if close else ""
