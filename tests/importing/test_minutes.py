"""Whole documents, from Word to a draft that passes the check."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from kommun.content.reader import Source, build_facts, read_source
from tests.build.site import kommun

from . import word

Import = Callable[..., Any]


def _facts(text: str) -> tuple[Source, Any]:
    source = read_source("minutes.sv.md", text.encode())
    assert not source.problems
    facts, problems = build_facts(source, "minutes", source.tree.values)
    assert not problems
    return source, facts


def _headings(text: str) -> list[str]:
    return [line for line in text.splitlines() if line.startswith("## ")]


def test_the_board(imported: Import) -> None:
    found = imported(word.board())
    assert found.run.code == 0, found.run.err
    _, facts = _facts(found.text)
    assert (facts.title, facts.unit, facts.number) == ("Kommunstyrelsen, protokoll 2.11.2026", "kansli", "5/2026")
    assert (facts.time, facts.place) == ("18:00–20:15", "Kommungården, Säbråvägen 2")
    assert str(facts.adjusted) == "2026-11-12"
    assert (str(facts.viewing.date), facts.viewing.place) == ("2026-11-13", "Kommungården")
    assert facts.published is None
    assert [(list(a.sections), a.remedy.value, a.reason) for a in facts.appeal] == [
        ([71], "reconsideration", None),
        ([69, 70, 72], "none", "KomL 136 §"),
    ]
    assert _headings(found.text) == [
        "## § 69 Sammanträdets laglighet och beslutförhet",
        "## § 70 Protokolljusterare",
        "## § 71 Kommittéer: Arbetsgrupp för att få kommunens ekonomi i balans",
        "## § 72 Delgivningar",
    ]


def test_the_text_keeps_its_shape(imported: Import) -> None:
    text = imported(word.board()).text
    assert "**Beslut:** Kommunstyrelsen tillsatte en arbetsgrupp." in text
    assert "- skolnätet\n- vägarna\n\n1. Utgifterna ses över.\n2. Inkomsterna ses över.\n" in text
    assert "| Avdelning | Euro |\n| --- | --- |\n| Bildning | 12 000 |\n" in text
    assert "§ 12 i förvaltningsstadgan nämner inga kommittéer." in text


def test_the_paper_stays_behind(imported: Import) -> None:
    found = imported(word.board())
    body = found.text.partition("\n---\n\n")[2]
    for gone in ("Sida", "SAMMANTRÄDESPROTOKOLL", "____", "framlagt", "Protokolljustering", "Tid:", "Utdragets"):
        assert gone not in body
    assert "Underskrifterna" not in found.text


def test_every_line_of_people_is_told_with_its_line(imported: Import) -> None:
    found = imported(word.board())
    lines = found.text.splitlines()
    for person in ("Anna Exempel, ordförande", "Bo Påhitt, viceordförande", "Cia Sagolik, sekreterare"):
        number = lines.index(f"- {person}") + 1
        assert f"rad {number}, namn på en person?" in found.run.out
        assert f": {person}\n" in found.run.out
    elected = next(n for n, line in enumerate(lines, 1) if line.startswith("Till protokolljusterare"))
    assert f"rad {elected}, namn på en person?" in found.run.out


def test_the_council(imported: Import) -> None:
    found = imported(word.council(), "kommunfullmaktige")
    _, facts = _facts(found.text)
    assert (facts.number, facts.time, facts.place) == ("6/2026", "18:00–19:40", "Kommungården i Kronoby")
    assert facts.adjusted is None
    assert (str(facts.viewing.date), facts.viewing.place) == ("2026-11-13", "Kommungården")
    assert [(list(a.sections), a.remedy.value) for a in facts.appeal] == [
        ([59, 60, 61], "municipal_appeal"),
        ([58], "none"),
    ]
    assert _headings(found.text) == [
        "## § 58 Sammanträdets öppnande",
        "## § 59 Budget 2027",
        "## § 60 Motioner: Belysning vid busshållplatser",
        "## § 61 Ändring av Österbottens stadga",
        "## Besvärsanvisning",
    ]
    assert "inte justerat enligt dokumentet (”Kronoby den xxx”)" in found.run.out
    assert "anvisningarna följde med" in found.run.out
    assert "- Cia Sagolik" in found.text
    assert "Dan Diktad" not in found.text
    assert "### Beredning" in found.text


def test_a_committee_in_finnish(imported: Import, town: Path) -> None:
    found = imported(word.committee_in_finnish(), "bildningsnamnden", "--lang-of-text", "fi", lang="fi")
    assert found.run.code == 0, found.run.err
    _, facts = _facts(found.text)
    assert facts.title == "Sivistyslautakunta, pöytäkirja 2.11.2026"
    assert (facts.number, facts.time, facts.place) == ("7/2026", "17:00–18:30", "Kunnantalo")
    assert str(facts.adjusted) == "2026-11-05"
    assert (str(facts.viewing.date), facts.viewing.place) == ("2026-11-06", "Kunnantalo")
    assert [(list(a.sections), a.remedy.value, a.reason) for a in facts.appeal] == [
        ([32], "reconsideration", None),
        ([31, 33], "none", "Kuntalaki 136 §"),
    ]
    assert _headings(found.text)[1] == "## § 32 Koulukuljetukset: Reitit lukuvuonna 2027–2028"
    assert not _errors(town, found.path)


def test_a_finnish_file_beside_a_swedish_one_repeats_no_facts(imported: Import, town: Path) -> None:
    imported(word.board(), "bildningsnamnden")
    found = imported(word.committee_in_finnish(), "bildningsnamnden", "--lang-of-text", "fi", lang="fi")
    source, _ = _facts(found.text)
    assert list(source.tree.values) == ["title"]
    assert "raderna under appeal" not in found.run.out.lower()
    assert not _errors(town, found.path)


@pytest.mark.parametrize(
    ("body", "document"),
    [("kommunstyrelsen", word.board), ("kommunfullmaktige", word.council), ("arbetsgruppen", word.board)],
)
def test_the_draft_passes_the_check(imported: Import, town: Path, body: str, document: Callable[[], Any]) -> None:
    found = imported(document(), body)
    assert found.run.code == 0, found.run.err
    assert not _errors(town, found.path)
    plan = json.loads(kommun(town, "plan", "--today", "2026-11-20", "--format", "json").out)
    row = next(r for r in plan["documents"] if r["path"] == found.path.relative_to(town).as_posix())
    assert row["visible"] is False


def test_the_draft_is_ready_to_be_published_when_the_editor_says_so(imported: Import, town: Path) -> None:
    found = imported(word.board())
    found.path.write_text(found.text.replace("# published: ÅÅÅÅ-MM-DD", "published: 2026-11-13"), encoding="utf-8")
    assert not _errors(town, found.path)
    plan = json.loads(kommun(town, "plan", "--today", "2026-11-20", "--format", "json").out)
    row = next(r for r in plan["documents"] if r["path"] == found.path.relative_to(town).as_posix())
    assert row["visible"] is True


def test_a_working_group_only_prepares(imported: Import) -> None:
    _, facts = _facts(imported(word.board(), "arbetsgruppen").text)
    assert [(list(a.sections), a.remedy.value) for a in facts.appeal] == [([69, 70, 71, 72], "none")]


def test_every_key_is_explained(imported: Import) -> None:
    head = imported(word.board()).text.partition("\n---\n")[0].split("\n")
    for number, line in enumerate(head):
        if line[:1].isalpha():
            assert head[number - 1].startswith("# "), line


def test_the_answer_in_finnish(imported: Import) -> None:
    found = imported(word.board(), "kommunstyrelsen", "--lang", "fi")
    assert found.run.out.startswith("Kirjoitettiin meetings/kommunstyrelsen/2026-11-02/minutes.sv.md: luonnos")
    assert "# Sivun otsikko." in found.text


def test_the_same_document_gives_the_same_bytes(imported: Import) -> None:
    first = imported(word.board())
    first.path.unlink()
    assert imported(word.board()).text == first.text


def test_a_language_that_does_not_fit_is_told(imported: Import) -> None:
    found = imported(word.committee_in_finnish(), "bildningsnamnden")
    assert "--lang-of-text fi" in found.run.out


def test_another_meeting_s_document_is_told(imported: Import) -> None:
    document = word.new()
    word.lines(document, "Protokoll nr 3/2016", "Tid: 3.5.2016 kl. 18.00–19.00", "§ 12 Stipendier", "Beslut.")
    found = imported(document)
    assert "gäller sammanträdet 2016-05-03" in found.run.out
    assert "Numret 3/2016" in found.run.out


def test_a_document_without_sections_is_told(imported: Import) -> None:
    document = word.new()
    word.lines(document, "Ett brev om något annat.")
    found = imported(document)
    assert found.run.code == 0
    assert "inga paragrafer hittades" in found.run.out
    assert _facts(found.text)[1].appeal == ()


def _errors(town: Path, path: Path) -> list[Any]:
    found = json.loads(kommun(town, "check", "--today", "2026-11-20", "--format", "json").out)
    name = path.relative_to(town).as_posix()
    return [row for row in found if row["path"] == name and row["severity"] == "error"]


def test_people_in_tables_and_lists(imported: Import) -> None:
    document = word.new()
    word.table(document, ("Tid: 2.11.2026 kl. 18.00–20.15", "Plats: Kommungården"))
    word.lines(document, "Beslutande")
    document.add_paragraph("Anna Exempel", style="List Bullet")
    word.lines(document, "Övriga närvarande:")
    word.table(document, ("Namn", "Uppgift"), ("Bo Påhitt", "föredragande"))
    word.lines(document, "Ordförande: Cia Sagolik", "Frånvarande\tEva Tänkt")
    word.bold(document, "§ 75 Ärende")
    word.lines(document, "Text.")
    found = imported(document)
    _, facts = _facts(found.text)
    assert (facts.time, facts.place) == ("18:00–20:15", "Kommungården")
    assert "**Beslutande**\n\n- Anna Exempel\n" in found.text
    assert "| Bo Påhitt | föredragande |" in found.text and "\nOrdförande: Cia Sagolik\n" in found.text
    for person in ("Anna Exempel", "Bo Påhitt", "Cia Sagolik", "Eva Tänkt"):
        line = next(n for n, row in enumerate(found.text.splitlines(), 1) if person in row)
        assert f"rad {line}, namn på en person?" in found.run.out


def test_signatures_after_the_last_section(imported: Import) -> None:
    document = word.new()
    word.bold(document, "§ 75 Ärende")
    word.lines(
        document,
        "Beslutet fattades.",
        "Protokolljustering 12.11.2026",
        "Protokollet framlagt till påseende 13.11.2026, Kommungården",
        "Underskrifter",
        "Anna Exempel\tordförande",
        "Bo Påhitt\tprotokollförare",
    )
    found = imported(document)
    _, facts = _facts(found.text)
    assert str(facts.adjusted) == "2026-11-12" and facts.viewing.place == "Kommungården"
    assert found.text.endswith("## § 75 Ärende\n\nBeslutet fattades.\n")
    assert "Underskrifterna togs inte med (rader: 2)." in found.run.out


def test_lines_that_may_be_signatures_are_told(imported: Import) -> None:
    document = word.new()
    word.bold(document, "§ 75 Ärende")
    word.lines(document, "Beslutet fattades.", "Anna Exempel\tBo Påhitt")
    found = imported(document)
    assert "kan vara en underskrift: Anna Exempel Bo Påhitt" in found.run.out


def test_what_needs_a_decision_is_told(imported: Import) -> None:
    document = word.new()
    word.bold(document, "§ 75 Bygglov i Terjärv")
    word.lines(document, "Ansökan finns i bilaga 1.")
    word.bold(document, "§ 76 Ett ärende")
    word.lines(document, "Bilagan är sekretessbelagd.")
    out = imported(document).run.out
    assert "§ 75 handlar om tillstånd" in out
    assert "Sekretess nämns i § 76." in out
    assert "Bilagor nämns i § 75–76." in out
    assert "Allt i dokumentet kunde läsas." in out


def test_a_file_in_the_other_language_that_holds_facts_is_told(imported: Import, town: Path) -> None:
    imported(word.committee_in_finnish(), "bildningsnamnden", "--lang-of-text", "fi", lang="fi")
    assert "minutes.fi.md finns redan och har uppgifter" in imported(word.board(), "bildningsnamnden").run.out


def test_numbers_alone_in_a_table_stay(imported: Import) -> None:
    document = word.new()
    word.bold(document, "§ 75 Ärende")
    word.table(document, ("Protokoll", "Antal"), ("", "15"), ("Sida", "3"))
    assert "| Protokoll | Antal |\n| --- | --- |\n|  | 15 |\n| Sida | 3 |" in imported(document).text
