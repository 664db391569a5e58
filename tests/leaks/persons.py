"""Identity codes of nobody: the temporary 900 series, which is given to no person, and codes printed as examples."""

from __future__ import annotations

from datetime import date, timedelta

from stdnum.fi import hetu

SIGNS = "+-YXWVUABCDEF"
"""Every century sign since the reform of 2023 (SRF 690/2022)."""
_CENTURY = {"+": 1800} | dict.fromkeys("-YXWVU", 1900) | dict.fromkeys("ABCDEF", 2000)
_CHECKS = "0123456789ABCDEFHJKLMNPRSTUVWXY"

PUBLISHED = (
    "131052-308T",
    "131052A308T",
    "010594Y9032",
    "020594X903P",
    "030594W903B",
    "040594V9030",
    "050594U903M",
    "010516B903X",
    "020516C903K",
    "030516D9037",
    "010501E9032",
    "020503F9037",
)
"""What the population register and python-stdnum print as examples."""


def code(sign: str, born: date, number: int) -> str:
    """A code with its check character; a number below 900 could be somebody's."""
    if not 900 <= number <= 999:
        raise ValueError(f"{number} is not of the temporary series")
    if born.year // 100 * 100 != _CENTURY[sign]:
        raise ValueError(f"{born} does not stand with {sign}")
    day = f"{born:%d%m}{born.year % 100:02}"
    return f"{day}{sign}{number}{_CHECKS[int(f'{day}{number}') % 31]}"


def person(place: int, signs: str = SIGNS) -> str:
    """The invented code of a place in a list: neighbours differ in sign, day and number."""
    sign = signs[place % len(signs)]
    # Within the decades that every century has: 1850s, 1950s, and 2001 to 2019.
    start = date(_CENTURY[sign] + (1 if sign in "ABCDEF" else 52), 1, 1)
    return code(sign, start + timedelta(days=place * 37 % 6000), 900 + place * 7 % 100)


def spoiled(written: str) -> str:
    """The same code with a wrong check character."""
    return written[:-1] + _CHECKS[(_CHECKS.index(written[-1]) + 1) % 31]


def is_code(written: str) -> bool:
    return hetu.is_valid(written, allow_temporary=True)
