"""Somebody has read through every unit's page and every page with a date within the last year.

Source: strategy 4.1.
"""

from __future__ import annotations

import calendar
from collections.abc import Iterator
from datetime import date

from kommun.content.library import Library
from kommun.finding import Problem, Severity

from ._common import left_out

SEVERITY = Severity.WARNING
NIGHTLY = True


def check(library: Library, today: date) -> Iterator[Problem]:
    months = library.settings.lifecycle.review_months
    for entry in library.of_type("unit", "page"):
        facts = entry.facts
        last = facts.reviewed or facts.published
        gone = facts.expires is not None and facts.expires < today
        if last is None or gone or left_out(entry.main, "reviewed") or today <= _add_months(last, months):
            continue
        key = "reviewed" if facts.reviewed else "published"
        place = entry.main.value_place(key)
        yield Problem(entry.main.path, key, place.line, place.column, {"day": last, "months": months})


def _add_months(day: date, months: int) -> date:
    """The same day of a later month; the last day of the month where there is none."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if year > date.max.year:
        return date.max
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))
