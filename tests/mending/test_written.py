"""Days and words as people write them: read where only one thing can be meant."""

from __future__ import annotations

import re
from datetime import date, timedelta

import pytest
from babel.dates import format_date
from hypothesis import given
from hypothesis import strategies as st
from pydantic import BaseModel

from kommun.content.types import MODELS
from kommun.mending.kinds import choices, facts, kind_of, model_below
from kommun.mending.spellings import meant, misspelt, names
from kommun.mending.written_dates import read_date
from kommun.messages import languages, load

FIFTH = date(2026, 12, 5)


@pytest.mark.parametrize(
    "text",
    """5.12.2026|05.12.2026|5. 12. 2026|5.12.2026.|5/12 2026|5/12-2026|2026-12-5|2026–12–05|2026/12/05|2026.12.5|20261205
    |2026-12-05T00:00:00|2026-12-05 00:00|den 5 december 2026|5 december 2026|5 dec. 2026|den 5:e december 2026
    |5. joulukuuta 2026|5 joulukuuta 2026|lördagen den 5 december 2026|lördag 5.12.2026|lauantaina 5. joulukuuta 2026
    |lauantai, 5.12.2026|  5.12.2026 |DEN 5 DECEMBER 2026""".split("|"),
)
def test_a_day_is_read(text: str) -> None:
    assert read_date(text) == FIFTH


@pytest.mark.parametrize(
    "text",
    """|snart|5.12|12/2026|5.12.26|31.2.2026|29.2.2027|5/12/2026|5-12-2026|13/13/2026|32.1.2026|0.1.2026|5.13.2026|5.12.20266
    |fredagen den 5 december 2026|5 tolfte 2026|2026-12-05T18:30|5.12.2026-7.12.2026|5.12.1826|20261305|den 2026""".split(
        "|"
    ),
)
def test_a_day_that_nobody_can_be_sure_of_is_not(text: str) -> None:
    assert read_date(text.strip()) is None


@pytest.mark.parametrize("text", ["25/12/2026", "25-12-2026", "12/25/2026", "12-25-2026"])
def test_an_order_that_gives_only_one_day_is_read(text: str) -> None:
    assert read_date(text) == date(2026, 12, 25)


def test_the_same_day_in_either_order_is_read() -> None:
    assert read_date("5/5/2026") == date(2026, 5, 5)


@given(st.dates(date(1900, 1, 1), date(2199, 12, 31)))
def test_every_day_is_read_as_itself(day: date) -> None:
    assert read_date(f"{day.day}.{day.month}.{day.year}") == day
    assert read_date(f"{day:%d.%m.%Y}") == day
    for lang in languages():
        assert read_date(format_date(day, "long", lang)) == day
        assert read_date(format_date(day, "full", lang)) == day
        wrong = day + timedelta(days=1)
        assert read_date(f"{format_date(wrong, 'EEEE', lang)} {day.day}.{day.month}.{day.year}") is None


@given(st.text(max_size=30))
def test_no_text_breaks_the_reading(text: str) -> None:
    read_date(text)


UNIT = tuple(MODELS["unit"].model_fields)
NOTICE = tuple(MODELS["notice"].model_fields)


@pytest.mark.parametrize(
    ("written", "right"),
    [
        ("expire", "expires"),
        ("Title", "title"),
        ("RUBRIK", "title"),
        ("sista dagen", "expires"),
        ("period-reason", "period_reason"),
        ("Bilagor", "attachments"),
        ("julkaistu", "published"),
        ("puhelin", ""),
    ],
)
def test_a_key_is_known_by_its_other_names(written: str, right: str) -> None:
    assert meant(written, NOTICE, "key-names") == right


@pytest.mark.parametrize(
    ("written", "right"),
    [
        ("titel", "title"),
        ("expirse", "expires"),
        ("publishd", "published"),
        ("unpublished", ""),
        ("unpublish", ""),
        ("ttle", "title"),
        ("units", "unit"),
        ("x", ""),
        ("contac", "contact"),
        ("exires", "expires"),
        ("text", ""),
    ],
)
def test_a_slip_is_known_and_nothing_else(written: str, right: str) -> None:
    assert misspelt(written, NOTICE) == right


def test_no_name_in_the_tables_means_two_things_in_one_place() -> None:
    def models() -> set[type[BaseModel]]:
        found: set[type[BaseModel]] = set()
        left: list[type[BaseModel]] = list(MODELS.values())
        while left:
            model = left.pop()
            found.add(model)
            left += [below for name in model.model_fields if (below := model_below(model, name))]
        return found

    for model in models():
        known = tuple(model.model_fields)
        for right in known:
            assert all(meant(name, known, "key-names") == right for name in names("key-names").get(right, ())), right
            if kind_of(model, right) == "choice":
                values = choices(model, right)
                for value in values:
                    assert all(meant(n, values, "value-names") == value for n in names("value-names").get(value, ()))


def test_the_tables_hold_only_words_of_the_contract() -> None:
    everything = {name for model in MODELS.values() for name in model.model_fields}
    values = {"true", "false", *MODELS}
    for model in MODELS.values():
        for name in model.model_fields:
            below = model_below(model, name)
            everything |= set(below.model_fields) if below else set()
            for holder in (model, *([below] if below else [])):
                for key in holder.model_fields:
                    values |= set(choices(holder, key))
    assert set(names("key-names")) <= everything
    assert set(names("value-names")) <= values


def test_kinds_are_those_of_the_models() -> None:
    notice, minutes, unit = MODELS["notice"], MODELS["minutes"], MODELS["unit"]
    assert [kind_of(notice, n) for n in ("expires", "title", "category", "appeal_days", "attachments", "x")] == [
        "date",
        "text",
        "choice",
        "number",
        "list",
        "",
    ]
    assert (kind_of(minutes, "viewing"), kind_of(unit, "publishes_minutes")) == ("mapping", "truth")
    found = facts({"viewing": {"date": "x"}, "appeal": [{"sections": "1"}], "y": {"z": 1}}, minutes)
    assert [fact.path for fact in found] == [
        ("viewing",),
        ("viewing", "date"),
        ("appeal",),
        ("appeal", 0, "sections"),
        ("y",),
    ]
    below = model_below(minutes, "appeal")
    assert below is not None
    assert kind_of(below, "sections") == "sections"


def test_the_languages_have_the_same_words() -> None:
    def keys(words: object) -> object:
        if isinstance(words, dict):
            return {name: keys(value) for name, value in words.items()}
        return set(re.findall(r"\{(\w*)\}", str(words)))

    first, *others = (keys(load(lang, "mending")) for lang in languages())
    assert all(other == first for other in others)
