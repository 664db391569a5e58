"""Front matter that cannot be read, where what was meant is plain.

A colon or quotes from a word processor in a title, a tab or a hard space among the keys, no space
behind a colon, empty lines above, the closing line left out. Proposed only where all of the facts
can then be read, and every value put in quotes reads as it stood on its line. Mends `front-matter-readable`.
"""

from __future__ import annotations

from collections.abc import Iterator

from kommun.content.reader import Source, read_source
from kommun.mending.front_matter_steps import STEPS, Lines, plain_spaces, quoted, value_on
from kommun.mending.proposal import Change, Proposal, Reason
from kommun.mending.working_copy import WorkingCopy
from kommun.mending.written import Written

_RULE = "front-matter-readable"
_ENCODING = ("bom", "windows-lines")
_NO_TEXT = ("utf-16", "not-utf-8", "empty", "too-large", "control")


def proposals(copy: WorkingCopy) -> Iterator[Proposal]:
    for path, raw in copy.texts.items():
        problem = _problem(copy.source(path))
        if problem and problem[0] not in _NO_TEXT and copy.wants(path) and (change := _mended(path, raw)):
            yield change


def _mended(path: str, raw: bytes) -> Change | None:
    written = Written(raw)
    lines = written.lines
    taken: dict[tuple[str, int], None] = {}
    meant: list[str] = []
    while problem := _problem(read_source(path, written.with_lines(lines))):
        step = _step(lines, *problem)
        # What a step could not mend at once it makes worse the next time.
        if step is None or (step[0], problem[1]) in taken:
            return None
        taken[step[0], problem[1]] = None
        if step[0] == "quotes":
            meant.append(value_on(lines[problem[1]]))
        lines = step[1]
    fixed = written.with_lines(lines)
    if not taken or not set(meant) <= set(_texts(read_source(path, fixed).tree.values)):
        return None
    cases = dict.fromkeys(case for case, _ in taken)
    return Change(path, tuple(Reason("front-matter", _RULE, case) for case in cases), fixed)


def _problem(source: Source) -> tuple[str, int] | None:
    """The first problem that is not one of encoding: its case, and its line from 0."""
    found = [(p.case, p.line - 1) for rule, p in source.problems if rule == _RULE and p.case not in _ENCODING]
    return found[0] if found else None


def _step(lines: Lines, case: str, at: int) -> tuple[str, Lines] | None:
    for step in (*STEPS.get(case, ()), plain_spaces):
        if new := step(lines, at):
            return ("quotes" if step is quoted else step.__name__.replace("_", "-")), new
    return None


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, dict):
        for inner in value.values():
            yield from _texts(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _texts(inner)
    elif isinstance(value, str):
        yield value
