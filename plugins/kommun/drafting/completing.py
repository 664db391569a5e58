"""What has not been answered gets what would be suggested."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from .questions import Question
from .situation import Answers, Situation


def suggestion(question: Question, answers: Answers, situation: Situation) -> str:
    """The suggested answer; '' where there is none or a day would lie beyond all calendars."""
    try:
        return question.suggest(answers, situation)
    except OverflowError:
        return ""


def completed(questions: Iterable[Question], answers: Mapping[str, str], situation: Situation) -> dict[str, str]:
    """The answers with the suggestions of all other questions that would be asked."""
    full = dict(answers)
    for question in questions:
        if question.name not in full and question.applies(full, situation):
            full[question.name] = suggestion(question, full, situation)
    return full
