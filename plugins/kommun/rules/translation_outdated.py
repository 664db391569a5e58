"""A translation follows its original: it has been looked at since the original's words last changed.

Source: Språklag 423/2003 32 §; CONTENT.md section 7. By git; silent outside a whole checkout.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from kommun.content.document import Document
from kommun.content.library import Library
from kommun.content.merge import words_in
from kommun.content.reader import read_source
from kommun.finding import Problem, Severity

SEVERITY = Severity.WARNING


def check(library: Library, today: date) -> Iterator[Problem]:
    older = list(_older(library))
    # What changed may be a date or an address, which the translation inherits: only words count.
    before = library.history.texts({(commit, main.path) for commit, main, _ in older})
    for commit, main, translation in older:
        then = before.get((commit, main.path))
        if then is not None and _words_then(main.path, then) != _words(main.own.values, main.text.source):
            yield Problem(translation.path, "outdated", values={"main": main.path.rpartition("/")[2]})


def _older(library: Library) -> Iterator[tuple[str, Document, Document]]:
    """Originals that changed after their translation: the translation's last commit, the original, the translation."""
    history = library.history
    for entry in library.entries.values():
        if len(entry.versions) < 2 or not history.last_changes:
            continue
        main = entry.main
        for document in entry.versions.values():
            own, its = history.last_changes.get(document.path), history.last_changes.get(main.path)
            if document is main or own is None or its is None or document.path in history.uncommitted:
                continue
            if its[0] < own[0] or main.path in history.uncommitted:
                yield own[1], main, document


def _words_then(path: str, raw: bytes) -> Any:
    source = read_source(path, raw)
    return _words(source.tree.values, source.text)


def _words(values: Any, text: str) -> Any:
    return words_in(values), text.split()
