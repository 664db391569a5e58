"""A permit matter in an agenda, minutes, news or a page names no applicant, neighbour or other private person.

Source: strategy 4.1; FörvL 62 b §.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from datetime import date
from typing import Any

from kommun.content.document import Document
from kommun.content.library import Library
from kommun.content.markdown import MARK
from kommun.content.yaml_tree import Path
from kommun.finding import Problem, Severity
from kommun.permits.name_words import words as name_words
from kommun.permits.officials import groups, handle, of_the_meeting, title_before
from kommun.permits.passages import Block, Passage, Value, blocks, passages, values
from kommun.permits.person_names import Person, people
from kommun.permits.plain_text import Plain, plain
from kommun.permits.vocabulary import NAME, PARTY, PERMIT

SEVERITY = Severity.ERROR

TYPES = frozenset({"agenda", "minutes", "news", "page"})
"""Where no name and no address may stand; in a notice they may while it runs."""
_PLACES = frozenset({"place", "contact", "viewing", "unit", "type"})
_FILES = frozenset({"file", "redacted", "document"})
_BRACKETED = re.compile(r"\([^()]{0,80}\)")
_WORD = re.compile(r"[^\W\d_]+")
_JOINS = re.compile(
    r"och|ja|samt|sekä|jämte|makarna|paret|familjen|syskonen|bröderna|systrarna|fru|herr|perhe|pariskunta|puolisot|"
    r"rouva|herra|sisarukset|veljekset|dödsboet|dödsbo|efter|db|tmi|firma|toiminimi|rf|ry|ab|oy|kb|ky"
)
_LEADING_WORDS = 4
"""Words such as "jordbrukare" that may stand between a label and a name."""


def check(library: Library, today: date) -> Iterator[Problem]:
    for document in library.documents:
        if tells_of_permits(document):
            yield from _in_text(document)
            yield from _in_facts(document)


def tells_of_permits(document: Document) -> bool:
    return document.facts.permit is not None and document.type in TYPES


def facts(document: Document) -> Iterator[tuple[Path, str]]:
    """The words among a document's own facts in which nobody may be named, with the way to each."""
    return _words(document.own.values, ())


def is_file_name(where: Path) -> bool:
    return where[-1] in _FILES


def _words(value: Any, where: Path) -> Iterator[tuple[Path, str]]:
    if isinstance(value, dict):
        for key, inner in value.items():
            if key not in _PLACES:
                yield from _words(inner, (*where, key))
    elif isinstance(value, list):
        for number, inner in enumerate(value):
            yield from _words(inner, (*where, number))
    elif isinstance(value, str):
        yield where, value


def _in_text(document: Document) -> Iterator[Problem]:
    read = plain(document.text.source)
    for person, case, word in named(read):
        line, column = read.place(person.start)
        values_for_words = {"label": word} if case == "labelled" else {"word": word}
        yield Problem(document.path, case, document.text_line + line, column, values_for_words)


def _in_facts(document: Document) -> Iterator[Problem]:
    for where, written in facts(document):
        if is_file_name(where):
            written = _as_words(written)
        if any(named(plain(written), near_permit=True)):
            place = document.value_place(*where)
            yield Problem(document.path, "facts", place.line, place.column)


def _as_words(file_name: str) -> str:
    """A file's name with capitals where a name could have them."""
    words = _WORD.findall(file_name.rpartition(".")[0])
    return " ".join(word if word in name_words("also_words") else word.capitalize() for word in words)


def named(read: Plain, near_permit: bool = False) -> list[tuple[Person, str, str]]:
    """Every private person in a text, with the case and the label or the word that shows it, in order."""
    text, parts = read.text, blocks(read.text)
    told: list[tuple[Person, str, str]] = []
    for pattern in (PARTY, NAME):
        for value in values(text, parts, pattern):
            if pattern is PARTY or (value.signed and not value.of_members):
                told += ((person, "labelled", value.label) for person in _behind(text, value))
    for passage, persons in _certain(read, parts):
        permit = PERMIT.search(text, passage.start, passage.end) or PERMIT.search(passage.above)
        if (permit or near_permit) and not of_the_meeting(text, passage):
            word = permit[0] if permit else ""
            parties = (group for group in groups(text, persons) if not handle(text, passage, group))
            told += ((person, "near", word) for group in parties for person in group)
    return list(_each_once(sorted(told, key=lambda one: (one[0].start, one[1]))))


def _each_once(told: list[tuple[Person, str, str]]) -> Iterator[tuple[Person, str, str]]:
    at = -1
    for one in told:
        if one[0].start >= at:
            at = one[0].end
            yield one


def _behind(text: str, value: Value) -> Iterator[Person]:
    """The persons with whom a value begins, one after another; prose ends the row."""
    at, first = value.start, True
    for found in people(text[value.start : value.end]):
        person = Person(value.start + found.start, value.start + found.end, found.known)
        gap = _BRACKETED.sub(" ", text[at : person.start])
        words = [word for word in _WORD.findall(gap) if word[0].islower() and not _JOINS.fullmatch(word)]
        at = person.end
        if words and not (first and person.known and len(words) <= _LEADING_WORDS):
            return
        first = False
        if not title_before(text, person.start):
            yield person


def _certain(read: Plain, parts: list[Block]) -> Iterator[tuple[Passage, list[Person]]]:
    """The passages in which somebody is named for certain: with a known given name, or marked as personal data."""
    marked = [mark.span("name") for mark in MARK.finditer(read.source)]
    begins = [start for start, _ in marked]

    def is_marked(person: Person) -> bool:
        at = read.offset(person.start)
        before = bisect_right(begins, at) - 1
        return before >= 0 and at < marked[before][1]

    found = [person for person in people(read.text) if person.known or is_marked(person)]
    starts = [person.start for person in found]
    for passage in passages(read.text, parts) if found else ():
        persons = found[bisect_left(starts, passage.start) : bisect_left(starts, passage.end)]
        if persons:
            yield passage, persons
