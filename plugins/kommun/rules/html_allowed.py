"""HTML in a text is of the kind that reaches readers: nothing that runs, fetches from others or looks its own way.

Source: decisions 1 and 2 (what is staged is safe by itself); dataskyddsförordningen (2016/679) article 25.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from kommun.content.document import Document
from kommun.content.html import clean
from kommun.content.html_change import Loss
from kommun.content.library import Library
from kommun.finding import Problem, Severity
from kommun.personal_data import has_marks, without_marks

SEVERITY = Severity.ERROR


def check(library: Library, today: date) -> Iterator[Problem]:
    for document in library.documents:
        told: set[tuple[int, str, str]] = set()
        for text in _versions(document):
            for loss in clean(text).losses:
                line, column = _place(text, loss)
                if (line, loss.kind, loss.name) not in told or text is document.text.source:
                    told.add((line, loss.kind, loss.name))
                    yield Problem(document.path, loss.kind, document.text_line + line, column, {"name": loss.name})


def _versions(document: Document) -> Iterator[str]:
    """The text as it is written, and as it is staged while names are shown and after: a name is part of the text."""
    text = document.text.source
    yield text
    if has_marks(text):
        yield without_marks(text, document.lang, True)
        yield without_marks(text, document.lang, False)


def _place(text: str, loss: Loss) -> tuple[int, int]:
    """Line from 0 and column from 1."""
    return text.count("\n", 0, loss.offset), loss.offset - text.rfind("\n", 0, loss.offset)
