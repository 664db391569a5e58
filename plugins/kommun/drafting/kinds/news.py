"""A piece of news: from a day, in the languages in which it is written."""

from __future__ import annotations

from kommun.content.news import News
from kommun.deadlines import next_working_day
from kommun.drafting.drafts import Draft, Version, answered, translations, why_unfinished
from kommun.drafting.front_matter import Value
from kommun.drafting.questions import Question
from kommun.drafting.situation import Answers, Situation

from . import _common as common

MODEL = News
ORDER = tuple("type title unit published expires reviewed permit attachments".split())


def _folder(situation: Situation) -> str:
    return situation.settings.stage.news


def _published(answers: Answers, situation: Situation) -> str:
    return next_working_day(situation.today).isoformat()


def questions(main: str, others: tuple[str, ...]) -> tuple[Question, ...]:
    return (
        common.title(main),
        common.slug(_folder),
        common.UNIT,
        Question("published", ("published",), suggest=_published, required=True),
        Question("expires", ("expires",)),
        common.text(main),
        *common.translations(others, "translation-missing"),
        common.DRAFT,
    )


def draft(answers: Answers, situation: Situation) -> Draft:
    facts: dict[str, Value] = {"type": "news", **answered(answers, "title", "unit", "published", "expires")}
    main = Version(situation.main, facts, answers.get("text", ""))
    versions = (main, *translations(answers, situation))
    waiting = tuple(why_unfinished(answers, versions))
    return Draft(
        f"{_folder(situation)}/{common.slug_in(answers)}", MODEL, ORDER, versions, waiting, _left(versions, situation)
    )


def _left(versions: tuple[Version, ...], situation: Situation) -> tuple[str, ...]:
    return tuple(lang for lang in situation.others if lang not in {version.lang for version in versions})
