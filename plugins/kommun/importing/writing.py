"""The text of the minutes as Markdown, and on which of its lines everything worth telling stands."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from .blocks import Block, Bullet, Paragraph, Span, Table, joined, marks_of, one_line, trimmed
from .escaping import escaped, escaped_cell, escaped_heading, escaped_start, link_target
from .headings import mentions_section
from .marks import without_marks
from .sections import Outline

_EDGES = re.compile(r"^(\s*)(.*?)(\s*)$", re.DOTALL)
_SPACES = re.compile(r"[ \t]+")
_ELECTION = re.compile(r"protokolljuster|rösträkn|pöytäkirjan ?tarkasta|ääntenlask", re.IGNORECASE)
_NAME = re.compile(r"\b[A-ZÅÄÖ][a-zåäöéü]+(?:-[A-ZÅÄÖ][a-zåäöéü]+)? [A-ZÅÄÖ][a-zåäöéü]+")


@dataclass
class Remark:
    """Something for an editor to look at: what (a key under `review`), on which line, and the words there."""

    kind: str
    line: int
    text: str


@dataclass
class Written:
    """The finished text; lines are counted from 1 in it."""

    lines: list[str] = field(default_factory=list)
    places: dict[int, tuple[int | None, int]] = field(default_factory=dict)
    """For each mark the § and the line where it stood."""
    remarks: list[Remark] = field(default_factory=list)

    @property
    def text(self) -> str:
        return "\n".join(self.lines) + "\n" if self.lines else ""


def write_text(outline: Outline) -> Written:
    """Markdown of the whole outline."""
    writer = _Writer()
    writer.blocks(outline.first.blocks, top=2)
    for section in outline.sections:
        writer.section = section.number
        title = escaped_heading(section.title)
        writer.put([f"## § {section.number} {title}".rstrip()])
        writer.place(section.marks)
        if not section.title:
            writer.remark("no-title", f"§ {section.number}")
        writer.elects = _ELECTION.search(section.title) is not None
        writer.blocks(section.blocks, top=3)
    writer.elects = False
    writer.section = None
    writer.blocks(outline.after, top=2)
    if outline.after:
        writer.out.remarks.append(Remark("instructions", writer.line_of_after, one_line(_words(outline.after[0]))))
    return writer.out


class _Writer:
    def __init__(self) -> None:
        self.out = Written()
        self.section: int | None = None
        self.latest: Bullet | None = None
        """The item of a list that the next line could go on from."""
        self.line_of_after = 0
        self.elects = False
        """Whether the § is one in which persons are elected to see to the minutes."""

    def put(self, lines: list[str], close: bool = False) -> None:
        """Lines of one block, with an empty line before unless they go on with a list."""
        if self.out.lines and not close:
            self.out.lines.append("")
        self.out.lines += lines

    def place(self, marks: Iterable[int]) -> None:
        for mark in marks:
            self.out.places.setdefault(mark, (self.section, max(len(self.out.lines), 1)))

    def remark(self, kind: str, text: str) -> None:
        self.out.remarks.append(Remark(kind, len(self.out.lines), text))

    def blocks(self, blocks: list[Block], top: int) -> None:
        self.latest = None
        # Headings in Word may start at any level: the highest here stands right under the §.
        highest = min((b.level for b in blocks if isinstance(b, Paragraph) and b.level), default=1)
        for number, block in enumerate(blocks):
            if isinstance(block, Table):
                self.table(block)
            else:
                self.paragraph(block, top - highest)
            self.place(marks_of(block))
            if not number:
                self.line_of_after = len(self.out.lines)

    def paragraph(self, paragraph: Paragraph, deeper: int) -> None:
        text = inline(paragraph.spans)
        if not text:
            return
        item = paragraph.bullet
        if item:
            before = self.latest or Bullet(-1)
            item = replace(item, depth=min(item.depth, before.depth + 1))
            # Dots and numbers side by side are two lists.
            other = item.depth == before.depth and (item.number is None) != (before.number is None)
            sign = "-" if item.number is None else f"{item.number}."
            self.put(
                [f"{'    ' * item.depth}{sign} {escaped_start(text)}"], close=self.latest is not None and not other
            )
        elif paragraph.level and not mentions_section(paragraph.plain):
            self.put([f"{'#' * min(paragraph.level + deeper, 6)} {escaped_heading(one_line(paragraph.raw))}"])
        else:
            self.put([escaped_start(text)])
        self.latest = item
        if review := paragraph.review or ("people" if self.elects and _NAME.search(paragraph.plain) else ""):
            self.remark(review, paragraph.plain)

    def table(self, table: Table) -> None:
        self.latest = None
        rows = [f"| {' | '.join(cell(c) for c in row)} |" for row in table.rows]
        if len(rows) == 1:
            for paragraph in table.paragraphs:
                self.paragraph(replace(paragraph, review=table.review), 0)
            return
        rows.insert(1, f"|{' --- |' * len(table.rows[0])}")
        self.put(rows)
        first = len(self.out.lines) - len(rows) + 1
        if table.review:
            for number, line in enumerate(table.lines):
                at = first if not number else first + number + 1
                self.out.remarks.append(Remark(table.review, at, one_line(line)))
        if table.merged:
            self.out.remarks.append(Remark("merged", first, one_line(table.lines[0])))


def cell(paragraphs: list[Paragraph]) -> str:
    """A cell on one line."""
    parts = [("• " if p.bullet else "") + inline(p.spans) for p in paragraphs if without_marks(p.raw).strip()]
    return escaped_cell("<br>".join(parts))


def inline(spans: tuple[Span, ...]) -> str:
    """Spans as Markdown on one line."""
    bare = trimmed(joined(tuple(replace(span, text=without_marks(span.text), capitals=False) for span in spans)))
    return "".join(_span(span) for span in bare).strip()


def _span(span: Span) -> str:
    found = _EDGES.match(_SPACES.sub(" ", span.text.replace("\n", " ")))
    assert found  # it matches every text
    before, words, after = found.groups()
    if not words:
        return before + after
    text = escaped(words)
    for on, sign in ((span.italic, "*"), (span.bold, "**")):
        if on:
            text = f"{sign}{text}{sign}"
    if span.struck:
        text = f"<s>{text}</s>"
    if span.link:
        text = f"[{text}]({link_target(span.link)})"
    return f"{before}{text}{after}"


def _words(block: Block) -> str:
    return block.lines[0] if isinstance(block, Table) else block.plain
