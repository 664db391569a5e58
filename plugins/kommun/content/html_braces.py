"""Attributes in braces after a heading, a link or a paragraph: `{#name}`, `{.class}` and a few more.

The renderer takes `{onclick="…"}` for an attribute as readily as `{#name}`. Braces
that hold nothing but what is allowed stand as they are; of others that is left;
and braces that hold only words are words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from markdown.extensions.attr_list import get_attrs_and_remainder

from . import html_elements as elements
from .html_change import Change, Loss
from .html_tag import told
from .html_view import View
from .markdown import MARK

_KEYS = "|".join(sorted(elements.IN_BRACES))
_VALUE = r"[^\"'{}<>`\[\]\\\n]*"
_ONE = rf"(?:#[\w.:-]+|\.[\w-]+|(?:{_KEYS})=(?:\"{_VALUE}\"|'{_VALUE}'|[\w.%-]+))"
_ALLOWED = re.compile(rf"\{{:?[ \t]*{_ONE}(?:[ \t]+{_ONE})*[ \t]*\}}")
_RUNS = re.compile(r"(?:on\w+|style|href|src\w*|(?:form)?action|background|poster|data)[ \t]*=", re.IGNORECASE)
_ENDS_LINE = re.compile(r"\}[ \t]*(?:[|`*_\[!<&\\]|#*[ \t]*$)")
"""Before an element in the line, too, the text of a paragraph may end."""
_AFTER_BREAK = re.compile(r"  \n[ \t>]*$")
_CROWDED = 40
"""With more braces than this on a line, all are words."""


def brace_changes(view: View) -> Iterator[Change]:
    at = 0
    for line in view.bare.split("\n"):
        if "{" in line and "}" in line:
            yield from _in_line(view, line, at)
        at += len(line) + 1


def _in_line(view: View, line: str, start: int) -> Iterator[Change]:
    crowded = line.count("{") > _CROWDED
    at = line.find("{")
    while at >= 0:
        passed = MARK.match(line, at) or _ALLOWED.match(line, at)
        rest = "" if passed else line[at:]
        if "}" in rest and not _is_escaped(view, start + at):
            if crowded:
                yield _as_words(view, start + at)
            elif _is_read(view, start + at, rest) or _RUNS.search(rest, 0, rest.rindex("}")):
                yield _changed(view, start + at, rest)
        at = line.find("{", passed.end() if passed else at + 1)


def _is_escaped(view: View, at: int) -> bool:
    before = view.bare[view.bare.rfind("\n", 0, at) + 1 : at]
    chunk = view.chunk_at(at)
    return (len(before) - len(before.rstrip("\\"))) % 2 == 1 and chunk is not None and chunk.pairs is not None


def _is_read(view: View, at: int, rest: str) -> bool:
    """Whether a renderer may take the braces for attributes: right behind something, or where a line or cell ends."""
    before = view.source[max(0, at - 60) : at]
    return before[-1:] in tuple("*_)]>`") or _AFTER_BREAK.search(before) is not None or bool(_ENDS_LINE.search(rest))


def _changed(view: View, at: int, line: str) -> Change:
    inner = line[1:].removeprefix(":").replace("\t", " ")
    shortest, _ = get_attrs_and_remainder(inner[: inner.index("}")])
    longest, _ = get_attrs_and_remainder(inner[: inner.rindex("}")])
    kept = [word for name, value in shortest if (word := _kept(name, value))]
    lost = {name: value for name, value in (*shortest, *longest) if not _kept(name, value)}
    losses = tuple(Loss(at, elements.lost_attribute(n.lower(), v or ""), told(n)) for n, v in lost.items())
    if not kept and not any(lost.values()):
        return _as_words(view, at)
    if shortest != longest:  # renderers may differ on where the braces end
        return _as_words(view, at)._replace(losses=losses)
    new = f"{{{':' if line[1:2] == ':' else ''}{' '.join(kept)}}}" if kept else ""
    return Change(at, at + line.index("}") + 1, new, losses)


def _as_words(view: View, at: int) -> Change:
    """The brace as a mere character, where code marks are paired and where they are not."""
    chunk = view.chunk_at(at)
    if chunk is not None and chunk.pairs is not None:
        return Change(at, at, "\\")
    return Change(at, at + 1, "&#123;")


def _kept(name: str, value: str | None) -> str:
    """An attribute as it may stand in braces; '' where it may not."""
    key, words = name.lower(), (value or "").split()
    if key == "id" and re.fullmatch(r"[\w.:-]+", value or ""):
        return f"#{value}"
    if key in (".", "class") and words and all(re.fullmatch(r"[\w-]+", word) for word in words):
        return " ".join(f".{word}" for word in words)
    if key in elements.IN_BRACES and value is not None and re.fullmatch(_VALUE, value):
        return f'{key}="{value}"'
    return ""
