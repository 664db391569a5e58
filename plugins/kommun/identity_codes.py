"""Finnish personal identity codes in a text, of every century sign and also the temporary 900 series.

Source: SRF 690/2022; Dataskyddslag 1050/2018 29 §. Used on the sources and on the finished site.
"""

from __future__ import annotations

import html
import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import unquote

from stdnum.fi import hetu

HIDDEN_CODE = "******-****"
"""Stands in our own messages where somebody wrote a code."""

_DASHES = "\u2010\u2011\u2012\u2013\u2212"
"""What word processors make of a hyphen."""
# Spaces, line ends, soft hyphens and marks of no width hide a code from a search, but not from a reader.
_BETWEEN = r"[\s\u00ad\u200b-\u200d\u2060\ufeff*_\\]{0,4}"
_CODE = re.compile(
    _BETWEEN.join(["[0-3]", "[0-9]", "[01]", "[0-9]", "[0-9]", "[0-9]"])
    + rf"{_BETWEEN}[-+A-FU-Ya-fu-y{_DASHES}]{_BETWEEN}"
    + _BETWEEN.join(["[0-9]", "[0-9]", "[0-9]", "[0-9A-FHJ-NPR-Ya-fhj-npr-y]"])
)
_NOT_OURS = re.compile(rf"[^0-9A-Za-z+\-{_DASHES}]")
_TO_HYPHEN = dict.fromkeys(map(ord, _DASHES), "-")
_REFERENCES = r"&#?[0-9A-Za-z]{1,10};|(?:%[0-9A-Fa-f]{2})+"
# What a reader of the page does not see: comments, tags, a link's target, a hyphen at the end of a line.
_COMMENT = "<!--"
_UNSEEN = rf"{_COMMENT}|</?[A-Za-z][^<>]*>|\]\([^()\n]*\)|[\[\]]"
_LINE_END = rf"[-{_DASHES}][ \t]*\r?\n[ \t]*(?=[0-9A-Za-z])"
_READINGS = (
    re.compile(f"{_REFERENCES}|{_UNSEEN}|{_LINE_END}"),
    # And a link's target as a browser would ask for it.
    re.compile(_REFERENCES),
)
_ROUNDS = 8
"""After so many, codes that stand against each other were put there to mislead."""


@dataclass(frozen=True)
class Match:
    """Where a code stands; the code itself is never repeated anywhere."""

    start: int
    end: int


def find(text: str) -> Iterator[Match]:
    """Every valid identity code in the text: the date exists and the check character is right."""
    at = 0
    while found := _CODE.search(text, at):
        start, end = found.span()
        at = start + 1
        written = _NOT_OURS.sub("", found[0]).translate(_TO_HYPHEN)
        if _stands_alone(text, start, end, written) and hetu.is_valid(written, allow_temporary=True):
            yield Match(start, end)
            at = end


def find_as_read(text: str) -> Iterator[Match]:
    """Every code in a text with marks in it (HTML, Markdown, an address), also one that is whole only when read."""
    taken: list[Match] = []
    for matches in _in_each_reading(text):
        fresh: list[Match] = []
        for match in matches:
            if not _meets(taken, match) and not _meets(fresh, match):
                fresh.append(match)
                yield match
        taken = sorted([*taken, *fresh], key=_start)


def _in_each_reading(text: str) -> Iterator[Iterator[Match]]:
    """For each way to read the text, the codes in their order."""
    yield find(text)
    for marks in _READINGS:
        if marks.search(text):
            read = _Read(text, marks)
            yield map(read.in_source, find(read.text))


def _start(match: Match) -> int:
    return match.start


def _meets(taken: list[Match], match: Match) -> bool:
    """Whether one of these, which lie apart and in order, lies across the match."""
    before = bisect_left(taken, match.end, key=_start)
    return before > 0 and taken[before - 1].end > match.start


def holds_code(text: str) -> bool:
    return any(find_as_read(text))


def without_codes(text: str) -> str:
    """The text with each code as stars, for our own reports."""
    for _ in range(_ROUNDS):
        found = sorted(find_as_read(text), key=_start)
        if not found:
            return text
        out, at = [], 0
        for match in found:
            out += [text[at : match.start], HIDDEN_CODE]
            at = match.end
        # One that stood against another stands alone now.
        text = "".join([*out, text[at:]])
    return re.sub("[0-9]", "*", text)


class _Read:
    """A text as a reader of the page sees it, and where each piece of it stands in the source."""

    def __init__(self, source: str, marks: re.Pattern[str]) -> None:
        self.text = ""
        self._starts: list[int] = []
        """Where the pieces begin in the text as it is read."""
        self._places: list[tuple[int, int]] = []
        """And where they begin and end in the source."""
        pieces: list[str] = []
        length = at = 0
        for start, end in _marked(source, marks):
            for piece, place in ((source[at:start], (at, start)), (_shown(source[start:end]), (start, end))):
                if piece:
                    pieces.append(piece)
                    self._starts.append(length)
                    self._places.append(place)
                    length += len(piece)
            at = end
        self._starts.append(length)
        self._places.append((at, len(source)))
        self.text = "".join([*pieces, source[at:]])

    def in_source(self, match: Match) -> Match:
        return Match(self._place(match.start)[0], self._place(match.end - 1)[1])

    def _place(self, at: int) -> tuple[int, int]:
        """Where the source of one character begins and ends."""
        number = bisect_right(self._starts, at) - 1
        start, end = self._places[number]
        behind = self._starts[number + 1] if number + 1 < len(self._starts) else len(self.text)
        if behind - self._starts[number] < end - start:  # a reference, which is longer than what it stands for
            return start, end
        place = start + at - self._starts[number]
        return place, place + 1


def _marked(source: str, marks: re.Pattern[str]) -> Iterator[tuple[int, int]]:
    """Where each mark begins and ends. A comment without an end is none."""
    last_end = source.rfind("-->")
    at = 0
    while found := marks.search(source, at):
        start, at = found.span()
        if found[0] != _COMMENT:
            yield start, at
        elif at <= last_end:
            at = source.find("-->", at) + 3
            yield start, at


def _shown(mark: str) -> str:
    """What a reader of the page sees where a mark stands."""
    return html.unescape(mark) if mark[0] == "&" else unquote(mark, errors="replace") if mark[0] == "%" else ""


def _stands_alone(text: str, start: int, end: int, written: str) -> bool:
    """Not a part of a longer number or word; letters may run into the start where a hyphen or plus is the sign."""
    before = text[start - 1 : start]
    return not text[end : end + 1].isalnum() and (not before.isalnum() or (before.isalpha() and written[6] in "+-"))
