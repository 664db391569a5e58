"""Days that a clerk would choose. Suggestions only: what must hold is held by the rules.

A day on which somebody must act moves off weekends and holidays, as the end of a time limit does
(lag 150/1930 5 §). The 14 days of a notice do not move: they are days (KomL 108 §), and the personal
data in it goes when they are over, not later (FörvL 62 b §).
"""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache

from pydantic import TypeAdapter, ValidationError

from kommun.configuration import LifecycleOptions
from kommun.content.fields import Day
from kommun.content.notice import Category
from kommun.deadlines import is_working_day, last_day, next_working_day

DAY = timedelta(days=1)
PLAN_DAYS = 30
"""A proposal for a plan is on view for 30 days, a minor one for 14 (LAW.md); remarks are made within that time."""
ADJUSTED_AFTER = 3
"""Working days from a meeting to the adjustment of its minutes, as the municipality usually does it."""


@cache
def _days() -> TypeAdapter[date]:
    return TypeAdapter(Day)


def day_of(text: str) -> date | None:
    """A day as the reader reads it; None where it is none."""
    try:
        return _days().validate_python(text)
    except ValidationError:
        return None


def guess_of(text: str) -> str:
    """What was meant with `5.12.2026`."""
    try:
        _days().validate_python(text)
    except ValidationError as error:
        return str(error.errors()[0].get("ctx", {}).get("guess") or "")
    return ""


def notice_end(published: date, category: str, appeal_days: int | None, options: LifecycleOptions) -> date:
    """The last day of a notice: its 14 days are over, and so is the time in which to act on it."""
    end = published + timedelta(days=options.notice_days)
    if category == Category.PLAN:
        end = max(end, next_working_day(published + timedelta(days=PLAN_DAYS)))
    if appeal_days is not None:
        end = max(end, last_day(published, appeal_days, options))
    return end


def adjustment(meeting: date) -> date:
    day = meeting
    for _ in range(ADJUSTED_AFTER):
        day = next_working_day(day + DAY)
    return day


def publication(adjusted: date, today: date) -> date:
    """The day after adjustment, or the same day where the next is no working day: the strategy gives one day.

    Never a day that has been: the time for appeal is counted from the day on which the minutes could be read.
    """
    after = adjusted + DAY
    return max(after if is_working_day(after) else adjusted, today)


def viewing(adjusted: date, published: date) -> date:
    """The first day after adjustment on which the office is open."""
    return next_working_day(max(adjusted + DAY, published))
