"""A document to be written: its facts once, and title and text in each language."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from .front_matter import Value
from .key_words import Model
from .situation import Answers, Situation


@dataclass(frozen=True)
class Version:
    """One language's file. Only the main language's holds more than a title and words in translation."""

    lang: str
    values: Mapping[str, Value]
    text: str


@dataclass(frozen=True)
class Draft:
    key: str
    """Where it will stand, without language and ending."""
    model: Model
    order: tuple[str, ...]
    """Every key of the model, in the order in which they are written."""
    versions: tuple[Version, ...]
    """The main language's first."""
    unfinished: tuple[str, ...] = ()
    """Why it must not appear yet: names of `unfinished` in `new.yml`. `published` is then a comment."""
    left_out: tuple[str, ...] = ()
    """Languages in which nothing was written."""


def answered(answers: Answers, *names: str) -> dict[str, Value]:
    """The answers that are keys of the same name, those left out not among them."""
    return {name.replace("-", "_"): answers[name] for name in names if answers.get(name)}


def truth(answer: str) -> str | bool:
    """An answer of yes or no as a value; anything else stays for the rules to refuse."""
    return {"true": True, "false": False}.get(answer, answer)


def plain_text(answers: Answers, situation: Situation, lang: str) -> str:
    return answers.get(situation.name_in("text", lang), "")


def translations(
    answers: Answers,
    situation: Situation,
    text_of: Callable[[Answers, Situation, str], str] = plain_text,
    words: Callable[[str], Mapping[str, Value]] = lambda lang: {},
    half: bool = True,
) -> Iterator[Version]:
    """The other languages' versions: those with a title, and unless `half` those with a text too."""
    for lang in situation.others:
        title, text = answers.get(situation.name_in("title", lang), ""), text_of(answers, situation, lang)
        if title and (text or half):
            yield Version(lang, {"title": title, **words(lang)}, text)


def why_unfinished(answers: Answers, versions: tuple[Version, ...], needed: tuple[str, ...] = ()) -> Iterator[str]:
    """What keeps a document back: a wish, a text that is not written, a language in `needed` that is not there."""
    if answers.get("draft") == "true":
        yield "asked"
    if not versions[0].text:
        yield "no_text"
    if any(not version.text for version in versions[1:]):
        yield "no_translated_text"
    if set(needed) - {version.lang for version in versions}:
        yield "no_translation"
