"""Questions that several kinds ask."""

from __future__ import annotations

from collections.abc import Callable

from kommun.drafting.questions import Choice, Question, Told, is_yes_or_no, yes_or_no
from kommun.drafting.situation import Answers, Situation
from kommun.drafting.slugs import free_slug, slug_of, taken, wrong_slug


def title(lang: str) -> Question:
    return Question("title", ("title",), lang, required=True, rule="title-present")


def text(lang: str, rule: str = "", required: bool = False) -> Question:
    return Question("text", lang=lang, required=required, rule=rule)


def _translated(lang: str) -> Callable[[Answers, Situation], bool]:
    def applies(answers: Answers, situation: Situation) -> bool:
        return bool(answers.get(f"title-{lang}"))

    return applies


def translations(others: tuple[str, ...], rule: str) -> tuple[Question, ...]:
    """Title and text in each other language, the text only where there is a title; `rule` asks for translations."""
    rows: list[Question] = []
    for lang in others:
        rows.append(Question(f"title-{lang}", ("title",), lang, settles=rule))
        rows.append(Question(f"text-{lang}", lang=lang, applies=_translated(lang)))
    return tuple(rows)


def unit_choices(answers: Answers, situation: Situation) -> tuple[Choice, ...]:
    units = situation.library.units
    return tuple(
        Choice(slug, entry.in_language(situation.lang).title, tuple(d.title for d in entry.versions.values()))
        for slug, entry in sorted(units.items())
    )


def _only_unit(answers: Answers, situation: Situation) -> str:
    units = situation.library.units
    return next(iter(units)) if len(units) == 1 else ""


UNIT = Question("unit", ("unit",), suggest=_only_unit, choices=unit_choices, required=True, rule="unit-exists")


def slug(folder: Callable[[Situation], str], ending: str = "") -> Question:
    """The name of a file or folder: asked only where the one that the title gives is taken."""

    def key(name: str, situation: Situation) -> str:
        return f"{folder(situation)}/{name}{ending}"

    def suggest(answers: Answers, situation: Situation) -> str:
        return free_slug(answers.get("title", ""), folder(situation), ending, situation)

    def applies(answers: Answers, situation: Situation) -> bool:
        return bool(answers.get("title")) and taken(key(slug_of(answers["title"]), situation), situation)

    def check(answer: str, answers: Answers, situation: Situation) -> Told | None:
        wrong = wrong_slug(answer, situation.lang)
        if wrong or not taken(key(answer, situation), situation):
            return wrong
        words = situation.words["taken"]
        proposal = free_slug(answer, folder(situation), ending, situation)
        values = {"name": key(answer, situation), "proposal": proposal}
        return Told(words["message"].format(**values), words["help"].format(**values))

    def because(answers: Answers, situation: Situation) -> Told | None:
        return check(slug_of(answers.get("title", "")), answers, situation)

    return Question("slug", suggest=suggest, applies=applies, check=check, required=True, because=because)


def slug_in(answers: Answers) -> str:
    return answers.get("slug") or slug_of(answers.get("title", ""))


DRAFT = Question("draft", choices=yes_or_no, check=is_yes_or_no, only_flag=True, switch=True)
"""A flag only: whoever is asked has other ways to leave a text unfinished."""
