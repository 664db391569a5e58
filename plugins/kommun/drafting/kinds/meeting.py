"""A meeting that is planned: its folder, with an agenda that nobody has been sent yet."""

from __future__ import annotations

from dataclasses import replace

from kommun.content.meeting import Agenda
from kommun.drafting.drafts import Draft
from kommun.drafting.questions import Question
from kommun.drafting.situation import Answers, Situation

from . import _meetings as meetings
from . import _sections as sections
from . import agenda

MODEL = Agenda


def questions(main: str, others: tuple[str, ...]) -> tuple[Question, ...]:
    return (
        meetings.BODY,
        meetings.date_question("agenda"),
        meetings.UNIT,
        Question("number", ("number",), suggest=meetings.number),
        Question("time", ("time",), suggest=meetings.agenda_time),
        Question("place", ("place",), suggest=meetings.place),
        *sections.title_questions("agenda", main, others),
    )


def draft(answers: Answers, situation: Situation) -> Draft | None:
    made = agenda.draft(answers, situation)
    return replace(made, unfinished=("not_sent",)) if made else None
