"""The first page of minutes, and what follows the last §: labels with facts, people, signatures.

Facts and signatures are taken out of the text; those present stay in it, each line
for an editor to decide on, since they are names of persons (strategy 4.1).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from .blocks import Block, Bullet, Cell, Paragraph, Span, Table, cell_text, marks_of, one_line, without_start
from .headings import split_heading
from .labels import AT_THE_END, PEOPLE, Labelled, label_of
from .layout import MAX_MATTER, Paper
from .marks import mark_of, without_marks

_INSTRUCTIONS = re.compile(
    r"(?:besvärs|omprövnings|rättelse|överklagande)?anvisning|hur man (?:söker|begär)|rättelseyrkande|"
    r"muutoksenhaku|oikaisuvaatimus|valitusosoitus",
    re.IGNORECASE,
)
_LONG = 160
_VALUE_LINES = 3
"""Lines under a label that can belong to its fact."""
_GAP = re.compile(r"\t+|[ \u00a0]{3,}")


@dataclass
class Cover:
    """What stands around the §§."""

    facts: dict[str, list[str]] = field(default_factory=dict)
    """By label, the lines that follow it, as written."""
    blocks: list[Block] = field(default_factory=list)
    """What remains as text."""
    labels: dict[str, str] = field(default_factory=dict)
    signatures: list[str] = field(default_factory=list)


def read_cover(blocks: Iterable[Block], paper: Paper, at_the_end: bool = False) -> Cover:
    """Facts and people before the first §, or facts and signatures after the last text (`at_the_end`)."""
    reader = _Reader(paper, AT_THE_END if at_the_end else None)
    for block in blocks:
        reader.take(block)
    return reader.cover


def opens_instructions(block: Block) -> bool:
    """The heading of the instructions on appeal that are often sewn in behind the minutes."""
    if isinstance(block, Table) or split_heading(block.plain):
        return False
    short = len(block.plain) < 100 and not block.plain.endswith(".")
    looks = block.level or block.is_bold or block.plain.isupper()
    return bool(short and looks and _INSTRUCTIONS.match(block.plain))


def line_of(paragraph: Paragraph) -> str:
    """The words with their tabs and wide gaps, which part a label from its value."""
    return without_marks(paragraph.raw).replace("\u00a0", " ").strip()


class _Reader:
    def __init__(self, paper: Paper, only: Sequence[str] | None) -> None:
        self.cover = Cover()
        self.paper = paper
        self.only = only
        self.current = ""
        self.left = 0
        """How many more lines the fact of the current label may have."""

    def label(self, line: str) -> Labelled | None:
        found = label_of(line)
        return found if found and (self.only is None or found.name in self.only) else None

    def take(self, block: Block) -> None:
        if isinstance(block, Table):
            self.table(block)
        elif block.level and not self.label(line_of(block)):
            self.current = ""
            self.cover.blocks.append(block)
        else:
            self.paragraph(block)

    def table(self, table: Table) -> None:
        """A table of labels and values is read row by row; another stays a table."""
        if not any(self.is_labelled(row) for row in table.rows) or self.has_head(table):
            if self.current in PEOPLE or self.has_head(table):
                table.review = "people"
            if self.current != "signatures":
                self.cover.blocks.append(table)
            return
        for row in table.rows:
            found = self.label(cell_text(row[0]))
            if found and not found.rest:
                self.start(found, Paragraph(()))
                self.values(row[1:])
            elif self.is_labelled(row):
                for paragraph in (p for cell in row for p in cell):
                    self.paragraph(paragraph)
            else:
                self.values(row)

    def is_labelled(self, row: list[Cell]) -> bool:
        """Whether the first cell is a label, or another holds a label with its fact."""
        own = self.label(cell_text(row[0]))
        others = (self.label(line_of(p)) for cell in row[1:] for p in cell)
        return own is not None or any(found and found.rest and found.name not in PEOPLE for found in others)

    def has_head(self, table: Table) -> bool:
        """Whether the labels are the names of columns."""
        found = [self.label(cell_text(cell)) for cell in table.rows[0] if cell]
        return len(found) > 1 and all(label and not label.rest and label.name in PEOPLE for label in found)

    def values(self, cells: list[Cell]) -> None:
        """The cells beside a label; columns of as many lines each belong together line by line."""
        filled = [cell for cell in cells if cell]
        if len({len(cell) for cell in filled}) == 1 and len(filled) > 1:
            for together in zip(*filled, strict=True):
                spans = [
                    span for number, p in enumerate(together) for span in (*([Span(", ")] if number else ()), *p.spans)
                ]
                self.line(replace(together[0], spans=tuple(spans)))
        else:
            for paragraph in (p for cell in filled for p in cell):
                self.line(paragraph)

    def paragraph(self, paragraph: Paragraph) -> None:
        found = None if paragraph.bullet else self.label(line_of(paragraph))
        if found:
            self.start(found, paragraph)
        else:
            self.line(paragraph)

    def start(self, found: Labelled, paragraph: Paragraph) -> None:
        """A label begins; what follows it on its own line is its first line."""
        name = found.name
        if name == "time_and_place" and not found.rest and self.current in AT_THE_END:
            return  # "Protokolljustering," with "plats och tid" on the line below
        if name == "officers" and found.rest:
            self.cover.blocks.append(replace(_listed(paragraph), bullet=None, review="people"))
            return
        self.current, self.left = name, _VALUE_LINES
        self.cover.labels.setdefault(name, found.label)
        if name in PEOPLE:
            self.cover.blocks.append(Paragraph((Span(found.label, bold=True),)))
        elif name != "sections":
            self.cover.facts.setdefault(name, [])
        if found.rest:
            start = paragraph.raw.replace("\u00a0", " ").find(found.rest.split("\t")[0].split(" ")[0], len(found.label))
            self.line(replace(paragraph, spans=without_start(paragraph.spans, max(start, 0)), level=0))

    def line(self, paragraph: Paragraph) -> None:
        """A line under the current label."""
        text = one_line(paragraph.raw)
        if self.current and len(text) > _LONG and text.endswith("."):
            self.current = ""
        if self.current in PEOPLE:
            self.cover.blocks.append(_listed(paragraph))
        elif self.current == "signatures":
            self.cover.signatures.append(text)
            self.keep_marks(paragraph)
        elif len(text) <= MAX_MATTER and (self.current == "sections" or (not self.only and split_heading(text))):
            self.paper.matters = self.paper.matters or split_heading(text) is not None
            self.keep_marks(paragraph)
        elif self.current and self.left > 0 and text:
            self.cover.facts[self.current].append(line_of(paragraph))
            self.left -= 1 if self.current in AT_THE_END else _VALUE_LINES
            self.keep_marks(paragraph)
        else:
            self.current = ""
            self.cover.blocks.append(paragraph)

    def keep_marks(self, paragraph: Paragraph) -> None:
        """A line goes, but not what is told of it."""
        if marks_of(paragraph):
            marks = "".join(mark_of(number) for number in marks_of(paragraph))
            self.cover.blocks.append(Paragraph((Span(marks),)))


def _listed(paragraph: Paragraph) -> Paragraph:
    """A person as an item of a list, with commas where the page had columns."""
    spans = tuple(replace(span, text=_GAP.sub(", ", span.text)) for span in paragraph.spans)
    return replace(paragraph, spans=spans, level=0, bullet=Bullet(0), review="people")
