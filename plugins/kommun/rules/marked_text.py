"""A mark for personal data or for a secret matter is whole: its word right, its end there, nothing marked inside it.

Source: KomL 140 § 1 mom.; strategy 4.1.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator
from datetime import date
from functools import lru_cache

from kommun.content.document import Document
from kommun.content.library import Library
from kommun.content.markdown import MARK
from kommun.content.secrecy import SECRET, secret_sections
from kommun.finding import Problem, Severity

SEVERITY = Severity.ERROR

WORDS = ("personuppgift", "henkilötieto", "sekretess", "salassapito")
_BEGINS = re.compile(r"\{[ \t]*(?P<word>[a-zåäöA-ZÅÄÖ]{6,20})(?P<rest>[ \t]*:?)")
_EMPTY = re.compile(r"\{[^{}\n]*:[ \t]*\}")
_STOP = re.compile(r"[{}\n]")


def check(library: Library, today: date) -> Iterator[Problem]:
    for document in library.documents:
        if "{" in document.text.source:
            yield from _in_text(document)
        for path, value in _texts(document.own.values):
            for case, _, values in _wrong(value):
                place = document.value_place(*path)
                yield Problem(document.path, case, place.line, place.column, values)


def _in_text(document: Document) -> Iterator[Problem]:
    line = counted = 0
    for case, at, values in _wrong(document.text.masked):
        line += document.text.source.count("\n", counted, at)
        counted = at
        column = at - document.text.source.rfind("\n", 0, at)
        yield Problem(document.path, case, document.text_line + line, column, values)
    secret = SECRET.search(document.text.masked)
    if secret and not secret_sections(document.text):
        line = document.text.source.count("\n", 0, secret.start())
        yield Problem(document.path, "no-section", document.text_line + line)


def _wrong(text: str) -> Iterator[tuple[str, int, dict[str, str]]]:
    """What is wrong with the marks of a text: the case, where, and the words for it."""
    taken = line_end = closes = 0
    for begins in _BEGINS.finditer(text):
        start = begins.start()
        word = _meant(begins["word"].lower())
        if not word or start < taken:
            continue
        whole = (MARK if word in WORDS[:2] else SECRET).match(text, start)
        if whole and whole[1].strip():
            continue
        if start >= line_end:
            end = text.find("\n", start)
            line_end = end if end >= 0 else len(text)
            closes = text.rfind("}", start, line_end) + 1
        values = {"word": word, "written": begins["word"]}
        stop = _STOP.search(text, start + 1)
        if begins["word"] != word or not begins["rest"].endswith(":"):
            yield "word", start, values
        elif stop and stop[0] == "{":
            taken = closes
            yield "nested", start, values
        elif _EMPTY.match(text, start):
            yield "empty", start, values
        else:
            yield "not-closed", start, values


@lru_cache(maxsize=1024)
def _meant(word: str) -> str:
    """Which of our words an editor meant; '' where it is none of them."""
    near = difflib.get_close_matches(word, WORDS, n=1, cutoff=0.8)
    return near[0] if near else ""


def _texts(values: object, path: tuple[str | int, ...] = ()) -> Iterator[tuple[tuple[str | int, ...], str]]:
    if isinstance(values, str):
        if "{" in values:
            yield path, values
    elif isinstance(values, dict):
        for key, value in values.items():
            yield from _texts(value, (*path, key))
    elif isinstance(values, list):
        for index, value in enumerate(values):
            yield from _texts(value, (*path, index))
