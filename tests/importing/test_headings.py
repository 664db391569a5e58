"""Which lines are §§, in every way they have been seen to be written."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from kommun.importing.headings import split_heading
from kommun.importing.titles import learn, readable_title

from . import word

Import = Callable[..., Any]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("§ 75 KOMMITTÉER Arbetsgrupp", (75, "KOMMITTÉER Arbetsgrupp")),
        ("§75", (75, "")),
        ("§75 Titel", (75, "Titel")),
        ("75 §", (75, "")),
        ("75 § Titel", (75, "Titel")),
        ("75§ Titel", (75, "Titel")),
        ("§ 75. Titel", (75, "Titel")),
        ("§ 75: Titel", (75, "Titel")),
        ("§ 75 – Titel", (75, "Titel")),
        ("§§ 75 Titel", (75, "Titel")),
        ("§ 75–80", None),
        ("§ 75, 76", None),
        ("§ 12 mom. 3 gäller", None),
        ("75 § 2 mom. gäller", None),
        ("75 §§", None),
        ("§ 7.2 Titel", None),
        ("Enligt § 75", None),
        ("§ Titel", None),
    ],
)
def test_the_start_of_a_section(line: str, expected: tuple[int, str] | None) -> None:
    assert split_heading(line) == expected


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("KOMMITTÉER Arbetsgrupp för vägar", "Kommittéer: Arbetsgrupp för vägar"),
        ("KOMMITTÉER: Arbetsgrupp", "Kommittéer: Arbetsgrupp"),
        ("KOMMITTÉER – Arbetsgrupp", "Kommittéer: Arbetsgrupp"),
        ("KOMMITTÉER", "Kommittéer"),
        ("VAL AV LEDAMÖTER", "Val av ledamöter"),
        ("VAL av ledamöter", "Val av ledamöter"),
        ("BYGGANDE I KRONOBY", "Byggande i Kronoby"),
        ("KRONOBYS NYA SKOLA", "Kronobys nya skola"),
        ("BUDGET 2027", "Budget 2027"),
        ("EU Stöd till landsbygden", "EU Stöd till landsbygden"),
        ("EU-projektet Landsbygd", "EU-projektet Landsbygd"),
        ("AVTAL MED BYGGARNA AB", "Avtal med byggarna AB"),
        ("Arbetsgrupp för vägar", "Arbetsgrupp för vägar"),
        ("HENKILÖSTÖ Uusi virka", "Henkilöstö: Uusi virka"),
        ("", ""),
    ],
)
def test_a_title_without_shouting(written: str, shown: str) -> None:
    vocabulary = learn(["Byarna i Kronoby har nya vägar."])
    assert readable_title(written, vocabulary)[0] == shown


def _bold(document: Any, text: str) -> None:
    word.bold(document, text)


def _heading(document: Any, text: str) -> None:
    document.add_heading(text, 3)


def _plain(document: Any, text: str) -> None:
    document.add_paragraph(text)


def _all_caps(document: Any, text: str) -> None:
    """Capitals by formatting: the file holds small letters."""
    number, keyword, rest = text.split(" ", 2)
    paragraph = document.add_paragraph(f"{number} ")
    first, _, title = rest.partition(" ")
    run = paragraph.add_run(f"{keyword} {first.capitalize()}")
    run.font.all_caps = True
    paragraph.add_run(f" {title}")


def _own_style(document: Any, text: str) -> None:
    """A style of the writer's own, based on a heading."""
    name = "Paragrafrubrik"
    if name not in [style.name for style in document.styles]:
        style = document.styles.add_style(name, 1)
        style.base_style = document.styles["Heading 2"]
    document.add_paragraph(text, style=name)


def _nbsp(document: Any, text: str) -> None:
    document.add_paragraph("\u00a0" + text.replace(" ", "\u00a0", 2) + "\u00a0")


def _broken(document: Any, text: str) -> None:
    """A line break after the keyword, in one paragraph."""
    paragraph = document.add_paragraph()
    start, end = re.split(r"(?<=[A-ZÉ]) (?=[A-Z][a-z])", text, maxsplit=1)
    paragraph.add_run(start).bold = True
    paragraph.add_run().add_break()
    paragraph.add_run(end)


def _two_paragraphs(document: Any, text: str) -> None:
    start, end = re.split(r"(?<=[A-ZÉ]) (?=[A-Z][a-z])", text, maxsplit=1)
    word.bold(document, start)
    word.bold(document, end)


def _number_alone(document: Any, text: str) -> None:
    start, end = re.match(r"(§ \d+) (.*)", text).groups()  # type: ignore[union-attr]
    word.lines(document, start, end)


def _table_row(document: Any, text: str) -> None:
    start, end = re.match(r"(§ \d+) (.*)", text).groups()  # type: ignore[union-attr]
    word.table(document, (start, end))


def _number_last(document: Any, text: str) -> None:
    word.bold(document, re.sub(r"§ (\d+)", r"\1 §", text))


@pytest.mark.parametrize(
    "write",
    [
        _bold,
        _heading,
        _plain,
        _all_caps,
        _own_style,
        _nbsp,
        _broken,
        _two_paragraphs,
        _number_alone,
        _table_row,
        _number_last,
    ],
)
def test_every_layout_gives_the_same(imported: Import, write: Callable[[Any, str], None]) -> None:
    document = word.new()
    for number, title in ((74, "MOTIONER Belysning vid hållplatser"), (75, "KOMMITTÉER Arbetsgrupp för vägar")):
        write(document, f"§ {number} {title}")
        word.lines(document, "Enligt § 12 i stadgan beslutar styrelsen om frågan i ett eget ärende.")
    text = imported(document).text
    assert [line for line in text.splitlines() if line.startswith("## ")] == [
        "## § 74 Motioner: Belysning vid hållplatser",
        "## § 75 Kommittéer: Arbetsgrupp för vägar",
    ]
    assert text.count("Enligt § 12 i stadgan") == 2


def test_numbers_that_word_writes_itself(imported: Import) -> None:
    document = word.new()
    numbering = document.part.numbering_part.element
    shape = numbering.makeelement(qn("w:abstractNum"), {qn("w:abstractNumId"): "90"})
    level = numbering.makeelement(qn("w:lvl"), {qn("w:ilvl"): "0"})
    for tag, value in (("start", "75"), ("numFmt", "decimal"), ("lvlText", "§ %1")):
        level.append(numbering.makeelement(qn(f"w:{tag}"), {qn("w:val"): value}))
    shape.append(level)
    numbering.insert(0, shape)
    number = numbering.makeelement(qn("w:num"), {qn("w:numId"): "90"})
    number.append(numbering.makeelement(qn("w:abstractNumId"), {qn("w:val"): "90"}))
    numbering.append(number)
    for title in ("KOMMITTÉER Arbetsgrupp", "Motioner"):
        paragraph = word.bold(document, title)
        properties = paragraph._p.get_or_add_pPr().get_or_add_numPr()
        properties.get_or_add_ilvl().val = 0
        properties.get_or_add_numId().val = 90
        word.lines(document, "Text under.")
    text = imported(document).text
    assert "## § 75 Kommittéer: Arbetsgrupp\n" in text and "## § 76 Motioner\n" in text


def test_a_list_of_matters_first_is_left_out(imported: Import) -> None:
    document = word.new()
    for number in (75, 76, 77):
        word.lines(document, f"§ {number} Ärende {number}\t{number - 73}")
    for number in (75, 76, 77):
        word.bold(document, f"§ {number} Ärende {number}")
        word.lines(document, "Text.")
    found = imported(document)
    assert found.text.count("Ärende 75") == 1
    assert "Listan över ärenden togs inte med" in found.run.out


def test_a_table_of_matters_first_is_left_out(imported: Import) -> None:
    document = word.new()
    word.table(document, ("Paragraf", "Rubrik", "Sida"), ("§ 75", "Ärende 75", "2"), ("§ 76", "Ärende 76", "3"))
    for number in (75, 76):
        word.bold(document, f"§ {number} Ärende {number}")
        word.lines(document, "Text.")
    found = imported(document)
    assert found.text.count("Ärende 75") == 1 and "| Paragraf" not in found.text


def test_all_of_it_in_one_table(imported: Import) -> None:
    document = word.new()
    word.table(document, ("§ 75", "Ett ärende\nText under."), ("§ 76", "Ett till\nMer text."))
    text = imported(document).text
    assert "## § 75 Ett ärende\n\nText under." in text and "## § 76 Ett till\n\nMer text." in text


def test_a_law_in_bold_is_no_section(imported: Import) -> None:
    document = word.new()
    word.bold(document, "§ 75 Ett ärende")
    word.lines(document, "Text.")
    word.bold(document, "§ 136 Kommunallagen")
    word.lines(document, "Mer text.")
    word.bold(document, "§ 76 Ett till")
    word.lines(document, "Text.")
    found = imported(document)
    assert re.findall(r"^## § (\d+)", found.text, re.MULTILINE) == ["75", "76"]
    assert "ser ut som en paragraf men togs inte som en: ”§ 136 Kommunallagen”" in found.run.out


def test_a_missing_section_is_told(imported: Import) -> None:
    document = word.new()
    for number in (75, 77):
        word.bold(document, f"§ {number} Ärende")
        word.lines(document, "Text.")
    assert "Mellan § 75 och § 77 hittades ingen paragraf." in imported(document).run.out


def test_the_short_name_of_the_body_before_the_number(imported: Import) -> None:
    document = word.new()
    for number in (75, 76):
        word.bold(document, f"Kst § {number}")
        word.bold(document, f"Ärende {number}")
        word.lines(document, "Text.")
    assert "## § 75 Ärende 75" in imported(document).text


def test_a_bold_title_with_its_text_behind_it(imported: Import) -> None:
    document = word.new()
    text = (
        " Styrelsen har berett frågan under hösten. Den läggs nu fram för beslut, med alla bilagor som hör till. Slut."
    )
    word.bold(document, "§ 75 MOTIONER Belysning", text)
    assert f"## § 75 Motioner: Belysning\n\n{text.strip()}" in imported(document).text


def test_lists_keep_the_numbers_people_refer_to(imported: Import) -> None:
    document = word.new()
    word.bold(document, "§ 75 Ärende")
    for text in ("ett", "två"):
        document.add_paragraph(text, style="List Number")
    word.lines(document, "Emellan.")
    document.add_paragraph("tre", style="List Number")
    assert "1. ett\n2. två\n\nEmellan.\n\n3. tre" in imported(document).text


def test_headings_in_a_section_stand_below_it(imported: Import) -> None:
    document = word.new()
    document.add_heading("§ 75 Ärende", 1)
    document.add_heading("Bakgrund", 1)
    document.add_heading("Historia", 2)
    word.lines(document, "Text.")
    text = imported(document).text
    assert "## § 75 Ärende\n\n### Bakgrund\n\n#### Historia\n" in text


def test_page_breaks_and_empty_paragraphs_leave_nothing(imported: Import) -> None:
    document = word.new()
    word.bold(document, "§ 75 Ärende")
    document.add_page_break()
    word.lines(document, "", "\u00a0", "- 3 -", "Sida 3", "3 (12)", "Text.")
    paragraph = document.add_paragraph()
    paragraph._p.append(OxmlElement("w:r"))
    assert imported(document).text.endswith("## § 75 Ärende\n\nText.\n")
