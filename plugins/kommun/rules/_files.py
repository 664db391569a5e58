"""What several rules ask of the files that documents list."""

from __future__ import annotations

import posixpath
import re
import unicodedata
from collections.abc import Iterator

from kommun.content.document import Document
from kommun.content.library import Library

_OUTSIDE = re.compile(r"(?:^|/)\.\.(?:/|$)|^/|\\|^[A-Za-z][A-Za-z0-9+.-]*:")


def alike(path: str) -> str:
    """One form for names that some computers take for the same: case and accents written in other ways."""
    return path if path.isascii() and path.islower() else unicodedata.normalize("NFC", path).casefold()


def misplaced(library: Library, document: Document, name: str) -> str:
    """The case of `attachment-exists` for a file that must not be listed wherever it lies; '' where it may."""
    if _OUTSIDE.search(name):
        return "outside"
    above = document.file_of(name) if library.links else ""
    while above and above not in library.links:
        above = posixpath.dirname(above)
    return "link" if above else ""


def stands(library: Library, path: str) -> bool:
    """Whether a listed file is there; where only its own name is badly written, `file-name` tells of it."""
    return path in library.files or any(alike(p.path) == alike(path) for p in library.found("file-name"))


def listed(library: Library) -> frozenset[str]:
    """What documents list, in the form of `alike`, even where the rest of an item could not be read."""
    return frozenset(alike(document.file_of(name)) for document in library.documents for name in _names(document))


def _names(document: Document) -> Iterator[str]:
    values = document.own.values
    for key in ("attachments", "forms"):
        written = values.get(key)
        for item in written if isinstance(written, list) else ():
            if isinstance(item, dict):
                yield from (item[k].strip() for k in ("file", "redacted") if isinstance(item.get(k), str))
    if isinstance(values.get("document"), str):
        yield values["document"].strip()


def covered_files(library: Library) -> Iterator[tuple[str, dict[str, object], bool]]:
    """Files with words under a box, the values for the message, and whether a document calls the file `redacted`."""
    redacted = {
        version
        for document in library.documents
        for _, attachment in document.listed
        if attachment.redacted
        for version in library.versions_of(document.file_of(attachment.redacted))
    }
    for path, report in library.reports.items():
        if report.covered:
            pages = ", ".join(str(number) for number in report.covered)
            yield path, {"file": posixpath.basename(path), "pages": pages}, path in redacted
