"""A notice: on the notice board from a day through a day, in all languages of the site."""

from __future__ import annotations

from kommun.content.notice import Category, Notice
from kommun.deadlines import next_working_day
from kommun.drafting.answering import is_number
from kommun.drafting.days import day_of, notice_end
from kommun.drafting.drafts import Draft, Version, answered, translations, why_unfinished
from kommun.drafting.front_matter import Value
from kommun.drafting.questions import Question, never
from kommun.drafting.situation import Answers, Situation

from . import _common as common

MODEL = Notice
ORDER = tuple(
    "type title unit category permit contact published expires appeal_days period_reason reviewed attachments".split()
)
_APPEALED = (Category.PUBLIC_NOTICE, Category.PERMIT)


def _folder(situation: Situation) -> str:
    return situation.settings.stage.notices


def _published(answers: Answers, situation: Situation) -> str:
    return next_working_day(situation.today).isoformat()


def _expires(answers: Answers, situation: Situation) -> str:
    published = day_of(answers.get("published", ""))
    if published is None:
        return ""
    days = answers.get("appeal-days", "")
    appeal = int(days) if is_number(days, digits=6) else None
    return notice_end(published, answers.get("category", ""), appeal, situation.settings.lifecycle).isoformat()


def _contact(answers: Answers, situation: Situation) -> str:
    return _contact_in(situation.main, answers, situation)


def _contact_in(lang: str, answers: Answers, situation: Situation) -> str:
    """The unit and its e-mail address, or the municipality's where the unit has none."""
    unit = situation.library.units.get(answers.get("unit", ""))
    if unit is None:
        return ""
    own = unit.facts.contact.email if unit.facts.contact else None
    return ", ".join(part for part in (unit.in_language(lang).title, own or situation.settings.stage.email) if part)


def _can_be_appealed(answers: Answers, situation: Situation) -> bool:
    return answers.get("category") in _APPEALED


def _is_permit(answers: Answers, situation: Situation) -> bool:
    return answers.get("category") == Category.PERMIT


def questions(main: str, others: tuple[str, ...]) -> tuple[Question, ...]:
    return (
        common.title(main),
        common.slug(_folder),
        common.UNIT,
        Question("category", ("category",), suggest=lambda a, s: str(Category.ANNOUNCEMENT), required=True),
        Question("permit", ("permit",), suggest=lambda a, s: "building", applies=_is_permit),
        Question("appeal-days", ("appeal_days",), applies=_can_be_appealed),
        Question("published", ("published",), suggest=_published, required=True),
        Question(
            "expires", ("expires",), suggest=_expires, required=True, rule="notice-expires", excuse="period-reason"
        ),
        Question("period-reason", ("period_reason",), applies=never),
        Question("contact", ("contact",), suggest=_contact),
        common.text(main),
        *common.translations(others, "notice-both-languages"),
        common.DRAFT,
    )


def draft(answers: Answers, situation: Situation) -> Draft:
    own = ("title", "unit", "category", "permit", "appeal-days", "published", "expires", "period-reason", "contact")
    facts: dict[str, Value] = {"type": "notice", **answered(answers, *own)}

    def contact(lang: str) -> dict[str, Value]:
        """The contact in translation, where it is the suggested one."""
        suggested = answers.get("contact") and answers["contact"] == _contact(answers, situation)
        return {"contact": _contact_in(lang, answers, situation)} if suggested else {}

    main = Version(situation.main, facts, answers.get("text", ""))
    versions = (main, *translations(answers, situation, words=contact))
    waiting = tuple(why_unfinished(answers, versions, needed=situation.others))
    return Draft(f"{_folder(situation)}/{common.slug_in(answers)}", MODEL, ORDER, versions, waiting)
