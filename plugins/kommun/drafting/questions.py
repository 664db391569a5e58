"""A question: what is asked for, what is suggested, and when it is asked. The words are in `messages/`."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from .situation import Answers, Situation


@dataclass(frozen=True)
class Told:
    """What is wrong with an answer, in words."""

    message: str
    help: str = ""
    rule: str = ""


@dataclass(frozen=True)
class Choice:
    value: str
    label: str
    also: tuple[str, ...] = ()
    """Other words that mean the same."""


def _nothing(answers: Answers, situation: Situation) -> str:
    return ""


def _always(answers: Answers, situation: Situation) -> bool:
    return True


def _anything(answers: Answers, situation: Situation) -> tuple[Choice, ...]:
    return ()


def _right(answer: str, answers: Answers, situation: Situation) -> Told | None:
    return None


def _no_item(number: int, answers: Answers, situation: Situation) -> str | None:
    return None


@dataclass(frozen=True)
class Question:
    name: str
    """Also the flag: `--title-fi`."""
    key: tuple[str, ...] = ()
    """The way to the key whose words it is asked with; else its words are those of `questions` in `new.yml`."""
    lang: str = ""
    """For what is asked once for each language."""
    suggest: Callable[[Answers, Situation], str] = _nothing
    applies: Callable[[Answers, Situation], bool] = _always
    choices: Callable[[Answers, Situation], tuple[Choice, ...]] = _anything
    """What can be chosen, where that is not said by the model of the key."""
    check: Callable[[str, Answers, Situation], Told | None] = _right
    """What the answer itself must hold; the rules are tried beside it."""
    required: bool = False
    rule: str = ""
    """The rule whose words are told when nothing is answered, if it then has anything to say."""
    settles: str = ""
    """A rule that is not told of other answers while this question is still to come."""
    excuse: str = ""
    """The question whose answer is a reason for what the rules refuse here."""
    because: Callable[[Answers, Situation], Told | None] | None = None
    """Why it must be asked at all, which whoever answers is told; without a person nothing is suggested then."""
    many: bool = False
    """Several answers, one on each line."""
    item: Callable[[int, Answers, Situation], str | None] = _no_item
    """What the next of several answers is asked with; None where there is nothing left to ask for."""
    only_flag: bool = False
    """Never asked; a flag may answer it."""
    switch: bool = False
    """Yes or no: its flag alone says yes."""


def is_yes_or_no(answer: str, answers: Answers, situation: Situation) -> Told | None:
    """The check of a question that is no key of its own."""
    if answer in ("true", "false", ""):
        return None
    words = situation.words["yes_or_no"]
    return Told(words["message"].format(value=answer), words["help"])


def never(answers: Answers, situation: Situation) -> bool:
    return False


def yes_or_no(answers: Answers, situation: Situation) -> tuple[Choice, ...]:
    """Yes and no in every language, so that nobody has to know which one is asked for."""
    words = situation.words
    return tuple(Choice(value, words[name][0], tuple(words[name][1:])) for value, name in YES_NO)


YES_NO = (("true", "yes"), ("false", "no"))
