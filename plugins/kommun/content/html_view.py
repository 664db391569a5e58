"""What of a Markdown text is code for certain, so that HTML in it may stand as an example.

`markdown.masked` tells what an editor means by code. That is not enough to leave
a `<script>` alone: renderers differ at the edges (fences in lists, code marks over
several lines, in tables, in blocks of HTML), and what one shows as code another
runs. Code is certain here only where every reading agrees.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import cached_property

from markdown.extensions.attr_list import get_attrs_and_remainder

from .html_elements import INLINE, KNOWN, VOID

AUTOLINK = re.compile(
    r"<(?:https?://[^\s<>\"'`{}\\\[\]]+|mailto:[^\s<>\"'`{}\\\[\]@]+@[^\s<>\"'`{}\\\[\]@]+"
    r"|[\w.+-]+@[\w-]+(?:\.[\w-]+)+)>",
    re.ASCII | re.IGNORECASE,
)
"""`<https://…>` and `<name@host>`: Markdown, not HTML."""
_FENCE = re.compile(r" {0,3}(?P<mark>`{3,}|~{3,})(?P<info>[^\n]*)")
_PLAIN_INFO = re.compile(r" *\.?[\w#.+-]* *")
_BRACED_INFO = re.compile(r" *\{(?P<inner>[^\n]*)\}")
_CHUNK = re.compile(r"(?:[ \t]*[^ \t\n][^\n]*(?:\n|\Z))+")
_RUN = re.compile(r"`+")
_BEGINS_LINE = re.compile(r"^[ \t>*+\d.):-]*<[a-zA-Z/!?]", re.MULTILINE)
HALF_REFERENCE = re.compile(r"&#(?!(?:[0-9]+|[xX][0-9a-fA-F]+);)")
"""What begins as a character reference and is none: Python's reader of HTML loses its place there."""
_EXAMPLE = re.compile(r"<[a-zA-Z/!?]")
_UPSETS = re.compile(rf"</[a-zA-Z]|<[!?]|{HALF_REFERENCE.pattern}")
"""What upsets the renderer's reading of HTML blocks in the midst of code: to it an end is an end wherever it stands."""
_TAG = re.compile(r"<(?P<end>/?)(?P<name>[a-zA-Z][^\s/>`]*)")


@dataclass(frozen=True)
class Fence:
    start: int
    code_start: int
    code_end: int
    end: int
    agreed: bool
    """Every renderer finds this fence, with the same code in it."""


@dataclass(frozen=True)
class Chunk:
    """Lines without an empty line between them: no tag, code mark or link goes past its end."""

    start: int
    end: int
    pairs: tuple[tuple[int, int], ...] | None
    """Its code with the marks, each ended on its own line; None where some are not."""
    plain: bool = True
    """No block of HTML to any renderer: in one, Markdown is only characters."""


def fences(source: str) -> list[Fence]:
    """The fenced code as Python-Markdown finds it; what others would find otherwise is not agreed on."""
    lines = source.split("\n")
    flat = [line.expandtabs(4).rstrip(" ") for line in lines]
    starts = [0]
    for line in lines:
        starts.append(starts[-1] + len(line) + 1)
    closings: dict[str, list[int]] = {}
    for number, line in enumerate(flat):
        if line[:3] in ("```", "~~~"):
            closings.setdefault(line, []).append(number)
    found: list[Fence] = []
    number, agreed = 0, True
    while number < len(lines):
        opens = _FENCE.fullmatch(flat[number]) if flat[number][:6].lstrip()[:3] in ("```", "~~~") else None
        number += 1
        if opens is None or ("`" in opens["info"] and opens["mark"][0] == "`"):
            continue
        ends = closings.get(opens["mark"], [])
        at = bisect_left(ends, number)
        if not _opens(flat[number - 1], opens) or at == len(ends):
            agreed = False  # a fence to some, text to others: from here on they may count differently
            continue
        agreed = agreed and not any(_would_close(line, opens["mark"]) for line in flat[number : ends[at]])
        end = min(starts[ends[at] + 1] - 1, len(source))
        found.append(Fence(starts[number - 1], starts[number], starts[ends[at]], end, agreed))
        number = ends[at] + 1
    return found


def _opens(line: str, opens: re.Match[str]) -> bool:
    braced = _BRACED_INFO.fullmatch(opens["info"])
    whole = get_attrs_and_remainder(braced["inner"])[1] == "" if braced else _PLAIN_INFO.fullmatch(opens["info"])
    return line[0] != " " and bool(whole)


def _would_close(line: str, mark: str) -> bool:
    bare = line.strip(" ")
    return len(line) - len(line.lstrip(" ")) < 4 and bare.startswith(mark) and not bare.strip(mark[0])


class View:
    """A Markdown text with what of it is code."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.chunks: list[Chunk] = []
        self.code: list[tuple[int, int]] = []
        """What every renderer shows as code."""
        self.meant: list[tuple[int, int]] = []
        """What its editor means as code, as far as its marks are paired."""
        self.examples: list[tuple[int, int]] = []
        """HTML between code marks that not every renderer sees: to be written in another way."""
        self._read()

    def _read(self) -> None:
        at = depth = 0
        for fence in fences(self.source):
            depth = self._lines(at, fence.start, depth)
            at = fence.end
            self.meant.append((fence.code_start, fence.code_end))
            if fence.agreed and not depth and not self._touches_tag(fence):
                self.code.append((fence.code_start, fence.code_end))
                self.chunks.append(Chunk(fence.start, fence.code_start, ()))
                self.chunks.append(Chunk(fence.code_end, fence.end, ()))
            else:
                depth = self._lines(fence.start, fence.end, depth)
        self._lines(at, len(self.source), depth)

    def _lines(self, start: int, end: int, depth: int) -> int:
        """Look at the text between two places, with so many elements open before it; how many are after it."""
        for found in _CHUNK.finditer(self.source, start, end):
            pairs = _pairs(found[0], found.start())
            bare = blanked(found[0], pairs or (), found.start()) if "<" in found[0] else ""
            chunk = Chunk(found.start(), found.end(), pairs, not depth and not _has_block(bare))
            self.chunks.append(chunk)
            self.meant += pairs or ()
            for span in pairs or ():
                upsets = _UPSETS.search(self.source, *span)
                if chunk.plain and not upsets:
                    self.code.append(span)
                elif upsets or _EXAMPLE.search(self.source, *span):
                    self.examples.append(span)
            depth = _depth(bare, depth)
        return depth

    def _touches_tag(self, fence: Fence) -> bool:
        """A tag in the lines right above: to some renderers its block of HTML goes on."""
        above = self.chunks[-1] if self.chunks else None
        if above is None or above.end != fence.start:
            return False
        return any(not AUTOLINK.match(self.bare_of(above), m.start()) for m in _TAG.finditer(self.bare_of(above)))

    def bare_of(self, chunk: Chunk) -> str:
        return blanked(self.source[chunk.start : chunk.end], chunk.pairs or (), chunk.start)

    @cached_property
    def bare(self) -> str:
        """The text with what is code for certain blanked, every character in its place."""
        return blanked(self.source, self.code)

    @cached_property
    def shallow(self) -> str:
        """The text with what is meant as code blanked."""
        return blanked(self.source, self.meant)

    @cached_property
    def _chunk_starts(self) -> list[int]:
        return [chunk.start for chunk in self.chunks]

    def chunk_at(self, at: int) -> Chunk | None:
        """The chunk in which a character stands that is neither code nor white space."""
        number = bisect_right(self._chunk_starts, at) - 1
        return self.chunks[number] if number >= 0 and at < self.chunks[number].end else None

    def example_at(self, at: int) -> tuple[int, int] | None:
        number = bisect_right(self.examples, (at, len(self.source))) - 1
        return self.examples[number] if number >= 0 and at < self.examples[number][1] else None

    def has_code(self, start: int, end: int) -> bool:
        """Whether code begins between two places."""
        number = bisect_left(self.code, (start, 0))
        return number < len(self.code) and self.code[number][0] < end


def blanked(text: str, spans: list[tuple[int, int]] | tuple[tuple[int, int], ...], offset: int = 0) -> str:
    """The text with the spans as spaces; they are counted from `offset`."""
    out: list[str] = []
    at = 0
    for start, end in sorted(spans):
        out += [text[at : start - offset], re.sub(r"[^\n]", " ", text[start - offset : end - offset])]
        at = end - offset
    return "".join([*out, text[at:]])


def _pairs(text: str, offset: int) -> tuple[tuple[int, int], ...] | None:
    """The code between marks of a chunk, if each is ended by the next one on the same line."""
    found: list[tuple[int, int]] = []
    if "`" not in text:
        return ()
    at = offset
    for line in text.split("\n"):
        runs = list(_RUN.finditer(line))
        if len(runs) % 2:
            return None
        for first, last in zip(runs[::2], runs[1::2], strict=True):
            inside = line[first.end() : last.start()]
            if len(first[0]) != len(last[0]) or "|" in inside or line[: first.start()].endswith("\\"):
                return None
            found.append((at + first.start(), at + last.end()))
        at += len(line) + 1
    return tuple(found)


def _has_block(bare: str) -> bool:
    """Whether a tag in a chunk makes a block of HTML of it to some renderer: code marks in one are only characters."""
    if "<" not in bare:
        return False
    if any(not AUTOLINK.match(bare, found.end() - 2) for found in _BEGINS_LINE.finditer(bare)):
        return True
    return any(name in KNOWN and name not in INLINE for name in (m["name"].lower() for m in _TAG.finditer(bare)))


def _depth(bare: str, depth: int) -> int:
    for found in _TAG.finditer(bare):
        name = found["name"].lower()
        if name in KNOWN and name not in VOID:
            depth = max(0, depth - 1) if found["end"] else depth + 1
    return depth
