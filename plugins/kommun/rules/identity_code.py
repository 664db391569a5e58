"""No personal identity code stands in a text, in the facts above it, in a file's or folder's name, or in a file.

Source: strategy 4.1; Dataskyddslag 1050/2018 29 §.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from datetime import date
from typing import Any

from kommun.content.document import Document
from kommun.content.library import Library
from kommun.content.yaml_tree import Path
from kommun.finding import Problem, Severity
from kommun.identity_codes import find_as_read, holds_code

SEVERITY = Severity.ERROR


def check(library: Library, today: date) -> Iterator[Problem]:
    for document in library.documents:
        yield from _in_text(document)
        yield from _in_facts(document)
    yield from _in_names(library)
    yield from _in_attachments(library)


def _in_text(document: Document) -> Iterator[Problem]:
    for line, column in _places(document.text.source):
        yield Problem(document.path, "text", document.text_line + line, column)


def _places(text: str) -> Iterator[tuple[int, int]]:
    """Line from 0 and column from 1 of each code."""
    for match in find_as_read(text):
        line = text.count("\n", 0, match.start)
        yield line, match.start - text.rfind("\n", 0, match.start)


def _in_facts(document: Document) -> Iterator[Problem]:
    lines = set()
    for line, column in _places(document.head):
        lines.add(document.head_line + line)
        yield Problem(document.path, "facts", document.head_line + line, column)
    for where, text in _texts(document.own.values, ()):
        place = document.value_place(*where)
        if place.line not in lines and holds_code(text):
            yield Problem(document.path, "facts", place.line, place.column)


def _texts(value: Any, where: Path) -> Iterator[tuple[Path, str]]:
    """Keys and values, as an editor wrote them."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield (*where, key), key
            yield from _texts(inner, (*where, key))
    elif isinstance(value, list):
        for number, inner in enumerate(value):
            yield from _texts(inner, (*where, number))
    elif isinstance(value, str):
        yield where, value


def _in_names(library: Library) -> Iterator[Problem]:
    paths = {document.path for document in library.documents} | {*library.files, *library.unread, *library.links}
    told: set[str] = set()
    for path in sorted(paths):
        # Each folder once, and what lies in it only for its own name.
        above = ""
        for name in path.split("/"):
            above = f"{above}/{name}" if above else name
            if above not in told and holds_code(name):
                told.add(above)
                yield Problem(above, "name")


def _in_attachments(library: Library) -> Iterator[Problem]:
    for path, report in library.reports.items():
        values = {"file": posixpath.basename(path), "pages": ", ".join(str(page) for page in report.code_pages)}
        if report.code_pages:
            yield Problem(path, "page", values=values)
        elif report.code_in_text:
            yield Problem(path, "file", values=values)
        elif report.code_beneath:
            yield Problem(path, "beneath", values=values)
