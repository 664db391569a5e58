"""Links whose target is gone for good, turned into their words in the source itself.

The stage does the same for the reader of a day (`stage/text.py`), but a link to
what has never existed is an error, and would hold back an innocent page.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from kommun.content.markdown import Link, Text

_DEFINITION = re.compile(r" {0,3}\[(?P<id>[^\]]+)\]:")
_TARGET_OF_TAG = re.compile(r"""\s(?:href|src)\s*=\s*(["']).*?\1""", re.DOTALL)
_REFERENCE = re.compile(r"!?\[(?P<words>[^\[\]]+)\](?:\[(?P<id>[^\[\]]*)\])?(?![(:])")
Edit = tuple[int, int, str]


def as_words(source: str, is_gone: Callable[[str], bool]) -> str:
    """A Markdown text in which every link to a target that `is_gone` has become its words."""
    text = Text(source)
    edits: list[Edit] = []
    ids: set[str] = set()
    for link in text.links:
        if is_gone(link.target):
            edits += _words(source, link, ids)
    if ids:
        edits += _references(text, ids)
    return _applied(source, edits)


def _words(source: str, link: Link, ids: set[str]) -> Iterator[Edit]:
    written = source[link.start : link.end]
    if link.inline:
        begin = link.start + (2 if link.image else 1)
        yield link.start, begin, ""
        yield begin + len(link.text), link.end, ""
    elif definition := _DEFINITION.match(written):
        ids.add(definition["id"].strip().casefold())
        end = source.find("\n", link.end)
        yield link.start, end + 1 if end >= 0 else len(source), ""
    elif "=" in written:
        yield link.start, link.end, _TARGET_OF_TAG.sub("", written)
    else:
        yield link.start, link.end, ""


def _references(text: Text, ids: set[str]) -> Iterator[Edit]:
    """`[words][id]` and `[id]` whose definition is taken away, as their words."""
    for match in _REFERENCE.finditer(text.masked):
        if (match["id"] or match["words"]).strip().casefold() in ids:
            yield match.start(), match.end(), text.source[match.start("words") : match.end("words")]


def _applied(source: str, edits: list[Edit]) -> str:
    out: list[str] = []
    at = 0
    for start, end, new in sorted(edits):
        if start >= at:  # else inside something that is already rewritten
            out += [source[at:start], new]
            at = end
    return "".join([*out, source[at:]])
