"""A Markdown text as a reader sees it, with the place of each character in the source.

Markup, entities, escapes and marks of no width are taken away: they hide a name or an address from a search, but not
from a reader. Code and comments stay: they lie in the repository, and what is written there is soon on the site.
"""

from __future__ import annotations

import html
import re
import unicodedata
from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property

_INVISIBLE = "\u00ad\u200b\u200c\u200d\u2060\ufeff"
# An asterisk before a space that begins a line is an item's, not emphasis.
_SPECIAL = re.compile(
    rf"(?P<entity>&(?:#?\w{{1,8}});)|(?P<none>[{_INVISIBLE}]|(?<=\w)\*{{1,3}}(?=\w))|(?P<escaped>\\[!-/:-@\[-`{{-~])|"
    r"(?P<composed>\w[\u0300-\u036f]{1,3})"
)
_MARKUP = re.compile(
    r"\{(?:personuppgift|henkilötieto)[ \t]*:|\]\([^()\s]{0,300}\)|<!--|-->|"
    r"\*(?!\s)|(?<=\S)\*|[_`~\[\]{}\u00a0\u2009\u202f\t]"
)
_TAG = re.compile(r"</?(?P<name>[a-zA-Z]{1,12})\b[^<>]{0,300}>")
_BREAKS = frozenset({"td", "th", "tr", "li", "p", "div", "br", "dt", "dd"})
_SHOWN_ATTRIBUTE = re.compile(r"""\b(?:alt|title|aria-label)\s?=\s?(["'])(?P<words>[^"'<>]*)\1""")
BREAK = "¦"
"""Stands where a tag parts two texts."""


@dataclass(frozen=True)
class Plain:
    """A text without markup, and where each of its characters stands in the source."""

    text: str
    source: str
    offsets: tuple[int, ...] | None

    def place(self, at: int) -> tuple[int, int]:
        """Line from 0 and column from 1 in the source."""
        offset = self.offset(at)
        line = bisect_right(self._line_starts, offset) - 1
        return line, offset - self._line_starts[line] + 1

    def offset(self, at: int) -> int:
        return at if self.offsets is None else self.offsets[at]

    @cached_property
    def _line_starts(self) -> list[int]:
        return [0, *(match.end() for match in re.finditer("\n", self.source))]


def plain(source: str) -> Plain:
    text, offsets = source, None
    if _SPECIAL.search(source):
        text, offsets = _resolved(source)
    if "<" in text:
        text = _TAG.sub(_blank_tag, text)
    return Plain(_MARKUP.sub(lambda found: " " * len(found[0]), text), source, offsets)


def _resolved(source: str) -> tuple[str, tuple[int, ...]]:
    out: list[str] = []
    offsets: list[int] = []
    at = 0
    for found in _SPECIAL.finditer(source):
        written = found[0]
        if found["entity"]:
            shown = html.unescape(written)
        elif found["escaped"]:
            shown = written[1]
        else:
            shown = unicodedata.normalize("NFC", written) if found["composed"] else ""
        out += (source[at : found.start()], shown)
        offsets += [*range(at, found.start()), *([found.start()] * len(shown))]
        at = found.end()
    out.append(source[at:])
    offsets += range(at, len(source) + 1)
    return "".join(out), tuple(offsets)


def _blank_tag(found: re.Match[str]) -> str:
    """Blanks for a tag, but for the words in it that are shown or read aloud."""
    tag = BREAK if found["name"].lower() in _BREAKS else " "
    for attribute in _SHOWN_ATTRIBUTE.finditer(found[0]):
        tag = tag.ljust(attribute.start("words") - 1) + BREAK + attribute["words"] + BREAK
    return tag.ljust(len(found[0]))
