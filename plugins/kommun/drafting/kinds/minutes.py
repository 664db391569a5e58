"""The minutes of a meeting: its agenda's §§, the adjustment, the viewing, and the remedies (strategy 4.1)."""

from __future__ import annotations

from kommun.content.body import BodyKind
from kommun.content.markdown import SECTION
from kommun.content.meeting import Minutes, Remedy
from kommun.drafting import days
from kommun.drafting.drafts import Draft, Version, answered, translations
from kommun.drafting.front_matter import Value
from kommun.drafting.meetings import agenda_of, awaiting_minutes, usual_viewing_place
from kommun.drafting.questions import Question
from kommun.drafting.situation import Answers, Situation
from kommun.messages import languages, load

from . import _common as common
from . import _meetings as meetings
from . import _sections as sections

MODEL = Minutes
ORDER = tuple(
    "type title unit number time place adjusted published viewing appeal document attachments"
    " permit reviewed expires".split()
)


def _date(answers: Answers, situation: Situation) -> str:
    return awaiting_minutes(situation.library, answers.get("body", ""), situation.today)


def _from_agenda(key: str, answers: Answers, situation: Situation) -> str:
    agenda = agenda_of(situation.library, answers.get("body", ""), answers.get("date", ""))
    return str(getattr(agenda.facts, key) or "") if agenda else ""


def _number(answers: Answers, situation: Situation) -> str:
    return _from_agenda("number", answers, situation) or meetings.number(answers, situation)


def _time(answers: Answers, situation: Situation) -> str:
    return _from_agenda("time", answers, situation)


def _place(answers: Answers, situation: Situation) -> str:
    return _from_agenda("place", answers, situation) or meetings.place(answers, situation)


def _adjusted(answers: Answers, situation: Situation) -> str:
    meeting = meetings.meeting_day(answers)
    return days.adjustment(meeting).isoformat() if meeting else ""


def _published(answers: Answers, situation: Situation) -> str:
    """A working group's minutes wait for a decision to publish them (rule `working-group-decision`)."""
    body = meetings.body_in(answers, situation)
    if body and body.facts.kind is BodyKind.WORKING_GROUP and not body.facts.publication_decision:
        return ""
    adjusted = days.day_of(answers.get("adjusted", ""))
    return days.publication(adjusted, situation.today).isoformat() if adjusted else ""


def _viewing_date(answers: Answers, situation: Situation) -> str:
    adjusted, published = (days.day_of(answers.get(name, "")) for name in ("adjusted", "published"))
    return days.viewing(adjusted, published or adjusted).isoformat() if adjusted else ""


def _viewing_place(answers: Answers, situation: Situation) -> str:
    return usual_viewing_place(situation.library, answers.get("body", "")) or answers.get("place", "")


def questions(main: str, others: tuple[str, ...]) -> tuple[Question, ...]:
    not_before = meetings.not_before_meeting
    return (
        meetings.BODY,
        meetings.date_question("minutes", _date),
        meetings.UNIT,
        Question("number", ("number",), suggest=_number),
        Question("time", ("time",), suggest=_time),
        Question("place", ("place",), suggest=_place),
        Question(
            "adjusted", ("adjusted",), suggest=_adjusted, check=not_before, required=True, rule="minutes-adjusted"
        ),
        Question("published", ("published",), suggest=_published, settles="working-group-decision"),
        Question("viewing-date", ("viewing", "date"), suggest=_viewing_date, check=not_before, required=True),
        Question("viewing-place", ("viewing", "place"), suggest=_viewing_place, required=True, rule="minutes-viewing"),
        *sections.title_questions("minutes", main, others),
        *sections.section_questions(main, others),
        sections.READY,
        common.DRAFT,
    )


def draft(answers: Answers, situation: Situation) -> Draft | None:
    if meetings.body_in(answers, situation) is None or meetings.meeting_day(answers) is None:
        return None
    own = answered(answers, "title", "number", "time", "place", "adjusted", "published")
    facts: dict[str, Value] = {"type": "minutes", **meetings.unit_of(answers, situation), **own}
    if answers.get("viewing-date") and answers.get("viewing-place"):
        facts["viewing"] = {"date": answers["viewing-date"], "place": answers["viewing-place"]}
    appeal = _appeal(answers, situation)
    if appeal:
        facts["appeal"] = appeal
    main = Version(situation.main, facts, sections.text(answers, situation, situation.main))
    versions = (main, *translations(answers, situation, text_of=sections.text))
    undated = () if answers.get("published") else ("no_day",)
    waiting = undated + sections.why_unfinished(answers, situation, versions)
    key = f"meetings/{answers['body']}/{answers['date']}/minutes"
    return Draft(key, MODEL, ORDER, versions, waiting, sections.left_out(versions, situation))


def _appeal(answers: Answers, situation: Situation) -> list[dict[str, Value]]:
    """A proposal of how each § can be challenged, in groups: the body's usual remedy, and none for what is formal."""
    # Imported when minutes are made: the reading of Word documents, where the proposals live, is large.
    from kommun.importing.remedies import proposals

    found = [SECTION.match(heading) for heading in sections.headings(answers, situation, situation.main)]
    matters = [(int(one["number"]), one["title"]) for one in found if one]
    body = meetings.body_in(answers, situation)
    words = load(situation.main if situation.main in languages() else "sv", "importing")
    rows: list[dict[str, Value]] = []
    for proposal in proposals(matters, body.facts.kind if body else None):
        row: dict[str, Value] = {"sections": proposal.written, "remedy": str(proposal.remedy)}
        if proposal.remedy is Remedy.NONE:
            row["reason"] = words["reason"]
        rows.append(row)
    return rows
