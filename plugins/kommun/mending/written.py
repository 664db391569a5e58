"""A content file as it is written: single places change, and every other byte stays."""

from __future__ import annotations

import copy
import re
from collections.abc import Iterable
from typing import Any, NamedTuple

from kommun.content.reader import Source, read_source
from kommun.content.yaml_tree import Path as KeyPath

_LINE_END = re.compile(r"(\r\n|\r|\n)")
_BOM = "\ufeff"


class Edit(NamedTuple):
    """New text for a part of a line: the line counts from 1, the columns from 0."""

    line: int
    start: int
    end: int
    text: str


class Written:
    """The lines of a file in UTF-8 with the ends they have. UnicodeDecodeError for any other file."""

    def __init__(self, raw: bytes) -> None:
        text = raw.decode("utf-8")
        self._bom = _BOM if text.startswith(_BOM) else ""
        pieces = _LINE_END.split(text.removeprefix(_BOM))
        self.lines, self._ends = pieces[0::2], [*pieces[1::2], ""]

    def line(self, number: int) -> str:
        return self.lines[number - 1]

    def edited(self, edits: Iterable[Edit]) -> bytes:
        lines = list(self.lines)
        for edit in sorted(edits, reverse=True):  # from the end, so that the columns before it hold
            line = lines[edit.line - 1]
            lines[edit.line - 1] = line[: edit.start] + edit.text + line[edit.end :]
        return self._joined(lines, self._ends)

    def with_lines(self, lines: list[str]) -> bytes:
        """The file with other lines; those that are the same as before keep their ends, a new one ends as the first."""
        same_start = _same(self.lines, lines)
        same_end = min(_same(self.lines[::-1], lines[::-1]), len(lines) - same_start, len(self.lines) - same_start)
        if len(lines) == len(self.lines):
            return self._joined(lines, self._ends)
        new = [self._ends[0] or "\n"] * (len(lines) - same_start - same_end)
        return self._joined(lines, [*self._ends[:same_start], *new, *self._ends[len(self._ends) - same_end :]])

    def _joined(self, lines: list[str], ends: list[str]) -> bytes:
        pairs = zip(lines, ends, strict=True)
        return (self._bom + "".join(part for pair in pairs for part in pair)).encode()


def _same(some: list[str], others: list[str]) -> int:
    """How many lines are the same from the start."""
    return next((n for n, (a, b) in enumerate(zip(some, others, strict=False)) if a != b), min(len(some), len(others)))


def scalar_at(line: str, column: int, value: str) -> tuple[int, int] | None:
    """Where `value` stands in a line that the reader read it from, without its quotes; columns from 0.

    None where it is written in another way than it reads: over several lines, or with escapes.
    """
    start = column - 1
    if line[start : start + 1] in ('"', "'"):
        end = start + 1 + len(value)
        whole = line[start + 1 : end] == value and line[end : end + 1] == line[start]
        return (start + 1, end) if whole else None
    return (start, start + len(value)) if value and line.startswith(value, start) else None


def reads_as(path: str, raw: bytes, values: dict[str, Any], before: Source) -> bool:
    """Whether the strict reader finds exactly these facts in a file, the same text, and no new problem."""
    after = read_source(path, raw)
    cases = {problem.case for _, problem in before.problems}
    fine = all(problem.case in cases for _, problem in after.problems)
    return fine and after.tree.values == values and after.text == before.text


def with_value(values: dict[str, Any], path: KeyPath, value: Any) -> dict[str, Any]:
    """A copy of the facts with one other value."""
    new = copy.deepcopy(values)
    _holder(new, path)[path[-1]] = value
    return new


def with_key(values: dict[str, Any], path: KeyPath, name: str) -> dict[str, Any]:
    """A copy of the facts in which one key has another name."""
    new = copy.deepcopy(values)
    holder = _holder(new, path)
    holder[name] = holder.pop(path[-1])
    return new


def _holder(values: Any, path: KeyPath) -> Any:
    for part in path[:-1]:
        values = values[part]
    return values
