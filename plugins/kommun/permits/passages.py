"""A text as the rules for permit matters read it: in passages, and with what stands behind labels.

A passage is what is understood together: a sentence, a heading, an item of a list, a row of a table. Items and rows
are understood with what stands above them: "Följande bygglov har beviljats:", the head of the table.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from .vocabulary import ATTENDANCE, PARTY, SEATS

_QUOTED = re.compile(r"[ ]{0,9}(?:>[ ]{0,3}){0,3}")
_HEADING = re.compile(r"(?P<level>#{1,6})[ ]+")
_ITEM = re.compile(r"(?:[-+*•–]|\d{1,3}[.)]|[a-z]\))[ ]+")
_RULER = re.compile(r"[|:= -]{2,}")
_SENTENCE = re.compile(r"(?<=[a-zåäö0-9%)²³][a-zåäö0-9%)²³])[.!?]\s+(?=[A-ZÅÄÖ§])")
_SHORT = 100
"""A text of fewer characters is one passage, however many sentences it has."""
_EXTENDS = re.compile(r"(?:[,&/+]|(?<!\w)(?:och|ja|samt|sekä))[ ]*$", re.IGNORECASE)
_LONGEST_VALUE = 300
_LONGEST_LABEL = 60
# What stands between a label and its value; the label's own ending in brackets before it: "Sökande(n):".
_BETWEEN = re.compile(
    r"(?:[ ]?\((?:[a-zåäö]{1,5}|\d{1,2})\))?(?:[ ]?/[ ]?-?[a-zåäö]{1,20})?(?:[ ]\d{1,2}(?=[ ]?:))?[\s¦]{0,40}"
    r"(?P<sign>[:=–—,-]|(?:är|var|on|ovat|oli)(?=\s))?[\s¦]{0,40}",
    re.IGNORECASE,
)
_TO_SIGN = re.compile(r"(?:[^:.¦|\n]{1,45}:|[^:.,¦|\nA-ZÅÄÖ]{1,45}\s(?:är|on|ovat)(?=\s))[\s¦]{0,40}")
"""The same with other words between: "Ägare till lägenheten:", "Byggherre för täkten är"."""


@dataclass
class Block:
    """Lines that belong together, as places in the plain text."""

    kind: str
    """`heading`, `item`, `row` or `text`."""
    start: int
    end: int
    above: str = ""
    """What an item or a row is understood with."""
    of_members: bool = False
    """Tells who was present or holds a seat."""
    cells: list[tuple[int, int]] = field(default_factory=list)
    head: list[str] = field(default_factory=list)
    """The cells of the head of the table."""


@dataclass(frozen=True)
class Passage:
    start: int
    end: int
    above: str
    of_members: bool


@dataclass(frozen=True)
class Value:
    """What stands behind a label."""

    label: str
    start: int
    end: int
    of_members: bool
    signed: bool
    """A colon or the like stands between, or it is in a place of its own."""


def blocks(text: str) -> list[Block]:
    found: list[Block] = []
    heading = intro = ""
    members_below = 0
    open_block: Block | None = None
    at = 0
    for line in text.split("\n"):
        start, end = at + _QUOTED.match(line).end(), at + len(line)  # type: ignore[union-attr]
        at = end + 1
        words = text[start:end]
        if not words.strip() or _RULER.fullmatch(words):
            if open_block and open_block.kind == "row" and words.strip():
                open_block.head = [text[a:b] for a, b in open_block.cells]
                continue
            open_block = None
        elif level := _HEADING.match(words):
            heading, intro, open_block = words[level.end() :], "", None
            if len(level["level"]) <= members_below:
                members_below = 0
            if ATTENDANCE.search(heading):
                members_below = len(level["level"])
            found.append(Block("heading", start + level.end(), end, of_members=bool(members_below)))
        elif "|" in words:
            head = open_block.head if open_block and open_block.kind == "row" else []
            open_block = Block("row", start, end, f"{heading} {' '.join(head)}", bool(members_below), [], head)
            open_block.cells = _cells(text, start, end)
            found.append(open_block)
        elif item := _ITEM.match(words):
            open_block = Block("item", start + item.end(), end, f"{heading} {intro}", bool(members_below))
            found.append(open_block)
        elif open_block and open_block.kind in ("item", "text"):
            open_block.end = end
        else:
            party = _party_above(text, found, heading)
            open_block = Block("text", start, end, party, bool(members_below))
            found.append(open_block)
        if open_block and open_block.kind == "text":
            intro = words if words.rstrip().endswith(":") else ""
    return found


def _party_above(text: str, found: list[Block], heading: str) -> str:
    """A heading, or a line that stands alone as one, that names a party: "Sökandens bemötande"."""
    if found and found[-1].kind == "text":
        line = text[found[-1].start : found[-1].end].strip()
        if len(line) <= _LONGEST_LABEL and "\n" not in line and not line.endswith("."):
            heading = line
    return heading if PARTY.search(heading) else ""


def _cells(text: str, start: int, end: int) -> list[tuple[int, int]]:
    bars = [start - 1, *(at for at in range(start, end) if text[at] == "|"), end]
    cells = [(before + 1, after) for before, after in pairwise(bars)]
    # The bars at the edges of a row part nothing.
    first = 1 if len(cells) > 1 and not text[slice(*cells[0])].strip() else 0
    last = -1 if len(cells) > 2 and not text[slice(*cells[-1])].strip() else None
    return cells[first:last]


def passages(text: str, found: list[Block]) -> Iterator[Passage]:
    for block in found:
        members = block.of_members or (block.kind == "row" and SEATS.search(" ".join(block.head)) is not None)
        cuts = [block.start]
        if block.kind in ("text", "item") and block.end - block.start > _SHORT:
            cuts += [cut.end() for cut in _SENTENCE.finditer(text, block.start, block.end)]
        for start, end in zip(cuts, [*cuts[1:], block.end], strict=True):
            yield Passage(start, end, block.above, members)


def values(text: str, found: list[Block], label: re.Pattern[str]) -> Iterator[Value]:
    """What stands behind the labels of a pattern: on the same line, the next, in the next cell or the column."""
    carried = ""
    for block in found:
        if carried and block.kind in ("item", "text"):
            yield Value(carried, block.start, _extent(text, block.start, block.end), block.of_members, True)
        if block.kind != "item":
            carried = ""
        if block.kind == "row":
            yield from _in_row(text, block, label)
            continue
        for value in _inline(text, block, block.start, block.end, label):
            if text[value.start : block.end].strip():
                yield value
            else:
                carried = value.label


def _inline(text: str, block: Block, start: int, end: int, label: re.Pattern[str]) -> Iterator[Value]:
    for match in label.finditer(text, start, end):
        between = _BETWEEN.match(text, match.end(), end)
        assert between  # it can be empty
        signed = between["sign"] is not None
        yield _value(text, block, match["label"], between.end(), end, signed)
        colon = None if between["sign"] == ":" else _TO_SIGN.match(text, match.end(), end)
        if colon:
            yield _value(text, block, match["label"], colon.end(), end, True)


def _value(text: str, block: Block, label: str, start: int, end: int, signed: bool) -> Value:
    return Value(" ".join(label.split()), start, _extent(text, start, end), block.of_members, signed)


def _in_row(text: str, block: Block, label: re.Pattern[str]) -> Iterator[Value]:
    members = block.of_members or SEATS.search(" ".join(block.head)) is not None
    for number, (start, end) in enumerate(block.cells):
        yield from (v for v in _inline(text, block, start, end, label) if text[v.start : end].strip())
        named = _label_cell(text[start:end], label)
        if named:
            following = next(((a, b) for a, b in block.cells[number + 1 :] if text[a:b].strip()), None)
            if following:
                yield Value(named, *following, members, True)
        column = _label_cell(block.head[number], label) if number < len(block.head) else ""
        if column:
            yield Value(column, start, end, members, True)


def _label_cell(cell: str, label: re.Pattern[str]) -> str:
    """The label that a cell consists of."""
    words = cell.strip(" :")
    found = label.match(words)
    fits = found and len(words) <= _LONGEST_LABEL and not re.search(r"\d{2}", words)
    return " ".join(found["label"].split()) if found and fits else ""


def _extent(text: str, start: int, end: int) -> int:
    """Where a value ends: with its line, unless the line runs on or the next one is a name alone."""
    end = min(end, start + _LONGEST_VALUE)
    line_end = text.find("\n", start, end)
    while line_end >= 0:
        following = text.find("\n", line_end + 1, end)
        line = text[line_end + 1 : following if following >= 0 else end].strip()
        words = line.strip(", ").split()
        alone = 2 <= len(words) <= 5 and all(word[0].isupper() for word in words)
        runs_on = _EXTENDS.search(text, max(start, line_end - 10), line_end)
        if text[start:line_end].strip() and not runs_on and not alone:
            return line_end
        line_end = following
    sentence = _SENTENCE.search(text, start, end)
    return sentence.start() if sentence else end
