"""From the converter's HTML to blocks: paragraphs, items of lists, tables."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from lxml import html as lxml_html

from .blocks import Block, Bullet, Cell, Paragraph, Span, Table, joined, trimmed
from .marks import Losses, number_in, without_marks

_INVISIBLE = re.compile(
    "[\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2064\ufeff\ufffc\ufffd]|[\x00-\x08\x0b-\x1f\x7f-\x9f]"
)
_RAISED = str.maketrans("0123456789+-()n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁽⁾ⁿ")
_LOWERED = str.maketrans("0123456789+-()", "₀₁₂₃₄₅₆₇₈₉₊₋₍₎")
_SAFE_LINK = re.compile(r"(?:https?://|mailto:)\S", re.IGNORECASE)
_NUMBER_MARK = re.compile("\ue002\\d+\ue003")
_MAX_COLUMNS = 60


def blocks_of(html: str, losses: Losses) -> list[Block]:
    """The blocks of the converter's HTML, top to bottom."""
    root = lxml_html.fragment_fromstring(html, create_parent="div")
    return list(_Reader(losses).blocks(root))


class _Reader:
    def __init__(self, losses: Losses) -> None:
        self.losses = losses

    def blocks(self, parent: Any) -> Iterator[Block]:
        for element in parent:
            if element.tag in ("ul", "ol"):
                yield from self.items(element, 0)
            elif element.tag == "table":
                yield from self.table(element)
            else:
                yield from self.paragraphs(element)

    def paragraphs(self, element: Any) -> Iterator[Paragraph]:
        level = int(element.tag[1]) if re.fullmatch(r"h[1-6]", element.tag) else 0
        spans = joined(self.spans(element, Span("")))
        if level:
            spans = tuple(replace(span, text=span.text.replace("\n", " ")) for span in spans)
        for number, line in enumerate(_lines(spans)):
            if line:
                yield Paragraph(line, level, continued=number > 0)

    def items(self, parent: Any, depth: int) -> Iterator[Paragraph]:
        for item in parent:
            inner = [child for child in item if child.tag in ("ul", "ol")]
            for child in inner:
                item.remove(child)
            spans = joined(self.spans(item, Span("")))
            number = next((n for span in spans if (n := number_in(span.text)) is not None), None)
            bare = tuple(replace(span, text=_NUMBER_MARK.sub("", span.text)) for span in spans)
            if words := trimmed(bare):
                yield Paragraph(words, bullet=Bullet(depth, number))
            for child in inner:
                yield from self.items(child, depth + (1 if words else 0))

    def table(self, element: Any) -> Iterator[Block]:
        table = Table([])
        held: dict[int, int] = {}
        """Columns that a cell above still fills, for how many rows more."""
        for row in element.iter("tr"):
            if next(row.iterancestors("table")) is not element:
                continue
            cells: list[Cell] = []
            for cell in row:
                while len(cells) in held:
                    cells.append(self.held(held, len(cells)))
                wide, high = _whole(cell.get("colspan")), _whole(cell.get("rowspan"))
                table.merged = table.merged or wide > 1 or high > 1
                start = len(cells)
                cells += [self.cell(cell), *([] for _ in range(wide - 1))]
                if high > 1:
                    held.update(dict.fromkeys(range(start, start + wide), high - 1))
            while len(cells) in held:
                cells.append(self.held(held, len(cells)))
            table.rows.append(cells)
        yield from _shaped(table)

    @staticmethod
    def held(held: dict[int, int], column: int) -> Cell:
        left = held.pop(column) - 1
        if left:
            held[column] = left
        return []

    def cell(self, element: Any) -> Cell:
        cell: Cell = []
        for block in self.blocks(element):
            if isinstance(block, Table):
                mark = Span(self.losses.mark("nested"))
                inner = [paragraph for row in block.rows for part in row for paragraph in part]
                cell += [Paragraph((mark, *inner[0].spans)), *inner[1:]] if inner else []
            else:
                cell.append(block)
        return cell

    def spans(self, element: Any, look: Span) -> Iterator[Span]:
        """The words in an element, each with how it looks."""
        yield replace(look, text=_clean(element.text))
        for child in element:
            yield from self.child(child, look)
            yield replace(look, text=_clean(child.tail))

    def child(self, child: Any, look: Span) -> Iterator[Span]:
        if child.tag == "br":
            yield replace(look, text="\n")
        elif child.tag == "input":
            yield replace(look, text="☒" if child.get("checked") is not None else "☐")
        elif child.tag in ("sup", "sub"):
            table = _RAISED if child.tag == "sup" else _LOWERED
            for span in self.spans(child, look):
                yield replace(span, text=_shifted(span.text, table))
        elif child.tag == "a" and (target := child.get("href")):
            yield from self.link(child, target, look)
        else:
            yield from self.spans(child, _looking(child, look))

    def link(self, element: Any, target: str, look: Span) -> Iterator[Span]:
        """A link that leads somewhere for every reader; others become words."""
        if _SAFE_LINK.match(target):
            look = replace(look, link=target)
        elif not target.startswith("#"):
            yield replace(look, text=self.losses.mark("link", target))
        yield from self.spans(element, look)


def _looking(element: Any, look: Span) -> Span:
    if element.tag == "strong":
        return replace(look, bold=True)
    if element.tag == "em":
        return replace(look, italic=True)
    if element.tag == "s":
        return replace(look, struck=True)
    return replace(look, capitals=True) if element.get("class") == "capitals" else look


def _clean(text: str | None) -> str:
    """Characters that can be seen, each in its one form."""
    return _INVISIBLE.sub("", unicodedata.normalize("NFC", text or "").replace("\u2011", "-"))


def _shifted(text: str, table: dict[int, int]) -> str:
    bare = without_marks(text).strip()
    return text.translate(table) if bare and all(ord(c) in table for c in bare) and bare == text else text


def _whole(text: str | None) -> int:
    return min(int(text), _MAX_COLUMNS) if text and text.isdigit() else 1


def _lines(spans: tuple[Span, ...]) -> list[tuple[Span, ...]]:
    """The spans parted at their line breaks, without empty ends."""
    lines: list[list[Span]] = [[]]
    for span in spans:
        first, *rest = span.text.split("\n")
        lines[-1].append(replace(span, text=first))
        lines += [[replace(span, text=text)] for text in rest]
    return [trimmed(tuple(line)) for line in lines]


def _shaped(table: Table) -> Iterator[Block]:
    """A table without empty rows and columns; one column or no words make no table."""
    rows = [row for row in table.rows if any(row)]
    width = max((len(row) for row in rows), default=0)
    filled = [column for column in range(width) if any(len(row) > column and row[column] for row in rows)]
    table.rows = [[row[column] if len(row) > column else [] for column in filled] for row in rows]
    if len(filled) > 1:
        yield table
        return
    for row in table.rows:
        yield from (paragraph for cell in row for paragraph in cell)
