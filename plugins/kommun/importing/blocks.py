"""What a document consists of once it has left Word: paragraphs and tables of words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import groupby

from .marks import marks_in, only_marks, without_marks

_SPACES = re.compile(r"\s+")


@dataclass(frozen=True)
class Span:
    """Words that look alike."""

    text: str
    bold: bool = False
    italic: bool = False
    struck: bool = False
    capitals: bool = False
    """Shown in capitals, written as it is."""
    link: str = ""


@dataclass(frozen=True)
class Bullet:
    """An item of a list; `number` is None where it shows a dot."""

    depth: int
    number: int | None = None


@dataclass(frozen=True)
class Paragraph:
    spans: tuple[Span, ...]
    level: int = 0
    """Of a heading in Word, 0 for other text."""
    bullet: Bullet | None = None
    continued: bool = False
    """One Word paragraph with the paragraph before: only a line break stood between."""
    review: str = ""
    """Why an editor must decide on it: a key under `review` in `importing.yml`."""

    @property
    def raw(self) -> str:
        return "".join(span.text for span in self.spans)

    @property
    def plain(self) -> str:
        """The words as they look, on one line."""
        words = "".join(span.text.upper() if span.capitals else span.text for span in self.spans)
        return one_line(words)

    @property
    def is_bold(self) -> bool:
        """Every word of it."""
        worded = [span for span in self.spans if without_marks(span.text).strip()]
        return bool(worded) and all(span.bold for span in worded)


Cell = list[Paragraph]


@dataclass
class Table:
    rows: list[list[Cell]]
    review: str = ""
    merged: bool = False
    """Some cells reach over several columns or rows, which a table on a web page cannot."""

    @property
    def lines(self) -> list[str]:
        """Each row as one line, cells parted by tabs."""
        return ["\t".join(cell_text(cell) for cell in row) for row in self.rows]

    @property
    def paragraphs(self) -> Iterator[Paragraph]:
        return (paragraph for row in self.rows for cell in row for paragraph in cell)


Block = Paragraph | Table


def one_line(text: str) -> str:
    """Words without marks, with single spaces."""
    return _SPACES.sub(" ", without_marks(text)).strip()


def cell_text(cell: Cell) -> str:
    return " ".join(text for paragraph in cell if (text := paragraph.plain))


def marks_of(block: Block) -> list[int]:
    """The marks of what was lost in a block."""
    if isinstance(block, Table):
        return [number for paragraph in block.paragraphs for number in marks_in(paragraph.raw)]
    return list(marks_in(block.raw))


def joined(spans: Iterator[Span] | tuple[Span, ...]) -> tuple[Span, ...]:
    """Neighbours that look alike as one, without empty ones."""
    kept = (span for span in spans if span.text)
    groups = groupby(kept, key=lambda span: replace(span, text=""))
    return tuple(replace(look, text="".join(span.text for span in group)) for look, group in groups)


def trimmed(spans: tuple[Span, ...]) -> tuple[Span, ...]:
    """Without spaces at the start and the end."""
    out = list(joined(spans))
    while out and not out[0].text.strip():
        out.pop(0)
    if out:
        out[0] = replace(out[0], text=out[0].text.lstrip())
    while out and not out[-1].text.strip():
        out.pop()
    if out:
        out[-1] = replace(out[-1], text=out[-1].text.rstrip())
    return tuple(out)


def without_start(spans: tuple[Span, ...], length: int) -> tuple[Span, ...]:
    """The spans less their first characters; marks among those are kept."""
    out: list[Span] = []
    for span in spans:
        gone, left = span.text[:length], span.text[length:]
        length -= len(gone)
        out.append(replace(span, text=only_marks(gone) + left))
    return trimmed(tuple(out))
