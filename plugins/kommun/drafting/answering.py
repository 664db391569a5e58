"""What a question is asked with, and what an answer means."""

from __future__ import annotations

import difflib
from collections.abc import Mapping, Sequence
from typing import Any

from .days import guess_of
from .key_words import KeyWords, Model
from .kinds import Kind
from .questions import Choice, Question
from .situation import Answers, Situation

_SHORTEST = 3
"""Letters from which the beginning of a name is understood."""


def choices_of(question: Question, kind: Kind, answers: Answers, situation: Situation) -> tuple[Choice, ...]:
    """What can be chosen: the question's own list, else what the model of its key allows."""
    own = question.choices(answers, situation)
    if own or len(question.key) != 1:
        return own
    return tuple(Choice(*row) for row in situation.keys.choices(kind.model, question.key[0]).items())


def is_number(text: str, digits: int) -> bool:
    return text.isascii() and text.isdigit() and len(text) <= digits


def resolved(typed: str, choices: Sequence[Choice]) -> str:
    """The value that was meant with a number, a name or the beginning of one; else what was typed."""
    if is_number(typed, digits=3) and 0 < int(typed) <= len(choices):
        return choices[int(typed) - 1].value
    word = typed.casefold()
    names = [
        (name.casefold(), choice.value) for choice in choices for name in (choice.value, choice.label, *choice.also)
    ]
    exact = {value for name, value in names if name == word}
    begun = {value for name, value in names if name.startswith(word)} if len(word) >= _SHORTEST else set()
    meant = exact or begun
    return meant.pop() if len(meant) == 1 else typed


def meant(refused: str, choices: Sequence[Choice]) -> str:
    """What was perhaps meant with an answer that could not stand: the day in `5.12.2026`, a name almost right."""
    close = difflib.get_close_matches(refused.casefold(), [choice.value for choice in choices], n=1, cutoff=0.6)
    return guess_of(refused) or (close[0] if close else "")


def wording(question: Question, model: Model, keys: KeyWords, words: Mapping[str, Any]) -> tuple[str, str]:
    """The question in words, and the explanation of what is asked."""
    if question.key:
        label, hint = keys.named(model, question.key)
        key = f"({'.'.join(question.key)})"
    else:
        own = words["questions"][question.name.removesuffix(f"-{question.lang}")]
        label, hint, key = own["label"], own["hint"], ""
    language = words["languages"].get(question.lang, f"({question.lang})") if question.lang else ""
    return " ".join(part for part in (label, language, key) if part), str(hint)


def listed(choices: Sequence[Choice]) -> str:
    """The choices with their numbers; the value too where it is another word than the name."""
    rows = []
    for number, choice in enumerate(choices, 1):
        value = "" if choice.value.casefold() == choice.label.casefold() else f" ({choice.value})"
        rows.append(f"  {number:>2}  {choice.label}{value}")
    return "\n".join(rows)


def shown(answer: str, choices: Sequence[Choice]) -> str:
    """An answer as a person reads it: yes or no rather than true or false."""
    return next((choice.label for choice in choices if choice.value == answer and answer in ("true", "false")), answer)
