"""A unit's page, with the sections that it must have (strategy 4.1). It is seen as soon as it is on the site."""

from __future__ import annotations

from kommun.content.unit import Unit
from kommun.drafting.drafts import Draft, Version, answered, truth
from kommun.drafting.front_matter import Value
from kommun.drafting.questions import Question, yes_or_no
from kommun.drafting.situation import Answers, Situation

from . import _common as common

MODEL = Unit
ORDER = tuple(
    "type title head contact publishes_minutes feedback forms links social reviewed published expires"
    " unit permit attachments".split()
)


def _folder(situation: Situation) -> str:
    return "units"


def questions(main: str, others: tuple[str, ...]) -> tuple[Question, ...]:
    return (
        common.title(main),
        common.slug(_folder, "/index"),
        common.text(main, rule="unit-description-section", required=True),
        Question(
            "email",
            ("contact", "email"),
            suggest=lambda a, s: s.settings.stage.email,
            rule="unit-contact-section",
            excuse="phone",
        ),
        Question("phone", ("contact", "phone")),
        Question("address", ("contact", "address"), suggest=lambda a, s: s.settings.stage.address),
        Question("hours", ("contact", "hours")),
        Question("head", ("head",)),
        Question(
            "publishes-minutes",
            ("publishes_minutes",),
            suggest=lambda a, s: "false",
            choices=yes_or_no,
            required=True,
            switch=True,
        ),
        *(question for lang in others for question in _translated(lang)),
    )


def _translated(lang: str) -> tuple[Question, ...]:
    """Every unit has a page in all languages (rule `unit-presented`)."""
    title = Question(f"title-{lang}", ("title",), lang, required=True, rule="unit-presented")
    text = Question(f"text-{lang}", lang=lang, required=True, rule="unit-description-section")
    return title, text


def draft(answers: Answers, situation: Situation) -> Draft:
    facts: dict[str, Value] = {"type": "unit", **answered(answers, "title", "head")}
    contact = answered(answers, "email", "phone", "address", "hours")
    if contact:
        facts["contact"] = contact
    facts["publishes_minutes"] = truth(answers.get("publishes-minutes", ""))
    facts["reviewed"] = situation.today.isoformat()
    rows = [Version(situation.main, facts, _text(answers, situation, situation.main))]
    for lang in situation.others:
        title = answers.get(f"title-{lang}", "")
        if title:
            rows.append(Version(lang, {"title": title}, _text(answers, situation, lang)))
    return Draft(f"units/{common.slug_in(answers)}/index", MODEL, ORDER, tuple(rows))


def _text(answers: Answers, situation: Situation, lang: str) -> str:
    """The sections in their order: what the unit does, how it is reached, and where its minutes are."""
    headings = situation.settings.units
    parts = [_heading(headings.description, lang), answers.get(situation.name_in("text", lang), "")]
    if answers.get("publishes-minutes") == "true":
        parts.append(_heading(headings.minutes, lang))
    parts.append(_heading(headings.contact, lang))
    return "\n\n".join(part for part in parts if part)


def _heading(words: dict[str, str], lang: str) -> str:
    return f"## {words[lang]}" if words.get(lang) else ""
