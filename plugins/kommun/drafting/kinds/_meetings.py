"""What the documents of a meeting ask: the body, the day, and what earlier meetings suggest."""

from __future__ import annotations

import difflib
from collections.abc import Callable
from datetime import date

from kommun.clock import parse_date
from kommun.content.document import Entry
from kommun.content.types import is_meeting_folder
from kommun.drafting.days import day_of, guess_of
from kommun.drafting.meetings import next_number, usual
from kommun.drafting.questions import Choice, Question, Told
from kommun.drafting.situation import Answers, Situation
from kommun.drafting.slugs import taken
from kommun.messages import load, words_of_rule

from . import _common as common


def body_in(answers: Answers, situation: Situation) -> Entry | None:
    return situation.library.bodies.get(answers.get("body", ""))


def meeting_day(answers: Answers) -> date | None:
    folder = answers.get("date", "")
    return parse_date(folder[:10]) if is_meeting_folder(folder) and day_of(folder[:10]) else None


def _body_choices(answers: Answers, situation: Situation) -> tuple[Choice, ...]:
    return tuple(
        Choice(slug, entry.in_language(situation.lang).title, tuple(d.title for d in entry.versions.values()))
        for slug, entry in sorted(situation.library.bodies.items())
    )


def _known_body(answer: str, answers: Answers, situation: Situation) -> Told | None:
    bodies = situation.library.bodies
    if not answer or answer in bodies:
        return None
    guess = difflib.get_close_matches(answer.casefold(), bodies, n=1)
    words = load(situation.lang, "importing")["refusals"]["unknown-body-guess" if guess else "unknown-body"]
    return Told(words.format(body=answer, guess=(guess or [""])[0], bodies=", ".join(sorted(bodies))))


BODY = Question("body", choices=_body_choices, check=_known_body, required=True)


def _no_unit(answers: Answers, situation: Situation) -> bool:
    body = body_in(answers, situation)
    return body is not None and not body.facts.unit


UNIT = Question("unit", ("unit",), applies=_no_unit, choices=common.unit_choices, required=True, rule="unit-exists")


def unit_of(answers: Answers, situation: Situation) -> dict[str, str]:
    """The key `unit`: the body's own, else the one that was answered."""
    body = body_in(answers, situation)
    unit = answers.get("unit") or (body.facts.unit if body else "")
    return {"unit": unit} if unit else {}


def date_question(document: str, suggest: Callable[[Answers, Situation], str] | None = None) -> Question:
    """The meeting's day, which is its folder: a day that is one, and no `document` there yet."""

    def check(answer: str, answers: Answers, situation: Situation) -> Told | None:
        if not answer:
            return None
        if not is_meeting_folder(answer) or day_of(answer[:10]) is None:
            return wrong_day(answer, str(situation.words["questions"]["date"]["label"]), situation)
        folder = f"meetings/{answers.get('body', '')}"
        if not taken(f"{folder}/{answer}/{document}", situation):
            return None
        days = [f"{answer[:10]}-{number}" for number in range(2, 10)]
        free = next((day for day in days if not taken(f"{folder}/{day}/{document}", situation)), "")
        words = situation.words["meeting_taken"]
        return Told(words["message"].format(path=f"{folder}/{answer}"), words["help"].format(proposal=free))

    if suggest is None:
        return Question("date", check=check, required=True)
    return Question("date", check=check, required=True, suggest=suggest)


def wrong_day(answer: str, label: str, situation: Situation) -> Told:
    guess = guess_of(answer)
    words = words_of_rule("valid-value", situation.lang).cases["date-guess" if guess else "date"]
    help_ = situation.words["day_guess"].format(guess=guess) if guess else words.help
    return Told(words.message.format(key=label, value=answer, guess=guess), help_, "valid-value")


def not_before_meeting(answer: str, answers: Answers, situation: Situation) -> Told | None:
    return _beside_meeting(answer, answers, situation, "before_meeting")


def not_after_meeting(answer: str, answers: Answers, situation: Situation) -> Told | None:
    return _beside_meeting(answer, answers, situation, "after_meeting")


def _beside_meeting(answer: str, answers: Answers, situation: Situation, wrong: str) -> Told | None:
    """A day that is one, and not on the wrong side of the meeting."""
    day, meeting = day_of(answer), meeting_day(answers)
    if answer and day is None:
        return wrong_day(answer, str(situation.words["day"]), situation)
    if day is None or meeting is None or (day >= meeting if wrong == "before_meeting" else day <= meeting):
        return None
    return Told(situation.words[wrong].format(day=day, meeting=meeting))


def number(answers: Answers, situation: Situation) -> str:
    day = meeting_day(answers)
    return next_number(situation.library, answers.get("body", ""), day) if day else ""


def agenda_time(answers: Answers, situation: Situation) -> str:
    return usual(situation.library, answers.get("body", ""), "time", "agenda")


def place(answers: Answers, situation: Situation) -> str:
    return usual(situation.library, answers.get("body", ""), "place") or situation.settings.stage.address
