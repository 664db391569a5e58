"""Number, time, place, adjustment and viewing, from the words beside their labels.

A fact that cannot be read for certain is left out and told, never guessed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from .blocks import one_line

_MONTHS = (
    ("januari", "tammi"), ("februari", "helmi"), ("mars", "maalis"), ("april", "huhti"), ("maj", "touko"),
    ("juni", "kesä"), ("juli", "heinä"), ("augusti", "elo"), ("september", "syys"), ("oktober", "loka"),
    ("november", "marras"), ("december", "joulu"),
)  # fmt: skip
_MONTH = {name: number for number, names in enumerate(_MONTHS, 1) for name in names}
_SV, _FI = ("|".join(names[language] for names in _MONTHS) for language in (0, 1))
_DATES = (
    re.compile(r"\b(?P<y>\d{4})-(?P<m>\d{2})-(?P<d>\d{2})\b"),
    # The first day of a range, which may leave out the month or the year.
    re.compile(r"\b(?P<d>\d{1,2})\. ?(?P<m>\d{1,2})\.? ?[–-] ?\d{1,2}\. ?\d{1,2}\. ?(?P<y>\d{4})\b"),
    re.compile(r"\b(?P<d>\d{1,2})\.? ?[–-] ?\d{1,2}\. ?(?P<m>\d{1,2})\. ?(?P<y>\d{4})\b"),
    re.compile(r"\b(?P<d>\d{1,2})\. ?(?P<m>\d{1,2})\. ?(?P<y>\d{4})\b"),
    re.compile(rf"\b(?P<d>\d{{1,2}})\.? (?P<month>{_SV}) (?P<y>\d{{4}})\b", re.IGNORECASE),
    re.compile(rf"\b(?P<d>\d{{1,2}})\. (?P<month>{_FI})kuu(?:ta|n)? (?P<y>\d{{4}})\b", re.IGNORECASE),
)
_HOUR = r"(?P<{0}h>[01]?\d|2[0-4])(?:[.:](?P<{0}m>[0-5]\d))?"
_CLOCK = r"(?:kl\.?|klo\.?|klockan|kello) ?"
_TIME = re.compile(
    rf"{_CLOCK}{_HOUR.format('a')}(?: ?(?:[–—-]|till|och|ja) ?(?:{_CLOCK})?{_HOUR.format('b')})?(?![\d.]*\d)",
    re.IGNORECASE,
)
_BARE_TIME = re.compile(
    r"\b(?P<ah>[01]?\d|2[0-4])[.:](?P<am>[0-5]\d) ?[–—-] ?(?P<bh>[01]?\d|2[0-4])[.:](?P<bm>[0-5]\d)\b"
)
_NUMBER = re.compile(
    r"(?:protokoll|pöytäkirja)\w*[\s:]*(?:(?:nr|nro|n:o)\.?[\s:]*)?(?P<n>\d{1,3})\s*/\s*(?P<y>\d{4}|\d{2})\b"
    r"|\b(?:nr|nro|n:o)\.?[\s:]*(?P<n2>\d{1,3})\s*/\s*(?P<y2>\d{4}|\d{2})\b",
    re.IGNORECASE,
)
_WEEKDAY = re.compile(
    r"\b(?:mån|tis|ons|tors|fre|lör|sön)dag(?:en)?\b|\b(?:maanantai|tiistai|torstai|perjantai|lauantai|sunnuntai)(?:na)?\b|"
    r"\bkeskiviikko(?:na)?\b",
    re.IGNORECASE,
)
_LOOSE = re.compile(
    r"^(?:[\s,;:.–-]|\b(?:den|i|på|vid|kl|klo|från|fr\.o\.m|och|alkaen|lähtien)\b)+|[\s,;:–-]+$", re.IGNORECASE
)
_NOT_YET = re.compile(r"\bx{2,}\b|_{2,}|\.{4,}", re.IGNORECASE)


@dataclass
class Facts:
    """What the document says of its meeting; None and '' where it does not."""

    number: str = ""
    time: str = ""
    place: str = ""
    adjusted: date | None = None
    viewing_date: date | None = None
    viewing_place: str = ""
    doubts: list[tuple[str, dict[str, object]]] = field(default_factory=list)
    """What was left out or looks wrong: a key under `doubts` in `importing.yml`, and its values."""

    @property
    def has_viewing(self) -> bool:
        return self.viewing_date is not None and bool(self.viewing_place)


def read_facts(labelled: dict[str, list[str]], heads: list[str], lines: Iterable[str], meeting: date) -> Facts:
    """The facts, from lines by label, the heads of the pages, and the lines in which the number may stand."""
    facts = Facts(number=_number(lines))
    time = [one_line(line) for name in ("time_and_place", "time") for line in labelled.get(name, ())]
    facts.time = next((found for line in time if (found := time_in(line))), "")
    named = [line for name in ("place", "time_and_place") for line in labelled.get(name, ())]
    facts.place = next((place for line in named if (place := _place(line))), "")
    if not facts.place:
        beside = (_place(line) for line in labelled.get("time", ()))
        facts.place = next((place for place in beside if place[:1].isupper()), "")
    _adjusted(facts, labelled, meeting)
    _viewing(facts, labelled, meeting)
    _compare(facts, [*time, *heads], meeting)
    return facts


def _number(lines: Iterable[str]) -> str:
    for line in lines:
        if found := _NUMBER.search(line):
            year = found["y"] or found["y2"]
            return f"{int(found['n'] or found['n2'])}/{year if len(year) == 4 else f'20{year}'}"
    return ""


def dates_in(text: str) -> list[date]:
    """The days in a text, in the order they stand; of a range the first."""
    found: list[tuple[int, int, date]] = []
    for pattern in _DATES:
        for match in pattern.finditer(text):
            parts = match.groupdict()
            month = int(parts["m"]) if parts.get("m") else _MONTH[parts["month"].lower()]
            try:
                day = date(int(parts["y"]), month, int(parts["d"]))
            except ValueError:
                continue
            if not any(start < match.end() and match.start() < end for start, end, _ in found):
                found.append((match.start(), match.end(), day))
    return [day for _, _, day in sorted(found)]


def _without_dates(text: str) -> str:
    for pattern in _DATES:
        text = pattern.sub("\t", text)
    return text


def time_in(text: str) -> str:
    """`18:00–20:15`, or `18:00` where the end is not said."""
    text = _without_dates(text)
    found = _TIME.search(text) or _BARE_TIME.search(text)
    if not found:
        return ""
    start = f"{int(found['ah']):02}:{found['am'] or '00'}"
    return f"{start}–{int(found['bh']):02}:{found['bm'] or '00'}" if found["bh"] else start


def _place(line: str) -> str:
    """What is left of a line without days and hours."""
    text = _BARE_TIME.sub("\t", _TIME.sub("\t", _without_dates(line.replace("\u00a0", " "))))
    text = _WEEKDAY.sub("\t", text)
    parts = (one_line(_strip(part)) for part in text.split("\t"))
    return next((part for part in parts if len(part) > 2 and not _NOT_YET.search(part)), "")


def _strip(text: str) -> str:
    while (shorter := _LOOSE.sub("", text)) != text:
        text = shorter
    return text


def _adjusted(facts: Facts, labelled: dict[str, list[str]], meeting: date) -> None:
    lines = labelled.get("adjusted")
    if lines is None:
        return
    days = [day for line in lines for day in dates_in(line)]
    if not days:
        facts.doubts.append(("not-adjusted", {"text": one_line(" ".join(lines))}))
    elif max(days) < meeting:
        facts.doubts.append(("adjusted-before", {"day": max(days)}))
    else:
        facts.adjusted = max(days)  # the day the last of them signed


def _viewing(facts: Facts, labelled: dict[str, list[str]], meeting: date) -> None:
    """Day and place; the place is what stands on the line of the day, so that no name of a witness gets in."""
    lines = labelled.get("viewing")
    if lines is None:
        return
    for line in lines:
        if days := dates_in(line):
            facts.viewing_date = days[0]
            facts.viewing_place = _place(line)
            break
    if facts.viewing_date is None:
        facts.doubts.append(("no-viewing-date", {"text": one_line(" ".join(lines))}))
    elif facts.viewing_date < meeting:
        facts.doubts.append(("viewing-before", {"day": facts.viewing_date}))
        facts.viewing_date = None
    elif not facts.viewing_place:
        facts.viewing_place = next((p for line in lines[:1] if not dates_in(line) and (p := _place(line))), "")
        if not facts.viewing_place:
            facts.doubts.append(("no-viewing-place", {"day": facts.viewing_date}))


def _compare(facts: Facts, lines: Iterable[str], meeting: date) -> None:
    """The document may be another meeting's than the one it is imported for."""
    days = [day for line in lines for day in dates_in(line)]
    if days and meeting not in days:
        facts.doubts.append(("other-date", {"day": days[0], "meeting": meeting}))
    if facts.number and not facts.number.endswith(str(meeting.year)):
        facts.doubts.append(("other-year", {"number": facts.number, "meeting": meeting}))
