"""A § title without shouting: "KOMMITTÉER Arbetsgrupp för …" becomes "Kommittéer: Arbetsgrupp för …".

The keyword in capitals is set in ordinary letters and parted from the title by a
colon, so that it can be read in lists and aloud. Which words keep a capital is
learnt from the document itself, where most of its words stand in ordinary letters.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

_WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")
_PARTED = re.compile(r"\s*[:–—/|,-]+\s*$")
_SMALL = re.compile(
    "a|av|den|det|en|ett|för|från|i|med|och|om|på|samt|till|vid|ur|under|över|inom|enligt|mot|efter|ej|"
    "ja|sekä|tai|eli|val|nya|ny|nytt"
)
_LONGEST_ENDING = 4
_MAX_KEYWORD = 6
"""Words; more in capitals are a title, not a keyword."""


@dataclass
class Vocabulary:
    """How words are written in the running text."""

    lower: set[str] = field(default_factory=set)
    names: dict[str, str] = field(default_factory=dict)
    """Words that stand with a capital inside a sentence, by their lower-case form."""

    def form_of(self, word: str) -> str | None:
        """How a word in capitals is written elsewhere; None where nothing tells."""
        low = word.lower()
        if low in self.lower or _SMALL.fullmatch(low):
            return low
        # A name with an ending, such as the genitive's: "KRONOBYS".
        stems = (low[:end] for end in range(len(low), max(len(low) - _LONGEST_ENDING, 4), -1))
        return next((self.names[stem] + low[len(stem) :] for stem in stems if stem in self.names), None)


def learn(texts: Iterable[str], names: Iterable[str] = ()) -> Vocabulary:
    """The vocabulary of a document, and of names that are known beforehand."""
    vocabulary = Vocabulary()
    for name in (word for text in names for word in _WORD.findall(text)):
        if name[0].isupper() and not name.isupper():
            vocabulary.names[name.lower()] = name
    for text in texts:
        for match in _WORD.finditer(text):
            word = match[0]
            if word.islower():
                vocabulary.lower.add(word)
            elif word[0].isupper() and word[1:].islower() and _inside_sentence(text, match.start()):
                vocabulary.names.setdefault(word.lower(), word)
    return vocabulary


def _inside_sentence(text: str, start: int) -> bool:
    before = text[:start].rstrip(' ”"(')
    return bool(before) and (before[-1].isalnum() or before[-1] == ",")


def readable_title(written: str, vocabulary: Vocabulary) -> tuple[str, bool]:
    """The title as the site shows it, and whether letters were changed without knowing the words."""
    words = written.split(" ")
    count = _capitals_at_start(words)
    shouted, rest = words[:count], " ".join(words[count:])
    if not count or (count == 1 and not rest and _is_short(shouted[0])):
        return written, False
    keyword = _PARTED.sub("", " ".join(shouted))
    rest = rest.lstrip(":–—/|,- ").strip()
    if rest and rest[0].islower():
        # "VAL av ledamöter" is one phrase; "EU stöder …" keeps its letters unless the word is known.
        calm, unsure = _calm(keyword, vocabulary)
        return f"{calm} {rest}", unsure
    if rest and (count > _MAX_KEYWORD or (count == 1 and _is_short(keyword) and vocabulary.form_of(keyword) is None)):
        return written, count > _MAX_KEYWORD
    calm, unsure = _calm(keyword, vocabulary)
    return (f"{calm}: {rest}" if rest else calm), unsure


def _capitals_at_start(words: list[str]) -> int:
    """How many words at the start are in capitals; figures and signs between them count with them."""
    count = 0
    for number, word in enumerate(words, 1):
        letters = "".join(_WORD.findall(word))
        if letters and not letters.isupper():
            return count
        if len(letters) > 1:
            count = number
    return len(words) if count else 0


def _is_short(word: str) -> bool:
    return len("".join(_WORD.findall(word))) <= 3


def _calm(text: str, vocabulary: Vocabulary) -> tuple[str, bool]:
    unsure = False

    def calm(match: re.Match[str]) -> str:
        nonlocal unsure
        word = match[0]
        known = vocabulary.form_of(word)
        if known is None and len(word) <= 3:
            return word  # AB, EU, VA
        unsure = unsure or known is None
        return known or word.lower()

    out = _WORD.sub(calm, text)
    first = re.search(r"[^\W\d_]", out)
    return (out[: first.start()] + out[first.start()].upper() + out[first.start() + 1 :] if first else out), unsure
