"""The agenda of a meeting that has been sent to the members, or will be on a known day (strategy 4.1)."""

from __future__ import annotations

from kommun.content.meeting import Agenda
from kommun.drafting.days import day_of
from kommun.drafting.drafts import Draft, Version, answered, translations
from kommun.drafting.front_matter import Value
from kommun.drafting.questions import Question
from kommun.drafting.situation import Answers, Situation

from . import _common as common
from . import _meetings as meetings
from . import _sections as sections

MODEL = Agenda
ORDER = tuple(
    "type title unit number time place sent published supersedes_note attachments expires reviewed permit".split()
)


def _sent(answers: Answers, situation: Situation) -> str:
    return situation.today.isoformat()


def _published(answers: Answers, situation: Situation) -> str:
    sent = day_of(answers.get("sent", ""))
    return max(sent, situation.today).isoformat() if sent else ""


def questions(main: str, others: tuple[str, ...]) -> tuple[Question, ...]:
    return (
        meetings.BODY,
        meetings.date_question("agenda"),
        meetings.UNIT,
        Question("number", ("number",), suggest=meetings.number),
        Question("time", ("time",), suggest=meetings.agenda_time),
        Question("place", ("place",), suggest=meetings.place),
        Question("sent", ("sent",), suggest=_sent, check=meetings.not_after_meeting, required=True, rule="agenda-sent"),
        Question("published", ("published",), suggest=_published, required=True),
        *sections.title_questions("agenda", main, others),
        *sections.section_questions(main, others),
        sections.READY,
        common.DRAFT,
    )


def draft(answers: Answers, situation: Situation) -> Draft | None:
    if meetings.body_in(answers, situation) is None or meetings.meeting_day(answers) is None:
        return None
    own = answered(answers, "title", "number", "time", "place", "sent", "published")
    facts: dict[str, Value] = {"type": "agenda", **meetings.unit_of(answers, situation), **own}
    main = Version(situation.main, facts, sections.text(answers, situation, situation.main))
    versions = (main, *translations(answers, situation, text_of=sections.text))
    waiting = sections.why_unfinished(answers, situation, versions)
    key = f"meetings/{answers['body']}/{answers['date']}/agenda"
    return Draft(key, MODEL, ORDER, versions, waiting, sections.left_out(versions, situation))
