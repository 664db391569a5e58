"""Number, time, place, adjustment and viewing in the ways they are written, and the remedies proposed."""

from __future__ import annotations

from datetime import date

import pytest

from kommun.content.body import BodyKind
from kommun.content.meeting import Remedy, parse_sections
from kommun.importing.facts import Facts, dates_in, read_facts, time_in
from kommun.importing.labels import label_of
from kommun.importing.remedies import in_ranges, is_formal, proposals

MEETING = date(2026, 11, 2)


def _read(**labelled: list[str]) -> Facts:
    return read_facts(labelled, [], [], MEETING)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2.11.2026 kl. 18.00–20.15", "18:00–20:15"),
        ("kl 18-20.15", "18:00–20:15"),
        ("kl. 9.05 till 10.30", "09:05–10:30"),
        ("klockan 18.00 - kl. 20.15", "18:00–20:15"),
        ("klo 17–18.30", "17:00–18:30"),
        ("18:00–20:15", "18:00–20:15"),
        ("kl.\u00a018.00", "18:00"),
        ("kl. 18.00", "18:00"),
        ("kl. 25.00", ""),
        ("kl. 18.75", ""),
        ("på kvällen", ""),
    ],
)
def test_time(text: str, expected: str) -> None:
    assert time_in(text.replace("\u00a0", " ")) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("12.11.2026", ["2026-11-12"]),
        ("12. 11. 2026", ["2026-11-12"]),
        ("den 12 november 2026", ["2026-11-12"]),
        ("12. marraskuuta 2026", ["2026-11-12"]),
        ("2026-11-12", ["2026-11-12"]),
        ("13–27.11.2026", ["2026-11-13"]),
        ("13.11–27.11.2026", ["2026-11-13"]),
        ("13.11.2026–27.11.2026", ["2026-11-13", "2026-11-27"]),
        ("31.11.2026", []),
        ("12.11.26", []),
        ("den xxx", []),
    ],
)
def test_days(text: str, expected: list[str]) -> None:
    assert [str(day) for day in dates_in(text)] == expected


@pytest.mark.parametrize(
    ("line", "number"),
    [
        ("SAMMANTRÄDESPROTOKOLL Nr 5/2016", "5/2016"),
        ("SAMMANTRÄDESPROTOKOLL\tNr 5/2016", "5/2016"),
        ("Protokoll 5/2016", "5/2016"),
        ("Protokoll nr. 5 / 16", "5/2016"),
        ("KOKOUSPÖYTÄKIRJA Nro 7/2026", "7/2026"),
        ("Nr 12/2026 Kommunstyrelsen", "12/2026"),
        ("Diarienummer 5/2016", ""),
    ],
)
def test_number(line: str, number: str) -> None:
    assert read_facts({}, [], [line], MEETING).number == number


@pytest.mark.parametrize(
    ("lines", "day", "place"),
    [
        (["Kommungården 13.11.2026"], "2026-11-13", "Kommungården"),
        (["13.11.2026, Kommungården"], "2026-11-13", "Kommungården"),
        (["den 13 november 2026 på Kommungården, Säbråvägen 2"], "2026-11-13", "Kommungården, Säbråvägen 2"),
        (["Kommungården fredagen den 13.11.2026 kl. 9–15"], "2026-11-13", "Kommungården"),
        (["Kommungården 13.11.2026\tDan Diktad"], "2026-11-13", "Kommungården"),
        (["Kommungården", "13.11.2026", "Dan Diktad"], "2026-11-13", "Kommungården"),
        (["13.11.2026", "Dan Diktad"], "2026-11-13", ""),
        (["Kommungården den xxx"], "None", ""),
        (["Kommungården 13.10.2026"], "None", "Kommungården"),
    ],
)
def test_viewing(lines: list[str], day: str, place: str) -> None:
    facts = _read(viewing=lines)
    assert (str(facts.viewing_date), facts.viewing_place) == (day, place)
    assert bool(facts.doubts) is not facts.has_viewing


def test_adjusted_is_the_day_the_last_signed_and_never_before_the_meeting() -> None:
    assert _read(adjusted=["Kronoby 11.11.2026", "Kronoby 12.11.2026"]).adjusted == date(2026, 11, 12)
    assert [case for case, _ in _read(adjusted=["12.10.2026"]).doubts] == ["adjusted-before"]
    assert [case for case, _ in _read(adjusted=["den xxx"]).doubts] == ["not-adjusted"]
    assert not _read().doubts


def test_place_beside_the_time() -> None:
    facts = _read(time_and_place=["Måndagen den 2 november 2026 kl. 18.00–20.15, Kommungården, Säbråvägen 2"])
    assert (facts.time, facts.place) == ("18:00–20:15", "Kommungården, Säbråvägen 2")
    assert _read(time=["2.11.2026 kl. 18.00 i Kommungården"]).place == "Kommungården"
    assert _read(time=["2.11.2026 kl. 18.00 (paus en kvart)"]).place == ""


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Tid: 2.11.2026", "time"),
        ("Sammanträdestid\t2.11.2026 kl. 18", "time"),
        ("Plats och tid", "time_and_place"),
        ("Plats Kommungården", "place"),
        ("BESLUTANDE", "deciding"),
        ("Närvarande: Anna Exempel", "deciding"),
        ("Övriga närvarande", "others"),
        ("Muut läsnäolijat", "others"),
        ("Protokolljustering, plats och tid: Kronoby 12.11.2026", "adjusted"),
        ("Protokolljustering,", "adjusted"),
        ("Protokolljustering 12.11.2026", "adjusted"),
        ("Pöytäkirjan tarkastus 5.11.2026", "adjusted"),
        ("Protokollet framlagt till påseende, plats och tid, intygar", "viewing"),
        ("Protokollet är framlagt till påseende den 13.11.2026", "viewing"),
        ("Pöytäkirja on yleisesti nähtävillä 6.11.2026", "viewing"),
        ("Allekirjoitukset", "signatures"),
        ("Tiden går", ""),
        ("Platsen är vald", ""),
        ("Närvarande var tio ledamöter", ""),
        ("Protokolljustering sker senare", ""),
        ("Övriga ärenden behandlades", ""),
    ],
)
def test_labels(line: str, name: str) -> None:
    found = label_of(line)
    assert (found.name if found else "") == name


@pytest.mark.parametrize(
    "title",
    [
        "Sammanträdets laglighet och beslutförhet",
        "Sammanträdets öppnande",
        "Mötet avslutas",
        "Val av protokolljusterare och rösträknare",
        "Protokolljustering",
        "Delgivningar",
        "Delgivningsärenden",
        "Anmälningsärenden",
        "Ärenden för kännedom",
        "Godkännande av föredragningslistan",
        "Information",
        "Kokouksen laillisuus ja päätösvaltaisuus",
        "Pöytäkirjan tarkastajien valinta",
        "Ilmoitusasiat",
        "Kokouksen päättäminen",
    ],
)
def test_formal_matters(title: str) -> None:
    assert is_formal(title)


@pytest.mark.parametrize(
    "title",
    [
        "Budget 2027",
        "Informationsstrategi",
        "Information till invånarna: upphandling",
        "Justering av avgifter",
        "Öppnande av nytt daghem",
        "Avslutande av avtal",
        "Laglighetsprövning av byggprojekt",
        "Tiedotusstrategia",
    ],
)
def test_matters_that_are_decided(title: str) -> None:
    assert not is_formal(title)


@pytest.mark.parametrize(
    ("kind", "remedy"),
    [
        (BodyKind.COUNCIL, Remedy.MUNICIPAL_APPEAL),
        (BodyKind.BOARD, Remedy.RECONSIDERATION),
        (BodyKind.COMMITTEE, Remedy.RECONSIDERATION),
        (BodyKind.SECTION, Remedy.RECONSIDERATION),
        (None, Remedy.RECONSIDERATION),
    ],
)
def test_every_section_has_one_remedy(kind: BodyKind | None, remedy: Remedy) -> None:
    sections = [(1, "Delgivningar"), (2, "Budget"), (3, "Taxor"), (5, "Stipendier")]
    found = proposals(sections, kind)
    assert [(p.written, p.remedy) for p in found] == [("2-3, 5", remedy), ("1", Remedy.NONE)]


def test_ranges_are_read_back() -> None:
    numbers = [1, 2, 3, 7, 9, 10, *range(20, 900)]
    assert list(parse_sections(in_ranges(numbers))) == numbers
