"""Every § of published minutes has exactly one instruction on how to challenge it, and one that fits the body.

A council's decisions are appealed, never reconsidered. The other way round nothing is
certain: a board or committee decides on requests for reconsideration and approves
some plans, and against those an appeal is right; so no rule is made of it.

Source: strategy 4.1; KomL 134 §, 135 §, 136 §, 141 §.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from kommun.content.body import BodyKind
from kommun.content.document import Document, Entry
from kommun.content.library import Library
from kommun.content.meeting import Remedy
from kommun.finding import Problem, Severity

SEVERITY = Severity.ERROR

_OTHER_FORM = re.compile(r"§§|\d{1,5}\s*§")


def check(library: Library, today: date) -> Iterator[Problem]:
    for entry in library.of_type("minutes"):
        if entry.facts.published is None:
            continue
        yield from _headings(entry)
        if len(entry.main.own.values.get("appeal") or ()) != len(entry.facts.appeal):
            continue  # `valid-value` tells of what could not be read
        yield from _sections(entry)
        body = library.bodies.get(entry.body or "")
        yield from _remedies(entry, body is not None and body.facts.kind is BodyKind.COUNCIL)


def _headings(entry: Entry) -> Iterator[Problem]:
    for document in entry.versions.values():
        yield from _other_forms(document)
        seen: set[int] = set()
        for heading in document.text.headings:
            if heading.level != 2 or heading.section is None:
                continue
            if heading.section in seen:
                line = document.text_line + heading.line
                yield Problem(document.path, "heading-twice", line, values={"section": heading.section})
            seen.add(heading.section)


def _other_forms(document: Document) -> Iterator[Problem]:
    """Headings that people read as a § and the software does not: it would stand without an instruction."""
    for heading in document.text.headings:
        deep = heading.level > 2 and not document.text.sections
        wrong_level = heading.section is not None and (heading.level == 1 or deep)
        if wrong_level or (heading.level <= 2 and _OTHER_FORM.match(heading.text)):
            line = document.text_line + heading.line
            yield Problem(document.path, "heading-form", line, values={"heading": heading.text})


def _sections(entry: Entry) -> Iterator[Problem]:
    covered: set[int] = set()
    standing = {number for document in entry.versions.values() for number in document.text.sections}
    if standing and not entry.facts.appeal:
        place = entry.main.place("appeal")
        yield Problem(entry.main.path, "missing", place.line, place.column)
        return
    for index, appeal in enumerate(entry.facts.appeal):
        place = entry.main.value_place("appeal", index, "sections")
        unique = sorted(set(appeal.sections))
        twice = [n for n in unique if n in covered or appeal.sections.count(n) > 1]
        absent = [n for n in unique if n not in standing]
        covered.update(unique)
        for case, numbers in (("twice", twice), ("not-in-text", absent)):
            if numbers:
                values = {"sections": ", ".join(map(str, numbers))}
                yield Problem(entry.main.path, case, place.line, place.column, values)
    for document in (entry.main, *entry.versions.values()):
        for heading in document.text.headings:
            number = heading.section
            if heading.level == 2 and number is not None and number not in covered:
                covered.add(number)
                yield Problem(
                    document.path, "not-covered", document.text_line + heading.line, values={"section": number}
                )


def _remedies(entry: Entry, council: bool) -> Iterator[Problem]:
    for index, appeal in enumerate(entry.facts.appeal):
        case = ""
        if council and appeal.remedy is Remedy.RECONSIDERATION:
            case = "council"
        elif appeal.remedy is Remedy.NONE and not appeal.reason:
            case = "no-reason"
        elif appeal.remedy is Remedy.NONE and not re.search(r"\d", appeal.reason):
            case = "no-provision"
        if case:
            key = "reason" if case == "no-provision" else "remedy"
            place = entry.main.value_place("appeal", index, key)
            values = {"sections": ", ".join(map(str, appeal.sections))}
            yield Problem(entry.main.path, case, place.line, place.column, values)
