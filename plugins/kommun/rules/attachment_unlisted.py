"""Every file beside the documents is listed by one of them; otherwise it is not published.

Source: CONTENT.md sections 1 and 4.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from datetime import date

from kommun.content.library import Library
from kommun.finding import Problem, Severity

from ._files import alike, listed

SEVERITY = Severity.WARNING


def check(library: Library, today: date) -> Iterator[Problem]:
    known = listed(library)
    # What an unreadable document beside it lists nobody knows: the rule that tells of the document comes first.
    unread = {posixpath.dirname(path) for path in library.unread}
    folders = unread | {document.folder for document in library.documents}
    for path in library.files:
        if alike(path) in known or alike(_without_language(library, path)) in known:
            continue
        if not unread or next((folder for folder in _above(path) if folder in folders), "") not in unread:
            folder, name = posixpath.split(path)
            yield Problem(path, "unlisted", values={"file": name, "folder": folder})


def _without_language(library: Library, path: str) -> str:
    """`a.pdf` for `a.fi.pdf`, which is published with it."""
    stem, _, ending = path.rpartition(".")
    rest, dot, lang = stem.rpartition(".")
    return f"{rest}.{ending}" if dot and lang in library.settings.locales else path


def _above(path: str) -> Iterator[str]:
    while path:
        path = posixpath.dirname(path)
        yield path
