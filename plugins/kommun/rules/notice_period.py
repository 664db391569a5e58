"""A notice stands long enough: the days the law asks for, and through the last day of an appeal time.

Source: KomL 108 §; FörvL 62 a §; lag 150/1930.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from kommun.content.document import Entry
from kommun.content.library import Library
from kommun.deadlines import last_day
from kommun.finding import Problem, Severity

from ._common import left_out

SEVERITY = Severity.ERROR


def check(library: Library, today: date) -> Iterator[Problem]:
    options = library.settings.lifecycle
    for entry in library.of_type("notice"):
        facts = entry.facts
        # An end before the beginning is told by `valid-value`.
        if facts.published is None or facts.expires is None or facts.expires < facts.published:
            continue
        place = entry.main.value_place("expires")
        values = {"expires": facts.expires, "published": facts.published}
        last = _last_appeal_day(library, facts.published, facts.appeal_days)
        if last and facts.expires < last:
            values |= {"last": last, "days": facts.appeal_days}
            yield Problem(entry.main.path, "appeal", place.line, place.column, values)
        elif (facts.expires - facts.published).days < options.notice_days and not _reasoned(entry):
            days = timedelta(days=options.notice_days)
            values |= {"earliest": facts.published + days, "days": options.notice_days}
            yield Problem(entry.main.path, "short", place.line, place.column, values)


def _reasoned(entry: Entry) -> bool:
    """Whether the editor has said why; of a reason that cannot be read `valid-value` tells."""
    return bool(entry.facts.period_reason) or left_out(entry.main, "period_reason")


def _last_appeal_day(library: Library, published: date, days: int | None) -> date | None:
    if days is None:
        return None
    try:
        return last_day(published, days, library.settings.lifecycle)
    except OverflowError:  # beyond the year 9999
        return date.max
