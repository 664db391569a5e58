"""The §§ of an agenda or minutes as headings, in each language, and whether they are all there."""

from __future__ import annotations

from kommun.content.body import BodyKind
from kommun.drafting.answering import is_number
from kommun.drafting.drafts import Version
from kommun.drafting.meetings import agenda_of, headings_of, next_section
from kommun.drafting.questions import Question, Told, is_yes_or_no, yes_or_no
from kommun.drafting.situation import Answers, Situation
from kommun.messages import languages, load, words_of_rule

from ._meetings import body_in, meeting_day


def _first_section(answers: Answers, situation: Situation) -> str:
    day = meeting_day(answers)
    return str(next_section(situation.library, answers.get("body", ""), day)) if day else ""


def _is_number(answer: str, answers: Answers, situation: Situation) -> Told | None:
    if not answer or (is_number(answer, digits=5) and int(answer) > 0):
        return None
    words = words_of_rule("valid-value", situation.lang).cases["number"]
    label = situation.words["questions"]["first-section"]["label"]
    return Told(words.message.format(key=label, value=answer), words.help, "valid-value")


def no_agenda(answers: Answers, situation: Situation) -> bool:
    """Whether the §§ have to be asked for: no agenda of the meeting has them."""
    return meeting_day(answers) is not None and not _agenda_headings(answers, situation, situation.main)


def has_sections(answers: Answers, situation: Situation) -> bool:
    return bool(headings(answers, situation, situation.main))


def section_questions(main: str, others: tuple[str, ...]) -> tuple[Question, ...]:
    """The number of the first § and the matters; in another language one for each of them."""
    rows = [
        Question("first-section", suggest=_first_section, applies=no_agenda, check=_is_number, required=True),
        Question("matter", lang=main, applies=no_agenda, many=True, item=_next_section),
    ]
    rows += [_translated_matters(lang) for lang in others]
    return tuple(rows)


def _translated_matters(lang: str) -> Question:
    def applies(answers: Answers, situation: Situation) -> bool:
        return bool(answers.get("matter") and answers.get(f"title-{lang}"))

    def original(number: int, answers: Answers, situation: Situation) -> str | None:
        return next(iter(headings(answers, situation, situation.main)[number:]), None)

    return Question(f"matter-{lang}", lang=lang, applies=applies, many=True, item=original)


def _next_section(number: int, answers: Answers, situation: Situation) -> str:
    return f"§ {int(answers['first-section']) + number}"


def title_questions(document: str, main: str, others: tuple[str, ...]) -> tuple[Question, ...]:
    """Titles are suggested; other languages are asked for where the body's documents stand in them."""
    return tuple(_title_question(document, lang, main) for lang in (main, *others))


def _title_question(document: str, lang: str, main: str) -> Question:
    def suggest(answers: Answers, situation: Situation) -> str:
        body, day = body_in(answers, situation), meeting_day(answers)
        if body is None or day is None:
            return ""
        words = load(lang if lang in languages() else "sv", "new")["titles"][document]
        return str(words.format(body=body.in_language(lang).title, day=f"{day.day}.{day.month}.{day.year}"))

    def applies(answers: Answers, situation: Situation) -> bool:
        body = body_in(answers, situation)
        council = body is not None and body.facts.kind is BodyKind.COUNCIL
        return lang == main or council or bool(_agenda_headings(answers, situation, lang))

    name = "title" if lang == main else f"title-{lang}"
    rule, settles = ("title-present", "") if lang == main else ("", "council-both-languages")
    return Question(name, ("title",), lang, suggest, applies, required=lang == main, rule=rule, settles=settles)


READY = Question(
    "ready",
    suggest=lambda answers, situation: "false",
    applies=has_sections,
    choices=yes_or_no,
    check=is_yes_or_no,
    required=True,
    switch=True,
)


def headings(answers: Answers, situation: Situation, lang: str) -> tuple[str, ...]:
    """`§ 120 Title` for each matter: those answered, else those of the meeting's agenda."""
    matters = [line for line in answers.get(situation.name_in("matter", lang), "").split("\n") if line]
    if not matters:
        return _agenda_headings(answers, situation, lang)
    first = answers.get("first-section") or _first_section(answers, situation)
    start = int(first) if is_number(first, digits=5) else 1
    return tuple(f"§ {start + number} {matter}" for number, matter in enumerate(matters))


def _agenda_headings(answers: Answers, situation: Situation, lang: str) -> tuple[str, ...]:
    agenda = agenda_of(situation.library, answers.get("body", ""), answers.get("date", ""))
    document = agenda.versions.get(lang) if agenda else None
    return headings_of(document) if document else ()


def text(answers: Answers, situation: Situation, lang: str) -> str:
    return "\n\n".join(f"## {heading}" for heading in headings(answers, situation, lang))


def why_unfinished(answers: Answers, situation: Situation, versions: tuple[Version, ...]) -> tuple[str, ...]:
    """Headings alone are no document: somebody must have said that it is ready."""
    reasons = ["asked"] if answers.get("draft") == "true" else []
    if not versions[0].text:
        reasons.append("no_text")
    elif answers.get("ready") != "true":
        reasons.append("not_ready")
    wanted = len(headings(answers, situation, situation.main))
    if any(len(headings(answers, situation, version.lang)) < wanted for version in versions[1:]):
        reasons.append("no_translated_text")
    return tuple(reasons)


def left_out(versions: tuple[Version, ...], situation: Situation) -> tuple[str, ...]:
    return tuple(lang for lang in situation.others if lang not in {version.lang for version in versions})
