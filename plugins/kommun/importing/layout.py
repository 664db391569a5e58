"""Tables that only place words on the page, and lines that belong to the paper: page numbers, rules for signatures."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from .blocks import Block, Cell, Paragraph, Span, Table, cell_text, marks_of, trimmed
from .headings import split_heading
from .marks import only_marks

_DATE = r"(?:\d{4}-\d{2}-\d{2}|\d{1,2}\. ?\d{1,2}\. ?\d{4}|\d{1,2}\.? (?:[a-zåäö]+) \d{4})"
_PIECES = re.compile(
    r"sammanträdesprotokoll|kokouspöytäkirja|protokoll(?:sutdrag)?|pöytäkirja(?:note)?|"
    r"(?:nr|nro|n:o)\.? ?\d{1,3} ?/ ?\d{2,4}|\d{1,3} ?/ ?\d{4}|"
    r"sammanträdesdatum|sammanträdesdag|kokouspäivä(?:määrä)?|organ\b|toimielin\b|datum\b|päivämäärä|"
    rf"{_DATE}|sida|sivu|\(\d+\)|\d{{1,3}}|\bnr\b|\bnro\b",
    re.IGNORECASE,
)
_TELLING = re.compile(r"protokoll|pöytäkirja|\bsida\b|\bsivu\b|sammanträdesdatum|kokouspäivä", re.IGNORECASE)
_HEAD_OF_PAGE = re.compile(
    r"sammanträdesprotokoll|kokouspöytäkirja|(?:protokoll|pöytäkirja) n|sammanträdesdatum", re.IGNORECASE
)
_PAGE_NUMBER = re.compile(
    r"(?:(?:sida|sivu|s\.)\s*)?[-–— ]*\d{1,3}\s*(?:\(\d{1,3}\)|/\s*\d{1,3})?[-–— ]*", re.IGNORECASE
)
_RULE = re.compile(r"_{4,}|\.{8,}|…{4,}|-{8,}")
_LETTERS = re.compile(r"[^\W\d_]")
MAX_MATTER = 200
"""Characters of a row in a list of matters."""


@dataclass
class Paper:
    """What was left out because it belongs to the paper."""

    lines: list[str] = field(default_factory=list)
    matters: bool = False
    """A list of the matters: the site makes its own."""


def flattened(blocks: Iterable[Block], keep_lists: bool) -> list[Block]:
    """Tables in which §§ are set out become paragraphs; with `keep_lists` a list of the matters stays a table."""
    out: list[Block] = []
    for block in blocks:
        if isinstance(block, Table) and _opens_sections(block) and not (keep_lists and is_matter_list(block)):
            for row in block.rows:
                out += _row(row)
        else:
            out.append(block)
    return out


def _opens_sections(table: Table) -> bool:
    return any(split_heading(p.plain) for row in table.rows for cell in row for p in cell)


def is_matter_list(block: Block) -> bool:
    """A table with a § on every row and nothing under it."""
    if not isinstance(block, Table) or len(block.rows) < 2:
        return False
    lines = [" ".join(cell_text(cell) for cell in row) for row in block.rows]
    opened = [line for line in lines if split_heading(line) and len(line) <= MAX_MATTER]
    return len(opened) >= len(lines) - 1 and all(len(cell) <= 1 for row in block.rows for cell in row)


def _row(row: list[Cell]) -> list[Paragraph]:
    """The words of a row; a § number in a cell of its own goes with the title beside it."""
    filled = [cell for cell in row if cell]
    opening = split_heading(cell_text(filled[0])) if filled else None
    if opening and not opening[1] and len(filled) > 1 and len(filled[0]) == 1:
        number, (title, *rest) = filled[0][0], filled[1]
        spans = (*number.spans, Span(" ", bold=number.is_bold and title.is_bold), *title.spans)
        first = replace(title, spans=trimmed(spans), level=number.level or title.level)
        return [first, *rest, *(p for cell in filled[2:] for p in cell)]
    return [paragraph for cell in filled for paragraph in cell]


def without_paper(blocks: Iterable[Block], names: Iterable[str], paper: Paper) -> list[Block]:
    """The blocks less page headers, page numbers and rules to sign on; `names` are those of body and municipality."""
    out: list[Block] = []
    known = sorted((name for name in names if name), key=len, reverse=True)
    for block in blocks:
        if isinstance(block, Table):
            # A number alone on a row of a table is no page number.
            heads = (_HEAD_OF_PAGE.search(line) and _is_paper(line, known, paper) for line in block.lines)
            block.rows = [row for row, head in zip(block.rows, list(heads), strict=True) if not head]
            if block.rows:
                out.append(block)
        elif block.bullet or not _is_paper(block.plain, known, paper):
            out.append(block)
        elif marks_of(block):
            out.append(replace(block, spans=tuple(replace(s, text=only_marks(s.text)) for s in block.spans)))
    return out


def _is_paper(line: str, names: list[str], paper: Paper) -> bool:
    text = " ".join(line.split())
    if not text:
        return False
    if _PAGE_NUMBER.fullmatch(text) or _is_header(text, names) or _is_rule(text):
        paper.lines.append(text)
        return True
    return False


def _is_header(text: str, names: list[str]) -> bool:
    """A line made up of nothing but the words of a page header."""
    if not _TELLING.search(text) or len(text) > MAX_MATTER:
        return False
    rest = text
    for name in names:
        rest = re.sub(re.escape(name), " ", rest, flags=re.IGNORECASE)
    return not _LETTERS.search(_PIECES.sub(" ", rest)) and not re.search(r"\d", _PIECES.sub(" ", rest))


def _is_rule(text: str) -> bool:
    """A line to sign on, with at most the titles of those who sign under or before it."""
    return _RULE.search(text) is not None and len(_RULE.sub("", text)) < 80
