"""One strict YAML reader.

Every scalar stays the text the editor wrote and the field decides what it means:
`18:30` is never 1110, `NO` is never False, `0612` keeps its zero. Duplicate keys,
anchors and tags are refused; every key and value keeps its line and column.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, NoReturn

from frontmatter.default_handlers import BaseHandler
from ruamel.yaml.cyaml import CParser  # type: ignore[attr-defined]
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.events import (
    AliasEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

Path = tuple[str | int, ...]
MAX_DEPTH = 12
_NULLS = {"", "~", "null", "Null", "NULL"}
_OTHER_LINE_ENDS = re.compile("[\x85\u2028\u2029]")
"""Line ends to YAML but not to an editor: read as spaces, so that line numbers hold."""
_CONTROL = re.compile("[^\t\n\x20-\x7e\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_KEY_GLUED = re.compile(r"\s*[a-z_]+:[^\s:/]")
_KEY_LINE = re.compile(r"\s*(?:- +)?[a-z_]+:(?:\s|$)")
_AFTER_QUOTE = re.compile(r"""[^"'#]*?:\s+(?:"[^"]*"|'[^']*')\s*[^\s#]""")
_SIGN = re.compile(r"\s*(?:-\s+)*(?:[^\s:\"']+:\s+)?(?P<sign>[@`%&*!|>{\[\]}?,-])")


@dataclass(frozen=True)
class Place:
    """Line and column in the file, both from 1."""

    line: int
    column: int


class UnreadableYaml(Exception):
    """The text is not the YAML we accept; `cause` names the case in `front-matter-readable`."""

    def __init__(self, cause: str, line: int, column: int, **values: Any) -> None:
        super().__init__(cause)
        self.cause = cause
        self.place = Place(line, column)
        self.values_for_words = values


@dataclass
class Tree:
    """Plain values and where each key stands."""

    values: dict[str, Any] = field(default_factory=dict)
    places: dict[Path, Place] = field(default_factory=dict)
    value_places: dict[Path, Place] = field(default_factory=dict)


class StrictYaml(BaseHandler):
    """A python-frontmatter handler that reads with `read_tree` and knows its first line."""

    FM_BOUNDARY = re.compile(r"^-{3}[ \t]*$", re.MULTILINE)
    START_DELIMITER = END_DELIMITER = "---"

    def load(self, fm: str, **kwargs: Any) -> Tree:  # type: ignore[override]
        return read_tree(fm, first_line=kwargs.get("first_line", 1))


def read_tree(text: str, first_line: int = 1) -> Tree:
    """The mapping in `text`, whose first line is `first_line` of the file.

    Raises UnreadableYaml with the place and the usual cause.
    """
    text = _OTHER_LINE_ENDS.sub(" ", text)
    control = _CONTROL.search(text)
    if control:
        line = text.count("\n", 0, control.start())
        raise UnreadableYaml("control", first_line + line, control.start() - text.rfind("\n", 0, control.start()))
    try:
        return _Builder(text, first_line).tree
    except MarkedYAMLError as error:
        cause, line, column = _usual_cause(error, text.split("\n"))
        raise UnreadableYaml(cause, first_line + line, column + 1, detail=error.problem or "") from None
    except (YAMLError, ValueError) as error:
        raise UnreadableYaml("broken", first_line, 1, detail=str(error).partition("\n")[0]) from None


def _usual_cause(error: MarkedYAMLError, lines: list[str]) -> tuple[str, int, int]:
    """What editors usually did, and where: a tab, a colon in a text, a quote never closed."""
    mark = error.problem_mark or error.context_mark
    last = len(lines) - 2 if len(lines) > 1 and not lines[-1] else len(lines) - 1
    line, column = (min(mark.line, last), mark.column) if mark else (0, 0)
    if error.context == "while scanning a quoted scalar" and error.context_mark:
        return "quote", error.context_mark.line, error.context_mark.column
    shown = lines[line]
    if "\t" in shown:
        return "tab", line, shown.index("\t")
    for number in (line, line - 1):
        if number < 0:
            continue
        key, sep, rest = lines[number].partition(": ")
        if sep and ": " in rest and not rest.lstrip().startswith(("'", '"')):
            return "colon", number, len(key) + 2
        if _KEY_GLUED.match(lines[number]):
            return "no-space", number, lines[number].index(":") + 1
    for number, content in enumerate(lines[: line + 1]):
        if content.count('"') % 2:
            return "quote", number, content.index('"')
    if _AFTER_QUOTE.match(shown):
        return "after-quote", line, min(column, len(shown))
    if sign := _SIGN.match(shown):
        return "sign", line, sign.start("sign")
    if error.problem == "could not find expected ':'" and error.context_mark:
        return "no-colon", error.context_mark.line, error.context_mark.column
    cause = "indent" if line and _KEY_LINE.match(shown) else "broken"
    return cause, line, min(column, len(shown))


class _Builder:
    """Builds the tree from the parser's events.

    No resolver guesses at types, and what plain values never need (anchors,
    aliases, tags) is refused before it can do anything.
    """

    def __init__(self, text: str, first_line: int) -> None:
        self._next: Callable[[], Any] = CParser(text).get_event
        self._first = first_line
        self.tree = Tree()
        self._next()  # the stream starts
        if isinstance(self._next(), StreamEndEvent):
            return
        event = self._next()
        if isinstance(event, ScalarEvent) and not event.style and event.value in _NULLS:
            return
        if not isinstance(event, MappingStartEvent):
            glued = isinstance(event, ScalarEvent) and not event.style and _KEY_GLUED.match(event.value)
            self._refuse("no-space" if glued else "not-keys", event)
        self.tree.values = self._mapping(())
        self._next()  # the document ends
        event = self._next()
        if not isinstance(event, StreamEndEvent):
            self._refuse("broken", event)

    def _refuse(self, cause: str, event: Any, **values: Any) -> NoReturn:
        place = self._place(event)
        raise UnreadableYaml(cause, place.line, place.column, **values)

    def _place(self, event: Any) -> Place:
        mark = event.start_mark
        return Place(self._first + mark.line, mark.column + 1)

    def _mapping(self, path: Path) -> dict[str, Any]:
        mapping: dict[str, Any] = {}
        while not isinstance(key := self._next(), MappingEndEvent):
            if isinstance(key, AliasEvent):
                self._refuse("sign", key)
            if not isinstance(key, ScalarEvent):
                self._refuse("not-keys", key)
            if key.anchor or key.tag:
                self._refuse("sign", key)
            name = str(key.value)
            if name in mapping:
                self._refuse("twice", key, key=name)
            here = (*path, name)
            self.tree.places[here] = self._place(key)
            value = self._next()
            self.tree.value_places[here] = self._place(value)
            mapping[name] = self._value(value, here)
        return mapping

    def _sequence(self, path: Path) -> list[Any]:
        values: list[Any] = []
        while not isinstance(item := self._next(), SequenceEndEvent):
            here = (*path, len(values))
            self.tree.places[here] = self.tree.value_places[here] = self._place(item)
            values.append(self._value(item, here))
        return values

    def _value(self, event: Any, path: Path) -> Any:
        if isinstance(event, AliasEvent) or event.anchor or event.tag:
            self._refuse("sign", event)
        if isinstance(event, ScalarEvent):
            return None if not event.style and event.value in _NULLS else str(event.value)
        if len(path) > MAX_DEPTH:
            self._refuse("too-deep", event)
        return self._sequence(path) if isinstance(event, SequenceStartEvent) else self._mapping(path)
