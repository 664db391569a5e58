"""Days as people write them, where they can be read in only one way.

The order is that of Finland and Sweden: day, month, year. Slashes and hyphens do not
tell whose order it is, so with them a day is read only where one order alone gives a day.
"""

from __future__ import annotations

import re
import unicodedata
from datetime import date
from functools import cache

from babel import Locale

from kommun.messages import languages

_YEARS = range(1900, 2200)
_DAY, _MONTH, _YEAR = r"(?P<day>\d{1,2})", r"(?P<month>\d{1,2})", r"(?P<year>\d{4})"
_FORMS = (
    re.compile(rf"{_YEAR}-{_MONTH}-{_DAY}(?:[t ]00:00(?::00(?:\.0+)?)?)?"),
    re.compile(rf"{_YEAR}([/.]){_MONTH}\2{_DAY}"),
    re.compile(r"(?P<year>\d{4})(?P<month>\d{2})(?P<day>\d{2})"),
    re.compile(rf"{_DAY}\. ?{_MONTH}\. ?{_YEAR}\.?"),
    re.compile(rf"{_DAY}/{_MONTH}[ -]{_YEAR}"),
)
_EITHER_ORDER = re.compile(rf"{_DAY}([/-]){_MONTH}\2{_YEAR}")
_IN_WORDS = re.compile(rf"(?:den )?{_DAY}\.?(?: ?:?(?:e|a))? (?P<name>[^\W\d_]+)\.?,? {_YEAR}")
_WEEKDAY = re.compile(r"(?P<name>[^\W\d_]{4,}),? (?=den |\d)")
_DASHES = re.compile("[\u2010\u2011\u2012\u2013\u2212]")


def read_date(text: str) -> date | None:
    """The day that a text says, if it says one day only and that day exists."""
    plain = unicodedata.normalize("NFC", " ".join(_DASHES.sub("-", text).split())).casefold()
    weekday = _WEEKDAY.match(plain)
    if weekday is None or weekday["name"] == "den":
        return _day(plain)
    found = _day(plain[weekday.end() :])
    # Where the day of the week does not fit, one of the two is wrong, and nobody can know which.
    return found if found and _is_weekday(weekday["name"], found.weekday()) else None


def _day(text: str) -> date | None:
    for form in _FORMS:
        if found := form.fullmatch(text):
            return _existing(found["year"], found["month"], found["day"])
    if found := _EITHER_ORDER.fullmatch(text):
        year, first, second = found["year"], found["day"], found["month"]
        days = {_existing(year, second, first), _existing(year, first, second)} - {None}
        return days.pop() if len(days) == 1 else None
    if (found := _IN_WORDS.fullmatch(text)) and (month := _months().get(found["name"])):
        return _existing(found["year"], month, found["day"])
    return None


def _existing(year: str, month: str | int, day: str) -> date | None:
    try:
        found = date(int(year), int(month), int(day))
    except ValueError:
        return None
    return found if found.year in _YEARS else None


@cache
def _months() -> dict[str, int]:
    """The names of the months in the languages of the editors, in every form and short form."""
    names: dict[str, int] = {}
    for lang in languages():
        for forms in Locale(lang).months.values():
            for width in ("wide", "abbreviated"):
                names |= {name.casefold().rstrip("."): number for number, name in forms[width].items()}
    return names


def _is_weekday(name: str, number: int) -> bool:
    """Whether a word is that day of the week, if need be with an ending: `lördagen`, `lauantaina`."""
    locales = [Locale(lang).days["stand-alone"]["wide"][number] for lang in languages()]
    return any(name.startswith(day.casefold()) and len(name) - len(day) <= 2 for day in locales)
