"""What kinds of file there are, and how each is read and cleaned: one module a kind.

A module holds `inspect(data, seen, depth)`, which tells `seen` all there is in the
file, and `clean(data)`, which gives the copy that is published. Both raise `Broken`,
`Encrypted` or `Refused`, and nothing else, for what is wrong with a file.
"""

from __future__ import annotations

import re
from importlib import import_module
from typing import Protocol, cast

from ..seen import Seen

_SVG = re.compile(rb"<(?:\w+:)?svg[\s>]", re.IGNORECASE)
FIRST_BYTES = 4096
_MODULES = {
    "pdf": "pdf",
    "docx": "office",
    "xlsx": "office",
    "odt": "office",
    "ods": "office",
    "jpg": "image",
    "png": "image",
    "webp": "image",
    "svg": "drawing",
    "csv": "table",
}
ENDINGS = ("pdf", "docx", "xlsx", "odt", "ods", "csv", "jpg", "png", "svg", "webp")


class Kind(Protocol):
    """How the module of a kind looks."""

    def inspect(self, data: bytes, seen: Seen, depth: int) -> None: ...

    def clean(self, data: bytes) -> bytes: ...


def module_of(kind: str) -> Kind:
    return cast(Kind, import_module(f"{__name__}.{_MODULES[kind]}"))


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
