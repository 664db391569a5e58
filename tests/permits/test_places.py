"""Problems stand where the name or the address stands, and never repeat it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from kommun.configuration import Settings
from kommun.content.library import read_library
from kommun.finding import Problem
from kommun.messages import languages
from kommun.rules import in_words, rules

TODAY = date(2026, 11, 24)
HEAD = "---\ntype: page\ntitle: Lov\npermit: building\n---\n"
RULES = ("permit-names", "permit-addresses")


def problems(folder: Path, text: str, settings: Settings | None = None, name: str = "lov.sv.md") -> list[Problem]:
    file = folder / "docs" / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
    library = read_library(folder, settings or Settings())
    return [problem for rule in RULES for problem in rules()[rule].check(library, TODAY)]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Sökande: Anna Exempel", (6, 10)),
        ("**Sökande:** *Anna Exempel*", (6, 15)),
        ("Text.\n\n- Nr 1\n- Sökande: Anna Exempel", (9, 12)),
        ("| Sökande | Fastighet |\n|---|---|\n| Anna Exempel | 288-1 |", (8, 3)),
        ("Bygglov&nbsp;f&ouml;r Anna Exempel", (6, 23)),
        ("Bygglov fo\u0308r Anna Exempel", (6, 14)),
        ("Byg\u00adglov för Anna Exempel", (6, 14)),
        ("Bygglov för {personuppgift: Anna Exempel}", (6, 29)),
        ("> Huset på Exempelvägen 3", (6, 12)),
        ("Huset på\nGamla exempelvägen 3", (7, 1)),
        ("Boende i 68500 Kronoby", (6, 10)),
        ("[Exempelvägen 3](karta.pdf)", (6, 2)),
        ('<img src="a.png" alt="Exempelvägen 3">', (6, 23)),
        ("<p>Sökande</p><p>Anna Exempel</p>", (6, 18)),
    ],
)
def test_line_and_column(tmp_path: Path, text: str, place: tuple[int, int]) -> None:
    assert [(p.line, p.column) for p in problems(tmp_path, HEAD + text + "\n")] == [place]


def test_a_fact_is_told_where_its_value_stands(tmp_path: Path) -> None:
    head = HEAD.replace("title: Lov", 'title: "Lov för Anna Exempel, Exempelvägen 3"')
    assert [(p.case, p.line, p.column) for p in problems(tmp_path, f"{head}Text.\n")] == [("facts", 3, 8)] * 2


def test_nothing_repeats_what_may_not_be_shown(tmp_path: Path) -> None:
    text = (
        "Sökande: Anna Exempel, Exempelvägen 3, 68500 Kronoby\n\nTillstånd för Bo Exempel.\n\nHakija: Xerxes Exempel\n\n"
        "Boende i 68600 Jakobstad\n"
    )
    found = problems(tmp_path, HEAD.replace("Lov", "Lov för Anna Exempel på Exempelvägen 3") + text)
    assert len(found) == 7
    for problem in found:
        for lang in languages():
            for rule in RULES:
                if problem.case in {"labelled", "near"} and rule == "permit-addresses":
                    continue
                if problem.case in {"street", "postal"} and rule == "permit-names":
                    continue
                finding = in_words(rules()[rule], problem, lang)
                for hidden in ("Anna", "Exempel", "Xerxes", "Bo ", "68", "Jakobstad"):
                    assert hidden not in finding.message + finding.help


def test_the_municipalitys_own_address_may_stand(tmp_path: Path) -> None:
    settings = Settings.model_validate(
        {
            "stage": {"address": "Provgatan 2, 68500 Kronoby"},
            "appeals": {"court_address": {"sv": "Exempelesplanaden 43, PB 204, 65101 Vasa"}},
        }
    )
    text = (
        "Handlingarna finns på Provgatan 2, 68500 Kronoby.\n\nAdress: Provgatan 2\n\nAdress: Kansliet Provgatan 2\n\n"
        "Besvär skickas till Exempelesplanaden 43, PB 204, 65101 Vasa.\n"
    )
    assert not problems(tmp_path, HEAD + text, settings)
    assert len(problems(tmp_path, f"{HEAD}Huset på Provgatan 22 och Provgatan 3.\n", settings)) == 2


@pytest.mark.parametrize("kind", ["unit: kansli\ntype: notice\nexpires: 2026-12-24", "type: page"])
def test_only_documents_of_permits_outside_notices(tmp_path: Path, kind: str) -> None:
    permit = "permit: building\n" if "notice" in kind else ""
    name = "kungorelser/lov.sv.md" if "notice" in kind else "lov.sv.md"
    text = f"---\n{kind}\ntitle: Lov\n{permit}---\nSökande: Anna Exempel, Exempelvägen 3\n"
    assert not problems(tmp_path, text, name=name)


def test_the_other_language_inherits_that_it_is_about_permits(tmp_path: Path) -> None:
    problems(tmp_path, f"{HEAD}Text.\n")
    found = problems(tmp_path, "---\ntitle: Luvat\n---\nHakija: Matti Esimerkki\n", name="lov.fi.md")
    assert [(p.path, p.line, p.column) for p in found] == [("docs/lov.fi.md", 4, 9)]
