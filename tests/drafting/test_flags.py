"""Every kind of document from flags alone: what is written has no errors, and is seen from the right day."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from kommun.drafting.kinds import kind_names
from tests.build.site import kommun
from tests.build.town import write

from .desk import WEDNESDAY, checked, finnish, meeting, new, sections

NOTICE = ("--title", "Bryggan rivs", "--unit", "kansli", "--text", "Bryggan rivs.")
FINNISH = ("--title-fi", "Laituri puretaan", "--text-fi", "Laituri puretaan.")
AGENDA = ("--body", "namnden", "--date", "2026-12-07", "--matter", "Öppnande", "--matter", "Taxa")


def planned(root: Path, path: str, day: str = WEDNESDAY) -> dict[str, Any]:
    answer = json.loads(kommun(root, "plan", "--today", day, "--format", "json").out)
    found: dict[str, Any] = next(row for row in answer["documents"] if row["path"] == path)
    return found


def test_a_notice_stands_from_today_for_its_days(town: Path) -> None:
    made = new(town, "notice", *NOTICE, *FINNISH)
    assert not made.failure
    assert checked(town).code == 0
    for lang in ("sv", "fi"):
        row = planned(town, f"docs/kungorelser/bryggan-rivs.{lang}.md")
        assert (row["visible"], row["from"], row["through"]) == (True, "2026-11-25", "2026-12-09")
    assert "Syns från och med 2026-11-25 till och med 2026-12-09." in made.said


def test_news_stand_until_somebody_ends_them(town: Path) -> None:
    assert not new(town, "news", *NOTICE, *FINNISH).failure
    assert checked(town).code == 0
    row = planned(town, "docs/aktuellt/bryggan-rivs.fi.md")
    assert (row["visible"], row["from"], row["through"]) == (True, "2026-11-25", None)


def test_a_unit_has_its_sections_in_both_languages(town: Path) -> None:
    made = new(town, "unit", "--title", "Bibliotek", "--text", "Böcker.", "--publishes-minutes", *FINNISH)
    assert not made.failure
    assert checked(town).code == 0
    assert planned(town, "units/bibliotek/index.sv.md")["visible"]
    for lang, headings in (
        ("sv", ("Verksamhet", "Protokoll", "Kontaktuppgifter")),
        ("fi", ("Toiminta", "Pöytäkirjat", "Yhteystiedot")),
    ):
        text = (town / f"units/bibliotek/index.{lang}.md").read_text()
        assert [line[3:] for line in text.split("\n") if line.startswith("## ")] == list(headings)


def test_a_body_can_be_named_and_has_a_meeting_at_once(town: Path) -> None:
    made = new(
        town, "body", "--title", "Tekniska nämnden", "--unit", "kansli", "--kind", "nämnd", "--text", "T.", *FINNISH
    )
    assert not made.failure
    assert not new(town, "meeting", "--body", "tekniska-namnden", "--date", "2026-12-08").failure
    assert checked(town).code == 0
    assert planned(town, "meetings/tekniska-namnden/index.fi.md")["visible"]
    assert planned(town, "meetings/tekniska-namnden/2026-12-08/agenda.sv.md")["reason"] == "draft"


def test_an_agenda_is_seen_from_the_day_it_is_sent(town: Path) -> None:
    assert not new(town, "agenda", *AGENDA, "--sent", "2026-12-01", "--ready").failure
    assert checked(town).code == 0
    row = planned(town, "meetings/namnden/2026-12-07/agenda.sv.md")
    assert (row["visible"], row["from"]) == (False, "2026-12-01")


def test_minutes_replace_the_agenda_on_the_day_after_adjustment(town: Path) -> None:
    write(town, meeting("namnden/2026-11-18", sections("Protokolljusterare", "Taxa", "Delgivningar", first=31)))
    made = new(town, "minutes", "--body", "namnden", "--ready", today="2026-11-23")
    assert not made.failure
    assert checked(town, "2026-11-23").code == 0
    row = planned(town, "meetings/namnden/2026-11-18/minutes.sv.md", "2026-11-23")
    assert (row["from"], row["through"]) == ("2026-11-24", "2030-11-24")
    assert planned(town, "meetings/namnden/2026-11-18/agenda.sv.md", "2026-11-24")["reason"] == "replaced"
    text = (town / "meetings/namnden/2026-11-18/minutes.sv.md").read_text()
    for line in ('number: "3/2026"', 'time: "16:00"', "unit: kansli", "adjusted: 2026-11-23", "  date: 2026-11-24"):
        assert f"\n{line}\n" in text
    assert '- sections: "32"' in text and '- sections: "31, 33"' in text
    assert "## § 32 Taxa" in text


def test_the_councils_minutes_are_appealed_and_in_both_languages(town: Path) -> None:
    write(town, meeting("fullmaktige/2026-11-18", sections("Budget")))
    write(town, finnish("fullmaktige/2026-11-18", sections("Talousarvio")))
    assert not new(town, "minutes", "--body", "Fullmäktige", "--ready").failure
    assert checked(town).code == 0
    text = (town / "meetings/fullmaktige/2026-11-18/minutes.sv.md").read_text()
    assert "remedy: municipal_appeal" in text
    assert "## § 1 Talousarvio" in (town / "meetings/fullmaktige/2026-11-18/minutes.fi.md").read_text()


@pytest.mark.parametrize(("kind", "more"), [("agenda", ()), ("minutes", ("--viewing-place", "Kommungården"))])
def test_headings_alone_are_a_draft(town: Path, kind: str, more: tuple[str, ...]) -> None:
    assert not new(town, kind, *AGENDA, *more).failure
    assert checked(town).code == 0
    path = f"meetings/namnden/2026-12-07/{kind}.sv.md"
    assert planned(town, path)["reason"] == "draft"
    assert "\n# published: " in (town / path).read_text()


@pytest.mark.parametrize("more", [FINNISH[:2], (), (*FINNISH, "--draft")], ids=["no text", "no title", "asked"])
def test_an_unfinished_notice_is_a_draft_that_says_why(town: Path, more: tuple[str, ...]) -> None:
    made = new(town, "notice", *NOTICE, *more)
    assert not made.failure
    assert checked(town).code == 0
    assert planned(town, "docs/kungorelser/bryggan-rivs.sv.md")["reason"] == "draft"
    assert "Det är ett utkast, som inte syns än:" in made.said


def test_a_draft_appears_when_its_mark_is_taken_away(town: Path) -> None:
    new(town, "notice", *NOTICE, *FINNISH, "--draft")
    file = town / "docs/kungorelser/bryggan-rivs.sv.md"
    file.write_text(file.read_text().replace("\n# published: ", "\npublished: "))
    assert checked(town).code == 0
    assert planned(town, "docs/kungorelser/bryggan-rivs.sv.md")["visible"]


def test_a_secret_matter_stays_a_mention(town: Path) -> None:
    text = "## § 1 Budget\n\nText.\n\n## § 2 Vårdnad om ett barn {sekretess: OffL 24 § 1 mom. 25 p}\n\nHemligt.\n"
    write(town, meeting("namnden/2026-11-18", text))
    new(town, "minutes", "--body", "namnden", "--ready")
    assert checked(town).code == 0
    written = (town / "meetings/namnden/2026-11-18/minutes.sv.md").read_text()
    assert "Vårdnad" not in written
    assert "{sekretess: OffL 24 § 1 mom. 25 p}" in written


@pytest.mark.parametrize("kind", kind_names())
def test_without_a_person_the_missing_flags_are_named(town: Path, kind: str) -> None:
    made = new(town, kind)
    assert made.failure.startswith("Ingenting skrevs.")
    assert "--title" in made.failure or "--body" in made.failure
    assert not (town / "docs/kungorelser").exists()


@pytest.mark.parametrize(
    ("more", "flag", "words"),
    [
        (("--expires", "2026-12-01"), "--expires", "kortare tid än 14 dagar"),
        (("--expires", "2026-11-01"), "--expires", "före den första dagen"),
        (("--published", "1.12.2026"), "--published", "Menade du ”2026-12-01”?"),
        (("--unit", "kanslit"), "--unit", "Menade du ”kansli”?"),
        (("--category", "offentlig_notis"), "--category", "går inte att välja"),
        (("--appeal-days", "9" * 5000), "--appeal-days", "ska det stå ett tal"),
        (("--text", "Tel. 010594Y9021"), "--text", "personbeteckning"),
        (("--title", "Nytt\x1b[A"), "--title", "osynligt tecken"),
        (("--slug", "Bryggan Rivs"), "--slug", "bryggan-rivs"),
        (("--draft", "kanske"), "--draft", "ja eller nej"),
    ],
)
def test_a_wrong_flag_is_told_in_the_rules_words(town: Path, more: tuple[str, ...], flag: str, words: str) -> None:
    made = new(town, "notice", *NOTICE, *FINNISH, *more)
    assert f"{flag}: " in made.failure
    assert words in made.failure
    assert "saknas" not in made.failure
    assert not (town / "docs/kungorelser").exists()


def test_a_shorter_time_has_its_reason(town: Path) -> None:
    more = ("--expires", "2026-12-01", "--period-reason", "Sammanträdet har då hållits.")
    assert not new(town, "notice", *NOTICE, *FINNISH, *more).failure
    assert checked(town).code == 0


def test_a_name_that_is_taken_is_not_taken_again(town: Path) -> None:
    new(town, "notice", *NOTICE, *FINNISH)
    before = (town / "docs/kungorelser/bryggan-rivs.sv.md").read_bytes()
    again = new(town, "notice", *NOTICE, *FINNISH)
    assert "--slug: Det finns redan" in again.failure
    assert not new(town, "notice", *NOTICE, *FINNISH, "--slug", "bryggan-rivs-igen").failure
    assert (town / "docs/kungorelser/bryggan-rivs.sv.md").read_bytes() == before
    assert checked(town).code == 0


def test_the_main_language_has_its_own_flag_too(town: Path) -> None:
    assert not new(town, "news", "--title-sv", "Julmarknad", "--text-sv", "Kom!", "--unit", "kansli").failure
    assert (town / "docs/aktuellt/julmarknad.sv.md").exists()
