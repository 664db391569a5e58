"""Links and images as Markdown writes them: none may lead to what runs, no image may lie with another host."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from .html_change import Change, Loss
from .html_elements import SCHEMES, is_allowed, leads_out, scheme_of
from .html_tag import told
from .html_view import Chunk, View
from .markdown import MARK

_TOKEN = re.compile(r"\\.|!?\[|\](?:\(|:)?", re.DOTALL)
_RAW_TOKEN = re.compile(r"!?\[|\](?:\(|:)?")
"""Where code marks are not paired, a backslash may be code."""
_ADDRESS = re.compile(r"[\s>]*<?(?:[^()\"'>\n]|\n[ \t>]*)*+")
_LINE = re.compile(r"\n[ \t>]*")
"""The end of a line, with what begins the next one in a quotation or a list: a renderer takes that away first."""
_TAIL = re.compile(r"\]\([ \t]*<?(?:[^()<>\"'\n]|\([^()\n]*\))*+>?(?:[ \t]*(?:\"[^\"\n]*\"|'[^'\n]*'))?[ \t]*\)")
_ANGLED = re.compile(r"\]\([ \t]*(?P<left><)[^<>\n]*(?P<right>>)[ \t]*[)\"']|\]:[ \t]*(?P<first><)[^<>\s]*(?P<last>>)")
_DEFINED = re.compile(r"\]:[ \t]*(?:\n[ \t>]*)?(?P<target>\S+)(?P<rest>[^\n]*)")
_TITLE = re.compile(r"[ \t]*(?:[\"'(].*)?")
_REFERENCE = re.compile(r"\][\s>]*\[(?P<name>[^\]]*)\]")
_BEFORE = re.compile(r"(?:[\s>*+\d.):-]|\[\^[^\[\]]*\]:)*")
_CROWDED = 8
"""With more definitions than this on a line, the others are words."""
_A_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*")
_RUNS = ("javascript", "vbscript", "data", "file", "blob", "filesystem", "livescript", "mocha", "jar", "view-source")


class _Bracket(NamedTuple):
    start: int
    image: bool


class _Pair(NamedTuple):
    """Brackets that belong together, and what follows them: `(`, `:` or nothing."""

    start: int
    end: int
    image: bool
    following: str


def angles(view: View) -> list[int]:
    """The angle brackets around addresses, which need none."""
    return [
        found.start(name)
        for found in _ANGLED.finditer(view.bare)
        for name in ("left", "right", "first", "last")
        if found[name]
    ]


def link_changes(view: View) -> Iterator[Change]:
    text = view.bare
    yield from (Change(at, at + 1, "") for at in angles(view))
    if "](" not in text and "]:" not in text and "![" not in text:
        return
    pairs = [(chunk, pair) for chunk in view.chunks for pair in _pairs(text, chunk)]
    foreign: set[str] = set()
    on_line: Counter[int] = Counter()
    for chunk, pair in pairs:
        if pair.following == "(":
            yield from _inline(view, chunk, pair)
        elif pair.following == ":" and pair.start >= 0:
            line = view.source.rfind("\n", 0, pair.start) + 1
            on_line[line] += 1
            if on_line[line] > _CROWDED:
                yield Change(pair.end + 1, pair.end + 2, "&#58;")
            else:
                yield from _definition(view, pair, line, foreign)
    if foreign:
        yield from _images_by_name(view, pairs, foreign)


def _pairs(text: str, chunk: Chunk) -> Iterator[_Pair]:
    if all(text.find(token, chunk.start, chunk.end) < 0 for token in ("](", "]:", "![")):
        return
    opened: list[_Bracket] = []
    tokens = _RAW_TOKEN if chunk.pairs is None else _TOKEN
    for found in tokens.finditer(text, chunk.start, chunk.end):
        token = found[0]
        if token[0] == "\\":
            continue
        if token[-1] == "[":
            opened.append(_Bracket(found.start(), token[0] == "!"))
        else:
            start, image = opened.pop() if opened else _Bracket(-1, False)
            yield _Pair(start, found.start(), image, token[1:])


def _inline(view: View, chunk: Chunk, pair: _Pair) -> Iterator[Change]:
    address = _ADDRESS.match(view.source, pair.end + 2)
    written = _LINE.sub("\n", address[0] if address else "").strip("> \t\n").lstrip("<")
    # Where code marks are not paired, a renderer may pair the brackets otherwise.
    image = pair.image or (chunk.pairs is None and "![" in view.source[chunk.start : pair.end])
    if is_allowed(written, image):
        return
    kind = "foreign-image" if image and leads_out(written) and is_allowed(written) else "address"
    place = address.end() - len(address[0].lstrip(" \t\n>")) if address else pair.end
    loss = Loss(place, kind, told(scheme_of(written) or ("src" if image else "href")))
    tail = _TAIL.match(view.bare, pair.end)
    if pair.start >= 0 and tail:
        yield Change(pair.start, pair.start + (2 if pair.image else 1), "")
        yield Change(pair.end, tail.end(), "", (loss,))
    else:
        yield Change(pair.end + 1, pair.end + 1, "\\", (loss,))


def _definition(view: View, pair: _Pair, line: int, foreign: set[str]) -> Iterator[Change]:
    """`[name]: address`, if it is one: a footnote or a line of text is none."""
    source = view.source
    found = _DEFINED.match(source, pair.end)
    if found is None or MARK.match(source, found.start("target")) or not _is_definition(found["target"], found["rest"]):
        return
    name, target = source[pair.start + 1 : pair.end], found["target"].lstrip("<")
    if leads_out(target):
        foreign.add(_name(name))
    scheme = scheme_of(target) or ""
    if scheme in SCHEMES or not _A_SCHEME.fullmatch(scheme):
        return
    if name.startswith("^") and scheme not in _RUNS:
        # A footnote of one word: what stands behind it keeps every renderer from making an address of it.
        yield Change(found.end("target"), found.end(), " <span></span>")
    elif scheme in _RUNS or _BEFORE.fullmatch(source, line, pair.start):
        yield Change(pair.start, found.end(), "", (Loss(found.start("target"), "address", told(scheme)),))


def _is_definition(target: str, rest: str) -> bool:
    """Whether nothing but a title stands behind the address; the title may begin without a space before it."""
    glued = re.search(r"[(\"']", target) is not None and (target + rest).rstrip()[-1] in ")\"'"
    return glued or _TITLE.fullmatch(rest) is not None


def _images_by_name(view: View, pairs: list[tuple[Chunk, _Pair]], foreign: set[str]) -> Iterator[Change]:
    """`![text][name]`, where a definition of that name leads to another host: what is left is a link."""
    for chunk, pair in pairs:
        named = _REFERENCE.match(view.source, pair.end) if pair.image else None
        names = {_name(view.source[pair.start + 2 : pair.end]), _name(named["name"]) if named else ""}
        if pair.image and chunk.pairs is not None and names & foreign:
            yield _no_image(pair.start)
    for chunk in view.chunks:
        if chunk.pairs is None:
            yield from (_no_image(m.start()) for m in re.compile(r"!\[").finditer(view.bare, chunk.start, chunk.end))


def _no_image(at: int) -> Change:
    return Change(at, at + 1, "", (Loss(at, "foreign-image", "src"),))


def _name(written: str) -> str:
    return re.sub(r"[\s\\`>]+", " ", written).strip().casefold()
