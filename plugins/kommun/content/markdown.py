"""What the rules need to know of a Markdown text: headings, sections, links, with their lines.

Code (fences, indented-by-fence text, inline code) and HTML comments are blanked
out before looking, so that a heading in an example is no heading.

Whatever the text, looking takes no more than in proportion to its length: no pattern
here can read a run of signs in two ways, and none looks for an end that it may not find.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from functools import cached_property, lru_cache
from typing import NamedTuple

from markdown.extensions.toc import slugify, unique

_FENCE = re.compile(r"^ {0,3}(?P<mark>`{3,}|~{3,})(?P<info>[^\n]*)$")
_TICKS = re.compile(r"`+")
_NO_CODE = re.compile(r"\n(?=[ \t]*\n|#)")
"""An empty line or a heading: two stray marks must not hide what stands between them."""
_STARTS = re.compile(r"\n(?:#|(?:=+|-+)[ \t]*$)", re.MULTILINE)
_ATTRIBUTES = re.compile(r"(?<![ \t])[ \t]*+\{:?(?P<inner>[^{}\n]*+)\}[ \t]*$")
_ID = re.compile(r"(?:^|\s)#(?P<id>[^\s}]+)")
# A target may hold spaces: the renderer makes a link of `[Bilaga](bilaga 1.pdf)` too.
_LINK = re.compile(
    r"\[(?P<text>(?:[^\[\]]++|\[[^\[\]]*+\])*+)\]"
    r"\((?P<open>\s*+<?)(?P<target>(?:[^()\s<>]|\([^()\s]*+\)|[ \t]++(?=[^()\s<>\"']))*+)"
    r">?(?P<title>\s*+(?<=\s)(?:\"[^\"]*\"|'[^']*'))?\s*\)"
)
_IMAGE = re.compile(f"!{_LINK.pattern}")
_DEFINITION = re.compile(
    r"^ {0,3}\[(?P<id>[^\]^\n][^\]\n]*)\]:[ \t]*+(?:\n[ \t]*+)?<?(?P<target>[^\s>]+)>?"
    r"(?:[ \t]+(?:\"[^\"\n]*\"|'[^'\n]*'|\([^()\n]*\)))?[ \t]*$",
    re.MULTILINE,
)
_HREF = re.compile(r"""<[a-zA-Z][^<>]*?\b(?:href|src)\s*=\s*(["'])(?P<target>[^"'<>]*)\1""")
_AUTOLINK = re.compile(r"<(?P<target>(?:https?://|mailto:)[^\s<>]+)>")
_HTML_ID = re.compile(r"""<[a-zA-Z][^<>]*?\bid\s*=\s*(["'])(?P<id>[^"'<>]*)\1""")
_MARKUP = re.compile(r"[\[<*_`\\]")
_SIGN = re.compile(r"[^\n]")
_TAG = re.compile(r"<[^<>]+>")
_EMPHASIS = re.compile(r"(\*\*|__|\*|`)")
_ESCAPED = re.compile(r"\\([\\`*_{}\[\]()#+.!-])")
_slug = lru_cache(maxsize=4096)(slugify)
"""Headings such as "Beslut" return thousands of times."""
MARK = re.compile(r"\{(?:personuppgift|henkilötieto)[ \t]*:[ \t]*(?P<name>[^{}\n \t]+(?:[ \t]+[^{}\n \t]+)*)[ \t]*\}")
"""Personal data inside a text; never part of an anchor, which must outlive it (KomL 140 §)."""
SECTION = re.compile(r"^§[ \t\u00a0]*(?P<number>\d{1,5})\b[ \t\u00a0.:–-]*(?P<title>.*)$")


class Heading(NamedTuple):
    level: int
    text: str
    line: int
    """Line in the text, from 0."""
    anchor: str
    section: int | None
    """The number of the § this heading opens, if any."""


class Link(NamedTuple):
    target: str
    text: str
    line: int
    column: int
    """Line from 0, column from 1, of the target."""
    start: int
    end: int
    """The whole link in the text."""
    image: bool
    inline: bool
    """Written as [text](target), so that it can be turned to plain text."""
    target_start: int = 0


def masked(text: str) -> str:
    """The text with code and comments blanked, every character still in its place."""
    bare = _without_fences(text) if "```" in text or "~~~" in text else text
    if "`" in bare:
        bare = _blanked(bare, _inline_code(bare))
    return _blanked(bare, _comments(bare)) if "<!--" in bare else bare


def _blanked(text: str, places: Iterable[tuple[int, int]]) -> str:
    out, at = [], 0
    for start, end in places:
        out += [text[at:start], _SIGN.sub(" ", text[start:end])]
        at = end
    return "".join([*out, text[at:]])


def _inline_code(text: str) -> Iterator[tuple[int, int]]:
    """From a run of back ticks to the next one of the same length, within a paragraph."""
    runs = [found.span() for found in _TICKS.finditer(text)]
    edges = [found.start() for found in _NO_CODE.finditer(text)]
    after: dict[int, int] = {}
    closing: list[int | None] = []
    for number in range(len(runs) - 1, -1, -1):
        length = runs[number][1] - runs[number][0]
        closing.append(after.get(length))
        after[length] = number
    closing.reverse()
    number = 0
    while number < len(runs):
        start, inside = runs[number]
        close = closing[number]
        edge = bisect_left(edges, inside)
        if close is not None and (edge == len(edges) or runs[close][0] <= edges[edge]):
            yield start, runs[close][1]
            number = close
        number += 1


def _comments(text: str) -> Iterator[tuple[int, int]]:
    start = text.find("<!--")
    while start >= 0 and (end := text.find("-->", start + 4)) >= 0:
        yield start, end + 3
        start = text.find("<!--", end + 3)


def _without_fences(text: str) -> str:
    out: list[str] = []
    fence = ""
    for line in text.split("\n"):
        found = _FENCE.match(line)
        if fence:
            if found and found["mark"].startswith(fence) and not found["info"].strip():
                fence = ""
            out.append(" " * len(line))
        elif found and "`" not in found["info"]:
            fence = found["mark"]
            out.append(" " * len(line))
        else:
            out.append(line)
    return "\n".join(out)


def _headings(text: str, source: str) -> Iterable[tuple[int, str, int]]:
    """Level, words and line of each heading in a masked text; the words with what is masked in them."""
    number = counted = 0
    for start in [match.start() for match in _STARTS.finditer("\n" + text)]:
        number += text.count("\n", counted, start)
        counted = start
        end = text.find("\n", start)
        line = source[start : end if end >= 0 else len(text)]
        if line[0] == "#":
            rest = line.lstrip("#")
            level, words = len(line) - len(rest), rest.strip().rstrip("#").rstrip()
            if level <= 6 and words:
                yield level, words, number
        elif start and (words := _underlined(text, source, start)):
            yield (1 if line[0] == "=" else 2), words, number - 1


def _underlined(text: str, source: str, start: int) -> str:
    """The paragraph of one line that ends where the underline starts; '' where there is none."""
    before = text.rfind("\n", 0, start - 1)
    line = text[before + 1 : start - 1]
    if not line.strip() or line[0] in "|->#*" or line.startswith("    "):
        return ""
    alone = before < 0 or not text[text.rfind("\n", 0, before) + 1 : before].strip()
    return source[before + 1 : start - 1].strip() if alone else ""


def _without_attributes(text: str) -> tuple[str, str]:
    """A heading without its `{#id .class}`, and the id."""
    attributes = _ATTRIBUTES.search(text)
    if attributes is None or not any(sign in attributes["inner"] for sign in "#.="):
        return text, ""
    own = _ID.search(attributes["inner"])
    return text[: attributes.start()], own["id"] if own else ""


class Text:
    """One Markdown text, looked at once."""

    def __init__(self, source: str) -> None:
        self.source = source

    @cached_property
    def masked(self) -> str:
        return masked(self.source)

    @cached_property
    def headings(self) -> tuple[Heading, ...]:
        used: set[str] = set()
        latest: dict[str, str] = {}
        found: list[Heading] = []
        for level, text, number in _headings(self.masked, self.source):
            own = ""
            if "{" in text:
                text, own = _without_attributes(MARK.sub("", text))
            plain = plain_text(text)
            opens = SECTION.match(plain) if plain.startswith("§") else None
            section = int(opens["number"]) if opens else None
            anchor = own or (_slug(plain, "-") if opens is None else f"p-{opens['number']}")
            if anchor in used or not anchor:
                latest[anchor] = unique(latest.get(anchor, anchor), used)
            else:
                latest[anchor] = anchor
                used.add(anchor)
            found.append(Heading(level, plain, number, latest[anchor], section))
        return tuple(found)

    @cached_property
    def anchors(self) -> frozenset[str]:
        ids = {match["id"] for match in _HTML_ID.finditer(self.masked)} if "<" in self.masked else set()
        return frozenset(ids | {heading.anchor for heading in self.headings})

    @cached_property
    def sections(self) -> tuple[int, ...]:
        """The numbers of the §§, in order, as often as they stand."""
        return tuple(h.section for h in self.headings if h.level == 2 and h.section is not None)

    def under(self, heading: Heading) -> str:
        """The masked text from a heading to the next of its level or higher."""
        starts = self._line_starts
        below = self.headings[bisect_left(self.headings, heading.line + 1, key=lambda h: h.line) :]
        end = next((h.line for h in below if h.level <= heading.level), len(starts) - 1)
        return self.masked[starts[heading.line + 1] : starts[end] - 1]

    @cached_property
    def _line_starts(self) -> list[int]:
        """Where each line starts, and where one behind the last would."""
        starts = [0, *(found.end() for found in re.finditer("\n", self.masked))]
        return [*starts, len(self.masked) + 1]

    @cached_property
    def links(self) -> tuple[Link, ...]:
        text = self.masked
        inline: list[re.Match[str]] = []
        if "](" in text:
            for match in _LINK.finditer(text):
                inline.append(match)
                if "](" in match["text"]:
                    inline += _LINK.finditer(text, match.start("text"), match.end("text"))
        other: list[re.Match[str]] = []
        if "]:" in text:
            other += _DEFINITION.finditer(text)
        if "<" in text:
            other += (match for pattern in (_HREF, _AUTOLINK) for match in pattern.finditer(text))
        return tuple(sorted(self._links(inline, other), key=lambda link: link.start))

    def _links(self, inline: list[re.Match[str]], other: list[re.Match[str]]) -> Iterable[Link]:
        """Matches as links, in the order of their targets, so that lines are counted only once."""
        line = counted = 0
        rows = [(match, True) for match in inline] + [(match, False) for match in other]
        for match, is_inline in sorted(rows, key=lambda row: (row[0].start("target"), row[0].start())):
            at, start = match.start("target"), match.start()
            before = self.source[start - 1] if start else ""
            if is_inline and before == "\\":
                continue
            line += self.source.count("\n", counted, at)
            counted = at
            image = is_inline and before == "!"
            column = at - self.source.rfind("\n", 0, at)
            text = self.source[match.start("text") : match.end("text")] if is_inline else ""
            yield Link(match["target"].strip(), text, line, column, start - image, match.end(), image, is_inline, at)


def plain_text(markdown: str) -> str:
    """A heading's words without emphasis, links and code marks."""
    if not _MARKUP.search(markdown):
        return markdown.strip()
    text = _LINK.sub(lambda m: m["text"], _IMAGE.sub("", markdown))
    return _ESCAPED.sub(r"\1", _EMPHASIS.sub("", _TAG.sub("", text))).strip()
