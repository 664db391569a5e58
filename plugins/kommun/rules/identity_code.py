"""No personal identity code stands in a text, in the facts above it, or in the name of a file or folder.

Source: strategy 4.1; Dataskyddslag 1050/2018 29 §.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from kommun.content.document import Document
from kommun.content.library import Library
from kommun.content.yaml_tree import Path
from kommun.finding import Problem, Severity
from kommun.identity_codes import find

SEVERITY = Severity.ERROR


def check(library: Library, today: date) -> Iterator[Problem]:
    for document in library.documents:
        yield from _in_text(document)
        yield from _in_facts(document)
    yield from _in_names(library)


def _in_text(document: Document) -> Iterator[Problem]:
    text = document.text.source
    for match in find(text):
        line = text.count("\n", 0, match.start)
        column = match.start - text.rfind("\n", 0, match.start)
        yield Problem(document.path, "text", document.text_line + line, column)


def _in_facts(document: Document) -> Iterator[Problem]:
    for where, text in _texts(document.own.values, ()):
        if any(find(text)):
            place = document.value_place(*where)
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
            if above not in told and any(find(name)):
                told.add(above)
                yield Problem(above, "name")
