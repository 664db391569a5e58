"""The minutes as a reader sees them: a first page, the §§ with their text, and what follows."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from .blocks import Block, Paragraph, Span, Table, marks_of, without_start
from .cover import Cover, opens_instructions, read_cover
from .headings import Candidate, candidates, chosen, mentions_section
from .layout import Paper, flattened, is_matter_list, without_paper
from .marks import only_marks
from .titles import Vocabulary, learn, readable_title

_NO_TITLE = re.compile(
    r"förslag|beslut|bered|bakgrund|föredra|bilag|ehdotus|päätö|valmist|esittel|selostus|liite|\d", re.IGNORECASE
)
_MAX_JOINED = 150
_MAX_BOLD_TITLE = 120
_MAX_SIGNATURE = 80


@dataclass
class Section:
    """A § with what stands under it."""

    number: int
    title: str
    blocks: list[Block]
    marks: list[int] = field(default_factory=list)
    unsure: bool = False
    """Its title was in capitals, and some of its words stand nowhere else."""


@dataclass
class Outline:
    """Minutes taken apart."""

    first: Cover
    sections: list[Section]
    last: Cover
    after: list[Block]
    """From the instructions on appeal on."""
    paper: Paper
    doubtful: list[str]
    """Lines that begin as a § and were not taken as one."""


def read_outline(blocks: list[Block], names: Iterable[str], known: Iterable[str]) -> Outline:
    """Find the §§. `names` stand in page headers; `known` are words that keep their capital."""
    paper = Paper()
    heads = list(names)
    bare = without_paper(blocks, heads, paper)
    flat = flattened(bare, keep_lists=True)
    opened = chosen(candidates(flat))
    if not opened:
        flat = flattened(bare, keep_lists=False)
        opened = chosen(candidates(flat)) or chosen(candidates(flat, of_body=True))
    taken = {candidate.at for candidate in opened}
    doubtful = [c for c in candidates(flat) if c.at not in taken and c.weight >= 2 and opened and c.at > opened[0].at]
    vocabulary = learn((_text(block) for at, block in enumerate(flat) if at not in taken), known)
    starts = [candidate.at for candidate in opened]
    folded = {name.casefold() for name in heads}
    before = [b for b in flat[: starts[0] if starts else len(flat)] if not _left_out(b, folded, bool(starts), paper)]
    sections = [
        _section(candidate, flat[candidate.at : end], vocabulary)
        for candidate, end in zip(opened, [*starts, len(flat)][1:], strict=False)
    ]
    last, after = Cover(), list[Block]()
    if sections:
        own, after = _until_instructions(sections[-1].blocks, vocabulary)
        last = read_cover(own, paper, at_the_end=True)
        sections[-1].blocks = _signed(last.blocks)
    lines = [_text(flat[candidate.at]) for candidate in doubtful]
    return Outline(read_cover(before, paper), sections, last, after, paper, lines)


def first_lines(outline: Outline) -> list[str]:
    """The lines before the §§, in which the number of the minutes may stand."""
    return [line for block in outline.first.blocks for line in _text(block).split("\n")]


def _left_out(block: Block, names: set[str], sections: bool, paper: Paper) -> bool:
    """Before the §§: a list of the matters, which the site makes itself, and a name that only heads the page."""
    if sections and is_matter_list(block):
        paper.matters = True
        return True
    if isinstance(block, Paragraph) and block.plain.casefold() in names and not marks_of(block):
        paper.lines.append(block.plain)
        return True
    return False


def _text(block: Block) -> str:
    return "\n".join(block.lines) if isinstance(block, Table) else block.plain


def _until_instructions(blocks: list[Block], vocabulary: Vocabulary) -> tuple[list[Block], list[Block]]:
    """The text of the last §, and the instructions on appeal behind it under a heading of their own."""
    for number, block in enumerate(blocks):
        if isinstance(block, Paragraph) and opens_instructions(block):
            title, _ = readable_title(block.plain, vocabulary)
            heading = replace(block, spans=(Span(title + only_marks(block.raw)),), level=1)
            return blocks[:number], [heading, *blocks[number + 1 :]]
    return blocks, []


def _signed(blocks: list[Block]) -> list[Block]:
    """The blocks of the last §, with the short lines after its last sentence marked as perhaps signatures."""
    out = list(blocks)
    for at in range(len(out) - 1, 0, -1):
        block = out[at]
        if isinstance(block, Table) or block.bullet or block.level or len(block.plain) > _MAX_SIGNATURE:
            break
        if block.plain.endswith((".", ":", "!", "?")):
            break
        out[at] = replace(block, review="signature") if block.plain else block
    return out


def _section(candidate: Candidate, blocks: list[Block], vocabulary: Vocabulary) -> Section:
    heading, rest = blocks[0], list(blocks[1:])
    assert isinstance(heading, Paragraph)
    marks = marks_of(heading)
    title = candidate.title
    if text := _text_after_bold(heading):
        title, paragraph = text
        rest.insert(0, paragraph)
        marks = [number for number in marks if number not in marks_of(paragraph)]
    while rest and (more := _more_title(heading, title, rest[0])):
        title = f"{title} {more}".strip()
        marks += marks_of(rest.pop(0))
    shown, unsure = readable_title(title, vocabulary)
    return Section(candidate.number, shown, rest, marks, unsure)


def _text_after_bold(heading: Paragraph) -> tuple[str, Paragraph] | None:
    """A bold title that its text follows in the same paragraph: the title, and the text."""
    spans = heading.spans
    if heading.level or heading.is_bold or not spans[0].bold:
        return None
    count = next(number for number, span in enumerate(spans) if not span.bold and span.text.strip())
    bold = replace(heading, spans=spans[:count])
    rest = replace(heading, spans=without_start(spans, sum(len(span.text) for span in spans[:count])))
    found = candidates([bold])
    runs_on = len(rest.plain) > _MAX_BOLD_TITLE or (len(rest.plain) > _MAX_BOLD_TITLE // 2 and rest.plain[-1] == ".")
    if not found or not found[0].title or not runs_on or len(bold.plain) > _MAX_BOLD_TITLE:
        return None
    return found[0].title, rest


def _more_title(heading: Paragraph, title: str, block: Block) -> str:
    """The words of a paragraph that goes on with the title; '' where it is text."""
    if isinstance(block, Table) or block.bullet or len(block.plain) > _MAX_JOINED or mentions_section(block.plain):
        return ""
    words = block.plain
    alike = block.continued or (heading.level == block.level if heading.level or block.level else block.is_bold)
    ends = words.endswith((".", ":", ";", "?", "!"))
    if not words or ends or (_NO_TITLE.search(words) and title) or (title and not alike):
        return ""
    only_keyword = title.isupper() and len(title.split()) <= 2
    return words if not title or only_keyword or (words[0].islower() and alike) else ""
