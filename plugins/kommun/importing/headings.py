"""Which lines are the §§: "§ 75 KOMMITTÉER Arbetsgrupp för …", "75 § Kommittéer", "§75" alone on its line.

A line may also begin with a § because it speaks of one ("§ 12 i förvaltningsstadgan …"),
or because it stands in a list of the matters. What tells them apart is how the line
looks and that the numbers of a meeting follow upon each other.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from .blocks import Block, Paragraph, Table

_BEFORE = re.compile(
    r"§+ ?(?P<number>\d{1,4})(?![\d.,/]*\d)(?! ?(?:mom|punkt|kap|§|[–—-] ?\d|(?:,|och|ja) \d))\b[ .:–—-]*(?P<title>.*)"
)
_AFTER = re.compile(r"(?P<number>\d{1,4}) ?§(?!§)(?! ?(?:mom|punkt|kap|\d))[ .:–—-]*(?P<title>.*)")
_OF_BODY = re.compile(r"[A-ZÅÄÖ][\wåäö]{0,7}\.? (?=§ ?\d)")
_MENTIONS = re.compile(r"§+ ?\d|\d ?§")
_PAGE_AT_END = re.compile(r"(?:\t|\.{3,}|…|_{3,}) ?\d{1,3}$")
_CAPITALS = re.compile(r"[A-ZÅÄÖÉÜ][A-ZÅÄÖÉÜ-]{2,}\b")
MAX_TITLE = 300
MAX_CANDIDATES = 1_500
_MISSING_COSTS, _MOST_COUNTED = 0.3, 20


@dataclass(frozen=True)
class Candidate:
    """A line that could open a §."""

    at: int
    """Which of the blocks it is."""
    number: int
    title: str
    weight: float
    """How much it looks like a heading; nothing at all is told of, never taken."""


def split_heading(text: str, of_body: bool = False) -> tuple[int, str] | None:
    """Number and title of a line that begins as a §.

    With `of_body` the body's short name may stand before: "Kst § 75".
    """
    if of_body:
        text = _OF_BODY.sub("", text)
    found = _BEFORE.match(text) or _AFTER.match(text)
    return (int(found["number"]), found["title"].strip()) if found else None


def mentions_section(text: str) -> bool:
    """Begins as something the software or a reader could take for a §."""
    return _MENTIONS.match(text) is not None


def candidates(blocks: Sequence[Block], of_body: bool = False) -> list[Candidate]:
    """Every line that begins as a §, with how much it looks like a heading."""
    found = [(at, split) for at, block in enumerate(blocks) if (split := _split(block, of_body))]
    starts = {at for at, _ in found}
    rows: list[Candidate] = []
    for at, (number, title) in found[:MAX_CANDIDATES]:
        block = blocks[at]
        assert isinstance(block, Paragraph)
        weight = _weight(block, title)
        if weight and at + 1 not in starts and at + 1 < len(blocks):
            weight += 1  # something stands under it
        rows.append(Candidate(at, number, title, weight))
    return rows


def _split(block: Block, of_body: bool) -> tuple[int, str] | None:
    return None if isinstance(block, Table) or block.bullet else split_heading(block.plain, of_body)


def _weight(block: Paragraph, title: str) -> float:
    bold_start = bool(block.spans) and block.spans[0].bold
    looks = (4.0 if block.level else 0) + (3 if bold_start or block.is_bold else 0)
    if _CAPITALS.match(title):
        looks += 2
    if not looks and title and (title[0].islower() or len(title) > MAX_TITLE or _is_sentence(title)):
        return 0
    if _PAGE_AT_END.search(block.raw.rstrip()):
        return 0.1
    return looks + 1


def _is_sentence(title: str) -> bool:
    return title.endswith((".", ";", ",")) and len(title) > 60


def chosen(found: Sequence[Candidate]) -> list[Candidate]:
    """The lines that are the §§ of the meeting: rising numbers, as few missing as may be, the likeliest lines.

    Of two that are as likely the later is taken: the list of matters stands first.
    """
    rows = [candidate for candidate in found if candidate.weight]
    best: list[float] = [0.0] * len(rows)
    following: list[int | None] = [None] * len(rows)
    for here in range(len(rows) - 1, -1, -1):
        best[here] = rows[here].weight
        for there in range(here + 1, len(rows)):
            missing = rows[there].number - rows[here].number - 1
            if missing < 0:
                continue
            cost = 1 + _MISSING_COSTS * min(missing, _MOST_COUNTED) if missing else 0
            sum_of_both = rows[here].weight + best[there] - cost
            if sum_of_both >= best[here]:
                best[here], following[here] = sum_of_both, there
    if not rows:
        return []
    at: int | None = max(range(len(rows)), key=lambda number: (best[number], number))
    way: list[Candidate] = []
    while at is not None:
        way.append(rows[at])
        at = following[at]
    return way
