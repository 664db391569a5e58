"""Minutes have two editions: with the marked personal data through the last appeal day, and without it after (KomL 140 §)."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from kommun.configuration import Settings
from kommun.content.library import read_library
from kommun.plan import make_plan
from kommun.stage import stage
from tests.build.site import traces
from tests.build.town import make_town, pdf

FOLDER = "meetings/namnden/2026-10-29"
MINUTES = """---
type: minutes
title: "Köp av {personuppgift: Titelnamnet}, protokoll"
unit: kansli
adjusted: 2026-11-10
published: 2026-11-11
viewing: {date: 2026-11-11, place: Kommungården}
appeal:
  - sections: "1-2"
    remedy: reconsideration
  - sections: "3"
    remedy: none
    reason: KomL 136 §
document: undertecknat.pdf
attachments:
  - file: brev.pdf
    title: "Brev från {personuppgift: Bilagenamnet}"
    section: 2
    personal_data: true
    redacted: brev-utan-namn.pdf
  - file: intyg.pdf
    title: Intyget
    section: 2
    personal_data: true
  - file: karta.pdf
    title: Kartan
---
## § 1 Öppnande

Närvarande: {personuppgift: Textnamnet}.

- {personuppgift: Listnamnet} i en lista

| Namn |
|---|
| {personuppgift: Tabellnamnet} |

## § 2 Ansökan av {personuppgift: Rubriknamnet}

Se [brevet från {personuppgift: Länknamnet}](brev.pdf) och [intyget](intyg.pdf).

## § 3 Anmälan
"""
FINNISH = """---
title: "Kauppa, {personuppgift: Otsikonnimi}, pöytäkirja"
---
## § 1 Avaus

Läsnä {henkilötieto: Tekstinnimi}.

## § 2 Hakemus

## § 3 Ilmoitus
"""
NAMES = (
    "Titelnamnet", "Bilagenamnet", "Textnamnet", "Listnamnet", "Tabellnamnet", "Rubriknamnet", "Länknamnet",
    "Otsikonnimi", "Tekstinnimi",
)  # fmt: skip
# Published 11 November: deemed notification the 18th, and 14 days from it is Wednesday 2 December.
LAST, AFTER = date(2026, 12, 2), date(2026, 12, 3)


@pytest.fixture(scope="module")
def town(tmp_path_factory: pytest.TempPathFactory) -> Path:
    files = {f"{FOLDER}/{name}.pdf": pdf(name) for name in ("brev", "brev-utan-namn", "intyg", "karta", "undertecknat")}
    return make_town(
        tmp_path_factory.mktemp("town"),
        {f"{FOLDER}/minutes.sv.md": MINUTES, f"{FOLDER}/minutes.fi.md": FINNISH, **files},
    )


def staged(town: Path, day: date) -> Path:
    library = read_library(town, Settings())
    assert library.reading == []
    return stage(library, make_plan(library, day), town / f"stage-{day}").folder


def test_every_name_is_shown_through_the_last_appeal_day(town: Path) -> None:
    site = staged(town, LAST)
    for name in NAMES:
        assert traces(site, name), name
    # The open data is copied by others the day it appears, and never holds a name.
    assert [p for p in traces(site, "personuppgift borttagen") if "oparl" not in p] == []
    files = {p.name for p in site.rglob("*.pdf")}
    assert files == {"brev.pdf", "intyg.pdf", "karta.pdf", "undertecknat.pdf"}


def test_no_name_is_left_anywhere_the_day_after(town: Path) -> None:
    site = staged(town, AFTER)
    for name in NAMES:
        assert traces(site, name) == [], name
    assert [p for p in traces(site, "personuppgift:") if "handbok" not in p] == []
    swedish = (site / f"docs/{FOLDER}/minutes.sv.md").read_text()
    finnish = (site / f"docs/{FOLDER}/minutes.fi.md").read_text()
    assert swedish.count("[personuppgift borttagen]") >= 6
    assert "[henkilötieto poistettu]" in finnish
    assert {p.name for p in site.rglob("*.pdf")} == {"brev-utan-namn.pdf", "karta.pdf"}


def test_the_anchors_outlive_the_names(town: Path) -> None:
    for day in (LAST, AFTER):
        text = (staged(town, day) / f"docs/{FOLDER}/minutes.sv.md").read_text()
        for number in (1, 2, 3):
            assert f"{{#p-{number}}}" in text


def test_a_link_to_an_attachment_that_is_gone_is_its_words(town: Path) -> None:
    text = (staged(town, AFTER) / f"docs/{FOLDER}/minutes.sv.md").read_text()
    assert "(brev.pdf)" not in text
    assert "och intyget." in text


SECRET = """---
type: minutes
title: Protokoll
unit: kansli
adjusted: 2026-11-10
published: 2026-11-11
viewing: {date: 2026-11-11, place: Kommungården}
appeal: [{sections: "1-3", remedy: reconsideration}]
attachments:
  - {file: utlatande.pdf, title: Hemligt utlåtande, section: 2}
  - {file: avtal.pdf, title: Hemligt avtal, section: 3, access: confidential, legal_basis: OffL 24 § 1 mom. 20 p}
  - {file: cirkular.pdf, title: Cirkulär, section: 1, kind: information}
  - {file: bredvid.pdf, title: Bredvid, section: 9, kind: side_material}
---
## § 1 Öppnande

Öppet.

## § 2 Klientärendet Granskogen {sekretess: OffL 24 § 1 mom. 25 p}

Hemligheten Granskogen beskrivs här.

### Förslag

Granskogens förslag.

## § 3 Avtal

Öppet igen.
"""


def test_a_secret_matter_is_a_number_and_a_mention(tmp_path: Path) -> None:
    names = ("utlatande", "avtal", "cirkular", "bredvid")
    files = {f"{FOLDER}/{name}.pdf": pdf(name) for name in names}
    root = make_town(tmp_path / "town", {f"{FOLDER}/minutes.sv.md": SECRET, **files})
    site = staged(root, LAST)
    assert traces(site, "Granskog") == []
    assert traces(site, "Hemligt") == []
    assert list(site.rglob("*.pdf")) == []
    text = (site / f"docs/{FOLDER}/minutes.sv.md").read_text()
    assert "## § 2 Sekretessbelagt ärende {#p-2}" in text
    assert "OffL 24 § 1 mom. 25 p" in text
    assert "OffL 24 § 1 mom. 20 p" in text
    assert "Öppet igen." in text
