"""Every file is of a kind that people can open, is what its ending says, and is not too large.

Source: CONTENT.md section 7; lag 306/2019 7 §.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from kommun.attachments.kinds import ENDINGS, FIRST_BYTES, kinds_of
from kommun.content.document import SourceFile
from kommun.content.library import Library
from kommun.finding import Problem, Severity

SEVERITY = Severity.ERROR


def check(library: Library, today: date) -> Iterator[Problem]:
    limit = library.settings.lifecycle.attachment_megabytes
    for file in library.files.values():
        ending = posixpath.splitext(file.path)[1].lower().removeprefix(".")
        case, found = _wrong(library.root, file, ending, limit)
        if case:
            values = {
                "file": posixpath.basename(file.path),
                "ending": ending,
                "found": found,
                "endings": ", ".join(ENDINGS),
                "limit": limit,
                "megabytes": -(-file.size // 2**20),
            }
            yield Problem(file.path, case, values=values)


def _wrong(root: Path, file: SourceFile, ending: str, limit: int) -> tuple[str, str]:
    """The case a file falls under and what its content seems to be; '' where it is right."""
    if not ending:
        return "", ""  # `file-name` tells of it
    if ending not in ENDINGS:
        return "ending", ""
    if file.size == 0:
        return "empty", ""
    if file.size > limit * 2**20:
        return "too-large", ""
    try:
        with (root / file.path).open("rb") as opened:
            found = kinds_of(opened.read(FIRST_BYTES))
    except OSError:  # a name that is no text: `file-name` tells of it
        return "", ""
    if ending in found:
        return "", ""
    return ("other", found[0]) if found and found[0] != "csv" else ("content", "")
