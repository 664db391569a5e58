"""What looks like a person's name in a text, and what only looks so.

A name is read as a run of capitalised words. With a known given name in it, it is a person's wherever it stands;
any other run of two words or more that names no organisation may be one, and the rule decides by where it stands.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from .name_words import (
    AFTER_ORGANISATION,
    HOUSING,
    PARTICLES,
    TRADERS,
    is_given_name,
    is_inflected_given_name,
    is_place,
    is_trade,
    words,
)
from .vocabulary import NAME, PARTY, PERMIT, TITLE

_WORD = re.compile(r"[^\W\d_]+(?:[-'’\u2010\u2011][^\W\d_]+)*")
_FAMILY = re.compile(
    r"(?<!\w)(?:makarna|paret|familjen|syskonen|bröderna|systrarna|fru|herr|perhe|pariskunta|puolisot|"
    r"sisarukset|veljekset|"
    r"rouva|herra|(?:dödsboet|dödsbo|db)\s{1,3}efter)\s{1,3}$",
    re.IGNORECASE,
)
_ESTATE = re.compile(r"\s{1,3}(?:dödsbo|db\b|kuolinpes|kp\b|perikun|arvingar)", re.IGNORECASE)
_AND = re.compile(r"\s{0,3}(?:,|och|ja|&|samt|sekä)\s{1,3}", re.IGNORECASE)
_BLANKS = ' \n"”“'
_COMMA = re.compile(r",\s")
_BEFORE = 30
"""How many characters before a name can tell whose it is."""
_LONGEST = 6
"""Words in a name, initials and particles included."""


@dataclass(frozen=True)
class Person:
    """Where a name stands; the name itself is never repeated anywhere."""

    start: int
    end: int
    known: bool
    """Certain by itself; otherwise only what stands before it can make it a person's."""


@dataclass(frozen=True)
class _Token:
    word: str
    start: int
    end: int

    @property
    def initial(self) -> bool:
        return len(self.word) == 1

    @property
    def given(self) -> bool:
        return is_given_name(self.word)


def people(text: str) -> list[Person]:
    """Every run of words that is or may be a person's name, in order."""
    found: list[Person] = []
    alone: _Token | None = None
    surname: _Token | None = None
    for run in _runs(text):
        person = _person(run, text)
        # "Exempel, Anna"
        if not person and surname and run[0].given and _COMMA.fullmatch(text, surname.end, run[0].start):
            person = Person(surname.start, run[0].end, False)
        single = not person and len(run) == 1 and not is_trade(run[0].word) and not is_place(run[0].word)
        surname = run[0] if single and not run[0].given and not run[0].initial else None
        # "Anna och Erik Exempel": the first name stands without its surname.
        if person and alone and _AND.fullmatch(text, alone.end, person.start):
            person = Person(alone.start, person.end, person.known)
        if person:
            found.append(person)
        if person or len(run) > 1 or not run[0].given:
            alone = None
        elif not (alone and _AND.fullmatch(text, alone.end, run[0].start)):
            alone = run[0]
    return found


def _runs(text: str) -> Iterator[list[_Token]]:
    """Capitalised words that stand together, cut at words that are part of no name."""
    run: list[_Token] = []
    for match in _WORD.finditer(text):
        token = _Token(match[0], *match.span())
        fits = token.word in PARTICLES or (token.word[0].isupper() and not _is_no_name(token.word))
        fits = fits and not _opens_line(token, text) and not _is_stair(token, text)
        if run and not (fits and _together(run[-1], text[run[-1].end : token.start])):
            yield from _lines(run, text)
            run = []
        if fits:
            run.append(token)
    yield from _lines(run, text)


def _opens_line(token: _Token, text: str) -> bool:
    """A word with a colon at the start of a line is a label."""
    return text.startswith(":", token.end) and text.endswith("\n", 0, token.start)


def _is_stair(token: _Token, text: str) -> bool:
    """A letter after a house's number: "12 B"."""
    return token.initial and text[max(0, token.start - 2) : token.start].strip()[-1:].isdigit()


def _lines(run: list[_Token], text: str) -> Iterator[list[_Token]]:
    """A name may run on to the next line; two lines of two words or more are two names, as "Anna Prov Bo Prov" are."""
    ends = [n for n in range(2, len(run) - 1) if "\n" in text[run[n - 1].end : run[n].start] or _begins_again(run, n)]
    for start, end in zip([0, *ends], [*ends, len(run)], strict=True):
        yield from _trimmed(run[start:end])


def _begins_again(run: list[_Token], number: int) -> bool:
    before, here, after = run[number - 1 : number + 2]
    return run[0].given and here.given and not (before.given or before.initial or after.given)


def _together(before: _Token, gap: str) -> bool:
    if before.initial:
        gap = gap.removeprefix(".")
    return len(gap) <= 8 and not gap.strip(_BLANKS) and gap.count("\n") < 2


def _trimmed(run: list[_Token]) -> Iterator[list[_Token]]:
    """Without the particles that no surname follows."""
    while run and run[-1].word in PARTICLES:
        run.pop()
    while len(run) > 1 and run[0].word in PARTICLES and (run[0].word not in ("von", "af") or run[1].given):
        run.pop(0)
    if run:
        yield run


@lru_cache(maxsize=8192)
def _is_no_name(word: str) -> bool:
    """Part of no name, whatever letter it begins with."""
    if len(word) == 1:
        return False
    folded = word.casefold()
    return (
        folded in words("no_name")
        or folded in TRADERS
        or any(pattern.fullmatch(word) for pattern in (PERMIT, PARTY, NAME, TITLE))
    )


def _person(run: list[_Token], text: str) -> Person | None:
    run = run[_organisation(run, text) :]
    if not run or all(token.initial for token in run):
        return None
    before = text[max(0, run[0].start - _BEFORE) : run[0].start]
    if _FAMILY.search(before) or _ESTATE.match(text, run[-1].end):
        return None if is_trade(run[0].word) else Person(run[0].start, run[-1].end, True)
    return _with_given_name(run, text) or _unknown(run)


def _organisation(run: list[_Token], text: str) -> int:
    """How many words of a run, from its start, name an organisation."""
    if AFTER_ORGANISATION.match(text, run[-1].end):
        return len(run)
    folded = [token.word.casefold() for token in run]
    suffixes = [number for number, word in enumerate(folded) if word in words("suffixes")]
    if not suffixes:
        return 0
    # "Ab Anna Exempel", "Bostads Ab Anna": the name comes after.
    first = suffixes[0]
    return len(run) if first == 0 or (first == 1 and folded[0] in HOUSING) else suffixes[-1] + 1


def _with_given_name(run: list[_Token], text: str) -> Person | None:
    """Given names and then a surname, or a surname and then given names."""
    given = [number for number, token in enumerate(run) if token.given]
    if not given:
        inflected = len(run) > 1 and is_inflected_given_name(run[-1].word)
        given = [len(run) - 1] if inflected else []
    if not given:
        return None
    first, last = given[0], given[-1]
    after, before = run[last + 1 : last + 4], run[:first]
    while first and run[first - 1].initial:
        first -= 1
    surnames = [token for token in after if not token.initial and token.word not in PARTICLES]
    if surnames:
        trade = next((n for n, token in enumerate(after) if is_trade(token.word)), len(after))
        return Person(run[first].start, after[trade - 1].end, True) if trade else None
    if last > first and run[last].given and not before:
        return Person(run[first].start, run[last].end, True)
    if before and not is_trade(before[-1].word) and not is_place(before[-1].word):
        start = before[-2] if len(before) > 1 and before[-2].word in PARTICLES else before[-1]
        return Person(start.start, run[-1].end, True)
    initialled = bool(after) and after[0].initial
    return Person(run[first].start, after[0].end, False) if initialled else None


def _unknown(run: list[_Token]) -> Person | None:
    if not 1 < len(run) <= _LONGEST:
        return None
    capitals = all(token.word.isupper() for token in run)
    organised = any(is_trade(t.word) or is_place(t.word) or (not capitals and _is_acronym(t.word)) for t in run)
    return None if organised else Person(run[0].start, run[-1].end, False)


def _is_acronym(word: str) -> bool:
    return 2 <= len(word) <= 4 and word.isupper()
