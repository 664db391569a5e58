"""Identity codes are found in every form, and nothing else is taken for one. All codes here are made up."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kommun.identity_codes import find

SIGNS = "+-YXWVUABCDEF"
BETWEEN = st.sampled_from(["", "", "", " ", "\n", "\u00a0", "\u00ad", "\u200b", " \n", "**"])
CHECKS = "0123456789ABCDEFHJKLMNPRSTUVWXY"


def code(day: date, sign: str, number: int) -> str:
    digits = f"{day:%d%m%y}{number:03}"
    return f"{digits[:6]}{sign}{digits[6:]}{CHECKS[int(digits) % 31]}"


CODES = st.builds(
    code, st.dates(date(2001, 1, 1), date(2020, 12, 31)), st.sampled_from(SIGNS), st.integers(2, 999)
).filter(lambda c: not c.startswith("2902") or int(c[4:6]) % 4 == 0)


@settings(deadline=None, max_examples=300)
@given(CODES, st.lists(BETWEEN, min_size=11, max_size=11), st.booleans())
def test_a_code_is_found_however_it_is_written(written: str, between: list[str], lower: bool) -> None:
    spread = "".join(c + gap for c, gap in zip(written, [*between[:10], ""], strict=True))
    text = f"Sökande: {spread.lower() if lower else spread}."
    assert [text[m.start : m.end] for m in find(text)] == [spread.lower() if lower else spread]


@pytest.mark.parametrize("sign", ["\u2010", "\u2011", "\u2013", "\u2212"])
def test_a_hyphen_from_a_word_processor_is_a_hyphen(sign: str) -> None:
    assert len(list(find(f"131052{sign}308T"))) == 1


@pytest.mark.parametrize(
    "text",
    [
        "65-407-3-1",
        "288-402-12-34",
        "06540700030001",
        "131052/308/2026",
        "D/131052/10.03.00.00/2026",
        "13.10.1952–30.8.2026",
        "2026-11-24",
        "FI21 1234 5600 0007 85",
        "FI2112345600000785",
        "0123456-7",
        "06 123 4567",
        "+358 6 123 4567",
        "131052-308U",
        "320152-308T",
        "131052-001N",
        "1131052-308T",
        "131052-308T5",
        "131052-308Test",
        "a131052f308tb",
        "§ 131052 - 308 000 euro",
    ],
)
def test_other_numbers_are_left_alone(text: str) -> None:
    assert list(find(text)) == []


def test_several_codes_are_found_one_by_one() -> None:
    text = "131052-308T131052-308T, 131052-308T\n010206A901V"
    assert [m.start for m in find(text)] == [11, 24, 36]


@settings(deadline=None, max_examples=50)
@given(st.text())
def test_any_text_is_searched_without_trouble(text: str) -> None:
    for match in find(text):
        assert 0 <= match.start < match.end <= len(text)
