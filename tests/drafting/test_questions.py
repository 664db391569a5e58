"""Every kind of document through its questions, as a person at a terminal answers them."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.build.town import write

from .desk import body, checked, finnish, meeting, new, sections

NOTICE = ["Bryggan rivs", "", "", "", "", "", "Bryggan rivs.", "Laituri puretaan", "Laituri puretaan."]
AGENDA = ["namnden", "2026-12-07", "", "17:00", "Skolan", "2026-12-01", "", "", "", "Öppnande", "Taxa", ""]
MINUTES = ["Nämnden", "", "", "", "", "", "", "", "", ""]
DIALOGUES: dict[str, list[str]] = {
    "notice": NOTICE,
    "news": ["Julmarknad", "", "", "", "Kom!", "Joulumarkkinat", "Tule!"],
    "unit": ["Bibliotek", "Böcker.", "", "", "", "", "", "", "Kirjasto", "Kirjoja."],
    "body": ["Tekniska nämnden", "", "3", "", "Vägar.", "Tekninen lautakunta", "Teitä."],
    "meeting": ["namnden", "2026-12-07", "", "17:00", "Skolan", ""],
    "agenda": [*AGENDA, "ja"],
    "minutes": [*MINUTES, "ja"],
}


@pytest.mark.parametrize("kind", DIALOGUES)
def test_the_questions_make_a_document_without_errors(town: Path, kind: str) -> None:
    write(town, meeting("namnden/2026-11-18", sections("Öppnande", "Taxa")))
    made = new(town, kind, typed=DIALOGUES[kind])
    assert not made.failure
    assert "Skrev:" in made.said
    assert checked(town).code == 0
    assert len(made.prompts) == len(DIALOGUES[kind])


@pytest.mark.parametrize("kind", DIALOGUES)
def test_an_end_of_input_anywhere_writes_nothing(town: Path, kind: str) -> None:
    write(town, meeting("namnden/2026-11-18", sections("Öppnande", "Taxa")))
    before = sorted(town.rglob("*"))
    answers = DIALOGUES[kind]
    for number in {0, len(answers) // 2, len(answers) - 1}:
        assert new(town, kind, typed=answers[:number]).failure == "Avbrutet. Ingenting skrevs."
    assert sorted(town.rglob("*")) == before


def _instead(dialogue: list[str], number: int, *typed: str) -> list[str]:
    return [*dialogue[:number], *typed, *dialogue[number:]]


@pytest.mark.parametrize(
    ("number", "typed", "words"),
    [
        (0, "", "Sidan har ingen titel."),
        (0, "Hus till 010594Y9021", "personbeteckning"),
        (1, "kanslit", "Enheten ”kanslit” finns inte. Menade du ”kansli”?"),
        (2, "kungorelse", "går inte att välja"),
        (3, "30.2.2026", "är inget datum som finns"),
        (3, "26.11.2026", "Menade du ”2026-11-26”?"),
        (4, "2026-11-01", "före den första dagen"),
        (6, "Läs mer [här](finns-inte.md).", "finns-inte"),
        (8, "Soita 010594Y9021", "personbeteckning"),
    ],
)
def test_a_wrong_answer_is_asked_again_in_the_rules_words(town: Path, number: int, typed: str, words: str) -> None:
    made = new(town, "notice", typed=_instead(NOTICE, number, typed))
    assert not made.failure
    refused = [line for line in made.said if line.startswith("  Det går inte: ")]
    assert refused and all(words in line for line in refused)
    assert checked(town).code == 0


def test_what_was_perhaps_meant_is_suggested(town: Path) -> None:
    made = new(town, "notice", typed=_instead(NOTICE, 3, "27.11.2026"))
    assert "Publiceras (published) [2026-11-27]: " in made.prompts
    assert "\npublished: 2026-11-27\n" in (town / "docs/kungorelser/bryggan-rivs.sv.md").read_text()


def test_a_shorter_time_is_possible_with_a_reason(town: Path) -> None:
    typed = [*NOTICE[:4], "2026-12-01", "Mötet har då hållits.", *NOTICE[5:]]
    assert not new(town, "notice", typed=typed).failure
    written = (town / "docs/kungorelser/bryggan-rivs.sv.md").read_text()
    assert "\nexpires: 2026-12-01\n" in written
    assert '\nperiod_reason: "Mötet har då hållits."\n' in written
    assert checked(town).code == 0


def test_without_a_reason_the_day_is_asked_again(town: Path) -> None:
    typed = [*NOTICE[:4], "2026-12-01", "", "", *NOTICE[5:]]
    assert not new(town, "notice", typed=typed).failure
    assert "\nexpires: 2026-12-09\n" in (town / "docs/kungorelser/bryggan-rivs.sv.md").read_text()


def test_a_reason_does_not_shorten_the_time_for_appeal(town: Path) -> None:
    typed = ["Lov", "", "permit", "", "30", "", "2026-12-20", "", *NOTICE[5:]]
    made = new(town, "notice", typed=typed)
    assert not made.failure
    assert any("ändring kan sökas till och med 2027-01-04" in line for line in made.said)
    assert "Varför kortare tid" not in made.told
    assert "\nexpires: 2027-01-04\n" in (town / "docs/kungorelser/lov.sv.md").read_text()


def test_an_e_mail_address_can_be_left_out_where_there_is_a_phone(town: Path) -> None:
    dialogue = DIALOGUES["unit"]
    typed = [*dialogue[:2], "-", "växeln", *dialogue[4:]]
    assert not new(town, "unit", typed=typed).failure
    written = (town / "units/bibliotek/index.sv.md").read_text()
    assert '\n  phone: "växeln"\n' in written
    assert "\n  email:" not in written
    assert checked(town).code == 0


def test_a_heading_is_no_text(town: Path) -> None:
    dialogue = DIALOGUES["unit"]
    made = new(town, "unit", typed=[dialogue[0], "## Om oss", *dialogue[1:]])
    assert not made.failure
    assert any("Under rubriken ”Verksamhet” finns ingen text." in line for line in made.said)


def test_a_question_mark_explains(town: Path) -> None:
    made = new(town, "notice", typed=["?", *NOTICE])
    assert "  Säg det viktigaste först. Båda språken behöver en egen rubrik." in made.said


def test_flags_and_questions_go_together(town: Path) -> None:
    made = new(town, "news", "--title", "Julmarknad", "--unit", "fel", typed=["1", "", "", "Kom!", "-"])
    assert not made.failure
    assert any("Enheten ”fel” finns inte" in line for line in made.said)
    assert made.prompts[0].startswith("Nummer eller namn")
    assert checked(town).code == 0


def test_a_name_that_is_taken_gets_a_question(town: Path) -> None:
    new(town, "news", typed=DIALOGUES["news"])
    dialogue = DIALOGUES["news"]
    made = new(town, "news", typed=[dialogue[0], "julmarknad", "Jul Marknad", "", *dialogue[1:]])
    assert not made.failure
    assert sum("Det finns redan en sida" in line for line in made.said) == 2
    assert (town / "docs/aktuellt/julmarknad-2.fi.md").exists()


def test_a_second_meeting_on_a_day_gets_its_own_folder(town: Path) -> None:
    write(town, meeting("namnden/2026-12-07", sections("Öppnande")))
    dialogue = DIALOGUES["meeting"]
    made = new(town, "meeting", typed=[dialogue[0], "2026-12-07", "2026-12-07-2", *dialogue[2:]])
    assert not made.failure
    assert any("2026-12-07-2" in line for line in made.said if line.startswith("  Gör så här"))
    assert (town / "meetings/namnden/2026-12-07-2/agenda.sv.md").exists()


def test_earlier_meetings_are_the_suggestions(town: Path) -> None:
    write(town, meeting("namnden/2026-11-18", sections("Öppnande", "Taxa", first=41)))
    made = new(town, "agenda", typed=["namnden", "2026-12-07", "", "", "", "", "", "", "", "Öppnande", "", "nej"])
    for prompt in ("[4/2026]", "[16:00]", "[Sessionssalen]", "[43]", "[Nämnden, föredragningslista 7.12.2026]", "§ 43"):
        assert any(prompt in one for one in made.prompts)


def test_a_council_is_told_of_its_call_time_and_asked_for_the_other_language(town: Path) -> None:
    typed = ["fullmaktige", "2026-11-27", "", "18:00", "Skolan", "", "", "", "", "", "Budget", "", "Talousarvio", "ja"]
    made = new(town, "agenda", typed=typed)
    assert not made.failure
    assert any(line.startswith("  Obs: ") and "minst 4 dagar" in line for line in made.said)
    assert "## § 1 Talousarvio" in (town / "meetings/fullmaktige/2026-11-27/agenda.fi.md").read_text()
    assert checked(town).code == 0


def test_half_a_translation_is_a_draft(town: Path) -> None:
    write(town, meeting("fullmaktige/2026-11-18", sections("Öppnande", "Budget")))
    write(town, finnish("fullmaktige/2026-11-18", sections("Avaus")))
    made = new(town, "minutes", "--body", "fullmaktige", "--ready", "--yes")
    assert "  - Texten på det andra språket är inte färdig." in made.said
    assert checked(town).code == 0


def test_a_working_group_needs_a_decision_to_publish(town: Path) -> None:
    typed = ["Byagruppen", "", "arbetsgrupp", "ja", "", "Styrelsen 12.1.2026 § 9", "Byar.", "-"]
    made = new(town, "body", typed=typed)
    assert not made.failure
    assert checked(town).code == 0
    assert (
        '\npublication_decision: "Styrelsen 12.1.2026 § 9"\n' in (town / "meetings/byagruppen/index.sv.md").read_text()
    )


GROUP = ("--body", "gruppen", "--date", "2026-11-18", "--matter", "A", "--viewing-place", "X", "--ready")


def test_a_working_groups_minutes_wait_for_the_decision(town: Path) -> None:
    made = new(town, "minutes", *GROUP)
    assert not made.failure
    assert "  - Den har ingen dag då den börjar synas." in made.said
    assert "\n# published: ÅÅÅÅ-MM-DD\n" in (town / "meetings/gruppen/2026-11-18/minutes.sv.md").read_text()
    assert checked(town).code == 0


def test_minutes_that_nobody_will_see_are_told_of(town: Path) -> None:
    write(town, {"meetings/gruppen/index.sv.md": body("Sektionen", "section", "publishes_minutes: false\n")})
    assert "Syns inte: organet publicerar inte protokoll." in new(town, "minutes", *GROUP).said


def test_a_body_without_a_unit_is_asked_for_one(town: Path) -> None:
    write(town, {"meetings/gruppen/index.sv.md": body("Gruppen", "board").replace("unit: kansli\n", "")})
    write(town, {"units/skola/index.sv.md": (town / "units/kansli/index.sv.md").read_text()})
    made = new(town, "meeting", typed=["gruppen", "2026-12-07", "", "skolan", "skola", "", "", "", ""])
    assert not made.failure
    assert any("Menade du ”skola”?" in line for line in made.said)
    assert "\nunit: skola\n" in (town / "meetings/gruppen/2026-12-07/agenda.sv.md").read_text()


def test_days_around_a_meeting_stand_in_order(town: Path) -> None:
    typed = [*MINUTES[:5], "2026-11-01", "x", *MINUTES[5:], "nej"]
    write(town, meeting("namnden/2026-11-18", sections("Öppnande")))
    made = new(town, "minutes", typed=typed)
    assert not made.failure
    assert any("före sammanträdet 2026-11-18" in line for line in made.said)


def test_the_kind_is_asked_where_it_is_not_said(town: Path) -> None:
    made = new(town, typed=["?", "nyhet", *DIALOGUES["news"]])
    assert not made.failure
    assert (town / "docs/aktuellt/julmarknad.sv.md").exists()


def test_questions_and_explanations_in_finnish(town: Path) -> None:
    made = new(town, "notice", typed=_instead(NOTICE, 3, "27.11.2026"), lang="fi")
    assert not made.failure
    assert "Kirjoitettiin:" in made.said
    assert any("Tarkoititko ”2026-11-27”?" in line for line in made.said)
    assert "\n# Otsikko. " in (town / "docs/kungorelser/bryggan-rivs.sv.md").read_text()
    assert checked(town).code == 0
