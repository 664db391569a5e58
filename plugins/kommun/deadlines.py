"""Days that decide: deemed notification, last days of appeal, years that pass.

Sources: KomL 138 § and 140 §, lag om beräknande av laga tid 150/1930, LAW.md.
All days are whole days in Europe/Helsinki.
"""

from __future__ import annotations

from datetime import date, timedelta
from functools import lru_cache

from .configuration import LifecycleOptions
from .content.meeting import Minutes, Remedy


@lru_cache(maxsize=256)
def _holidays(year: int) -> frozenset[date]:
    # Imported when a day is asked for: it takes a third of the time of a short command.
    import holidays

    # `holidays` counts Midsummer Eve and Christmas Eve in, as 150/1930 5 § does.
    return frozenset(holidays.country_holidays("FI", years=year))


def is_working_day(day: date) -> bool:
    """Whether a time limit may end on the day (150/1930 5 §)."""
    return day.weekday() < 5 and day not in _holidays(day.year)


def next_working_day(day: date) -> date:
    """The day itself if a time limit may end on it, else the next that may."""
    while not is_working_day(day):
        day += timedelta(days=1)
    return day


def deemed_notified(published: date, options: LifecycleOptions) -> date:
    """The day a municipal member is deemed to know the decision (KomL 140 § 3 mom.); it does not move."""
    return published + timedelta(days=options.deemed_notice_days)


def last_day(published: date, days: int, options: LifecycleOptions) -> date:
    """The last day of a time of `days` that starts at the deemed notification.

    The day of notification does not count (150/1930 2 §).
    """
    return next_working_day(deemed_notified(published, options) + timedelta(days=days))


def days_for(remedy: Remedy, options: LifecycleOptions) -> int:
    """Days within which a remedy must be sought; for `none` those of reconsideration (CONTENT.md section 4)."""
    return {
        Remedy.MUNICIPAL_APPEAL: options.municipal_appeal_days,
        Remedy.ADMINISTRATIVE_APPEAL: options.administrative_appeal_days,
    }.get(remedy, options.reconsideration_days)


def last_appeal_day(minutes: Minutes, options: LifecycleOptions) -> date | None:
    """The last day on which anything in the minutes can be challenged; None for a draft."""
    if minutes.published is None:
        return None
    remedies = {entry.remedy for entry in minutes.appeal} or {Remedy.RECONSIDERATION}
    return max(last_day(minutes.published, days_for(r, options), options) for r in remedies)


def add_years(day: date, years: int) -> date:
    """The same day and month; 29 February becomes 28 February where there is none."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return day.replace(year=day.year + years, day=28)
