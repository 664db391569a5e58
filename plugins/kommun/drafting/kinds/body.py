"""A decision-making body's page. Its kind says how its decisions can be challenged, so it is always asked."""

from __future__ import annotations

from kommun.content.body import Body, BodyKind
from kommun.drafting.drafts import Draft, Version, answered, translations, truth
from kommun.drafting.front_matter import Value
from kommun.drafting.questions import Question, yes_or_no
from kommun.drafting.situation import Answers, Situation

from . import _common as common

MODEL = Body
ORDER = tuple(
    "type title unit kind publishes_minutes publication_decision members reviewed published expires"
    " permit attachments".split()
)


def _folder(situation: Situation) -> str:
    return "meetings"


def _publishes(answers: Answers, situation: Situation) -> str:
    """Councils, boards and committees publish their minutes (KomL 140 §); a working group only if it is decided."""
    return "false" if answers.get("kind") == BodyKind.WORKING_GROUP else "true"


def _needs_decision(answers: Answers, situation: Situation) -> bool:
    return answers.get("kind") == BodyKind.WORKING_GROUP and answers.get("publishes-minutes") == "true"


def questions(main: str, others: tuple[str, ...]) -> tuple[Question, ...]:
    return (
        common.title(main),
        common.slug(_folder, "/index"),
        common.UNIT,
        Question("kind", ("kind",), required=True),
        Question(
            "publishes-minutes",
            ("publishes_minutes",),
            suggest=_publishes,
            choices=yes_or_no,
            required=True,
            switch=True,
        ),
        Question("publication-decision", ("publication_decision",), applies=_needs_decision, required=True),
        common.text(main, required=True),
        *common.translations(others, "translation-missing"),
    )


def draft(answers: Answers, situation: Situation) -> Draft:
    facts: dict[str, Value] = {"type": "body", **answered(answers, "title", "unit", "kind", "publication-decision")}
    facts["publishes_minutes"] = truth(answers.get("publishes-minutes", ""))
    facts["reviewed"] = situation.today.isoformat()
    # The page is seen at once, so a translation without its text is left out rather than shown empty.
    others = tuple(translations(answers, situation, text_of=_text, half=False))
    versions = (Version(situation.main, facts, _text(answers, situation, situation.main)), *others)
    left = tuple(lang for lang in situation.others if lang not in {version.lang for version in versions})
    return Draft(f"meetings/{common.slug_in(answers)}/index", MODEL, ORDER, versions, left_out=left)


def _text(answers: Answers, situation: Situation, lang: str) -> str:
    text = answers.get(situation.name_in("text", lang), "")
    heading = situation.settings.units.description.get(lang, "")
    return f"## {heading}\n\n{text}" if text and heading else text
