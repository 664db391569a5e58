"""What is known again of a removed document: the digests of its files and of its own lines.

Digests, so that nothing of the text itself is kept anywhere while a removal is under way.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator

from kommun.audit.finished import folded
from kommun.content.document import Document
from kommun.content.markdown import plain_text
from kommun.personal_data import without_marks

_DISTINCTIVE = 40
"""Characters from which a line is taken to be a document's own, as in the audit (`audit/withheld.py`)."""
_OWN_TITLE = 20
_COMMON = 2
"""A line that stands in more other documents than this is a set phrase."""


def digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def digest_of_words(words: str) -> str:
    return digest(words.encode())


def own_lines(documents: Iterable[Document], others: Iterable[Document]) -> frozenset[str]:
    """Digests of the lines and titles that stand in `documents` and in no others."""
    elsewhere = {words for document in others for words in _said(document)}
    return frozenset(digest_of_words(words) for d in documents for words in _said(d) if words not in elsewhere)


def also_said_in(documents: Iterable[Document], others: Iterable[Document]) -> dict[str, int]:
    """Documents that say the same in some lines: their path, and in how many. Set phrases do not count."""
    wanted = {words for document in documents for words in _lines(document)}
    found: dict[str, set[str]] = {}
    for other in others:
        for words in wanted.intersection(_lines(other)):
            found.setdefault(words, set()).add(other.path)
    counts: dict[str, int] = {}
    for paths in found.values():
        if len(paths) <= _COMMON:
            for path in paths:
                counts[path] = counts.get(path, 0) + 1
    return dict(sorted(counts.items()))


def _said(document: Document) -> Iterator[str]:
    yield from _lines(document)
    title = _words(document, document.title)
    if len(title) >= _OWN_TITLE:
        yield title


def _lines(document: Document) -> Iterator[str]:
    for line in document.text.masked.split("\n"):
        words = _words(document, line.lstrip("#->*0123456789. "))
        if len(words) >= _DISTINCTIVE:
            yield words


def _words(document: Document, line: str) -> str:
    return folded(plain_text(without_marks(line, document.lang, True)))
