"""What is seen of a Markdown text: every place lies in it, and what may not be shown is gone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date
from random import Random

from kommun.content.html import clean
from kommun.content.markdown import MARK, Text, masked
from kommun.content.secrecy import SECRET, secret_sections, without_secret_matters
from kommun.permits.plain_text import plain
from kommun.personal_data import has_marks, in_html, in_markdown, names_in, without_marks
from kommun.rules.marked_text import _wrong
from tests.fuzz.made.texts import text

SHARE = 250
_DAY = date(2026, 12, 1)


def make(chance: Random) -> str:
    return text(chance, 30)


def judge(made: str, told: Counter[str]) -> Iterator[str]:
    yield from _masked(made)
    yield from _headings(Text(made))
    yield from _links(Text(made))
    yield from _secret(Text(made), told)
    yield from _names(made, told)
    yield from _faults(made, told)
    yield from _plain(made)


def _masked(made: str) -> Iterator[str]:
    shown = masked(made)
    if len(shown) != len(made) or any(
        s not in (c, " ") or (c == "\n" and s != c) for s, c in zip(shown, made, strict=True)
    ):
        yield "masked text is another text"


def _headings(seen: Text) -> Iterator[str]:
    lines = seen.source.split("\n")
    if any(not 0 <= h.line < len(lines) or not 1 <= h.level <= 6 for h in seen.headings):
        yield "heading outside of the text"
    if [h.line for h in seen.headings] != sorted(h.line for h in seen.headings):
        yield "headings out of order"
    if not {h.anchor for h in seen.headings} <= seen.anchors:
        yield "heading without its anchor"
    for heading in seen.headings:
        seen.under(heading)


def _links(seen: Text) -> Iterator[str]:
    lines = seen.masked.split("\n")
    for link in seen.links:
        if not 0 <= link.start <= link.target_start <= link.end <= len(seen.source):
            yield "link outside of the text"
        if not lines[link.line][link.column - 1 :].startswith(link.target.split("\n")[0]):
            yield "link in another place"


def _secret(seen: Text, told: Counter[str]) -> Iterator[str]:
    sections = secret_sections(seen)
    for lang in ("sv", "fi"):
        left = without_secret_matters(seen, lang)
        if sections:
            told["secret"] += 1
            if secret_sections(left):
                yield "a secret matter is left"


def _names(made: str, told: Counter[str]) -> Iterator[str]:
    told["personal data"] += has_marks(made)
    names = names_in(made)
    if len(names) != len(MARK.findall(made)) or any(not name.strip() for name in names):
        yield "a mark without a name"
    for through in (None, _DAY):
        for shown in (True, False):
            in_html(made, "sv", shown, through)
            out = in_markdown(made, "fi", shown, through)
            if not shown and out != without_marks(made, "fi", shown):
                yield "another text without names"
    if len(MARK.sub("", made)) + sum(len(m[0]) for m in MARK.finditer(made)) != len(made):
        yield "marks overlap"


def _faults(made: str, told: Counter[str]) -> Iterator[str]:
    for case, at, _ in _wrong(masked(made)):
        told[case] += 1
        if made[at] != "{":
            yield "a fault in another place"


def _plain(made: str) -> Iterator[str]:
    seen = plain(made)
    lines = made.split("\n")
    for at in range(0, len(seen.text), 7):
        line, column = seen.place(at)
        if not (0 <= line < len(lines) and 1 <= column <= len(lines[line]) + 1):
            yield "a character from outside of the text"


def _clean(made: str, told: Counter[str]) -> Iterator[str]:
    """HTML in the text is cleaned, and what is clean stays so."""
    clear = clean(made)
    told["cleaned"] += clear.text != made
    if clean(clear.text).text != clear.text:
        yield "not clean the first time"
    if any(not 0 <= loss.offset <= len(made) for loss in clear.losses):
        yield "a loss outside of the text"


__all__ = ["MARK", "SECRET", "SHARE", "judge", "make"]
