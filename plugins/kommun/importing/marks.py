"""What could not be read, and the mark that stands in the text where it was.

A mark is a number between two characters that no document holds (they are taken
out first). It travels through the converter with the words around it, so that
each thing that is missing can be told with its place in the minutes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_OPEN, _CLOSE = "\ue000", "\ue001"
_NUMBER_OPEN, _NUMBER_CLOSE = "\ue002", "\ue003"
_MARK = re.compile(f"{_OPEN}(\\d+){_CLOSE}")
_NUMBER = re.compile(f"{_NUMBER_OPEN}(\\d+){_NUMBER_CLOSE}")
_ANY = re.compile(f"[{_OPEN}{_NUMBER_OPEN}]\\d+[{_CLOSE}{_NUMBER_CLOSE}]")
PRIVATE = re.compile("[\ue000-\uf8ff]+")
"""Characters that mean something only in one font, such as a tick in Wingdings."""
EXCERPT = 60
"""Characters of a lost text that the list repeats."""


@dataclass
class Loss:
    """One thing that did not come along; `kind` names its words under `losses` in `importing.yml`."""

    kind: str
    text: str = ""


class Losses:
    """All that was lost, in the order it was found."""

    def __init__(self) -> None:
        self.found: list[Loss] = []

    def mark(self, kind: str, text: str = "") -> str:
        """Note a loss and return the mark to leave in its place."""
        self.found.append(Loss(kind, text))
        return mark_of(len(self.found) - 1)


def mark_of(number: int) -> str:
    return f"{_OPEN}{number}{_CLOSE}"


def only_marks(text: str) -> str:
    """The marks in a text that goes."""
    return "".join(found[0] for found in _MARK.finditer(text))


def marks_in(text: str) -> Iterator[int]:
    return (int(found[1]) for found in _MARK.finditer(text))


def number_mark(number: int) -> str:
    """The number that an item of a list shows."""
    return f"{_NUMBER_OPEN}{number}{_NUMBER_CLOSE}"


def number_in(text: str) -> int | None:
    found = _NUMBER.search(text)
    return int(found[1]) if found else None


def without_marks(text: str) -> str:
    return _ANY.sub("", text)


def excerpt(text: str) -> str:
    """The start of a text, on one line."""
    line = " ".join(without_marks(text).split())
    return line if len(line) <= EXCERPT else line[: EXCERPT - 1].rstrip() + "…"
