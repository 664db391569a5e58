"""Every file is of a kind that people can open, is what its ending says, and is not too large.

Source: CONTENT.md section 7; lag 306/2019 7 §.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from kommun.content.document import SourceFile
from kommun.content.library import Library
from kommun.finding import Problem, Severity

SEVERITY = Severity.ERROR
ENDINGS = ("pdf", "docx", "xlsx", "odt", "ods", "csv", "jpg", "png", "svg", "webp")
FIRST_BYTES = 4096
_SVG = re.compile(rb"<svg[\s>]", re.IGNORECASE)


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


def kinds_of(first: bytes) -> tuple[str, ...]:
    """The endings that a file with these first bytes may have."""
    if b"%PDF-" in first[:1024]:
        return ("pdf",)
    for kind, start in (("jpg", b"\xff\xd8\xff"), ("png", b"\x89PNG\r\n\x1a\n")):
        if first.startswith(start):
            return (kind,)
    if first.startswith(b"RIFF"):
        return ("webp",) if first[8:12] == b"WEBP" else ()
    if first.startswith(b"PK\x03\x04"):
        return _office(first)
    if b"\x00" in first or first.startswith((b"\xd0\xcf\x11\xe0", b"{\\rtf", b"GIF8")):
        return ()
    text = first.removeprefix(b"\xef\xbb\xbf").lstrip()
    if _SVG.search(first) and text.startswith(b"<"):
        return ("svg",)
    return () if text[:15].lower().startswith((b"<!doctype html", b"<html")) else ("csv",)


def _office(first: bytes) -> tuple[str, ...]:
    """Office files are zip archives that say early what they hold."""
    for kind, mark in (("odt", b"opendocument.text"), ("ods", b"opendocument.spreadsheet")):
        if mark in first[:128]:
            return (kind,)
    if b"opendocument" in first[:128]:
        return ()
    there = tuple(kind for kind, mark in (("docx", b"word/"), ("xlsx", b"xl/")) if mark in first)
    started = any(mark in first for mark in (b"[Content_Types].xml", b"_rels/", b"docProps/"))
    return there or (("docx", "xlsx") if started else ())
