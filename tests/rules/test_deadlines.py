"""Last days, computed by hand and by an oracle that shares nothing with the code (LAW.md, lag 150/1930)."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kommun.configuration import LifecycleOptions
from kommun.content.meeting import Appeal, Minutes, Remedy
from kommun.deadlines import (
    add_years,
    days_for,
    deemed_notified,
    is_working_day,
    last_appeal_day,
    last_day,
    next_working_day,
)

USUAL = LifecycleOptions()
FIRST, LAST = date(2015, 1, 1), date(2045, 12, 31)

# Published, days, last day, and what stands in the way.
BY_HAND = """
2026-05-29  14  2026-06-22  LAW.md: Midsummer Eve, Midsummer Day, Sunday
2026-11-17  30  2026-12-28  LAW.md: Christmas Eve to Sunday
2025-11-24  30  2025-12-31  LAW.md: New Year's Eve does not move
2026-05-28  14  2026-06-18  Thursday before Midsummer
2026-05-30  14  2026-06-22  Midsummer Day
2026-05-31  14  2026-06-22  Sunday after Midsummer
2026-06-01  14  2026-06-22  Monday after Midsummer
2025-05-14  30  2025-06-23  Midsummer Eve
2027-06-03  14  2027-06-24  Thursday before the latest Midsummer
2027-06-04  14  2027-06-28  the latest Midsummer Eve, 25 June
2027-05-28  14  2027-06-18  a Friday that is Midsummer Eve in other years
2026-12-02  14  2026-12-23  the day before Christmas Eve
2026-12-03  14  2026-12-28  Christmas Eve, a Thursday
2026-12-04  14  2026-12-28  Christmas Day
2026-12-07  14  2026-12-28  Monday after Christmas
2025-12-03  14  2025-12-29  Christmas Eve, a Wednesday
2024-12-03  14  2024-12-27  Christmas Eve, a Tuesday
2022-12-02  14  2022-12-23  Friday before a Christmas Eve on a Saturday
2022-12-03  14  2022-12-27  Christmas Eve, a Saturday
2023-12-02  14  2023-12-27  Saturday before a Christmas Eve on a Sunday
2027-12-03  14  2027-12-27  Christmas Eve, a Friday; Monday is no holiday
2026-12-10  14  2026-12-31  New Year's Eve
2026-12-11  14  2027-01-04  New Year's Day, a Friday
2026-12-16  14  2027-01-07  Epiphany, a Wednesday
2025-11-30  30  2026-01-07  Epiphany, a Tuesday
2024-12-14  14  2025-01-07  Saturday, Sunday and Epiphany
2026-12-01  30  2027-01-07  over the turn of the year
2027-11-15  14  2027-12-07  Independence Day, a Monday
2026-11-15  14  2026-12-07  Independence Day, a Sunday
2025-11-15  14  2025-12-08  Independence Day, a Saturday
2024-11-14  14  2024-12-05  the day before Independence Day
2024-11-15  14  2024-12-09  Independence Day, a Friday
2029-11-15  14  2029-12-07  Independence Day, a Thursday
2026-04-09  14  2026-04-30  the eve of May Day does not move
2026-04-10  14  2026-05-04  May Day, a Friday
2025-04-10  14  2025-05-02  May Day, a Thursday
2027-04-10  14  2027-05-03  May Day, a Saturday
2025-03-25  30  2025-05-02  May Day
2026-03-12  14  2026-04-02  Maundy Thursday does not move
2026-03-13  14  2026-04-07  Good Friday
2026-03-14  14  2026-04-07  Easter Saturday
2026-03-16  14  2026-04-07  Easter Monday
2026-03-17  14  2026-04-07  Tuesday after Easter
2026-02-25  30  2026-04-07  Good Friday
2024-02-21  30  2024-04-02  Good Friday, counted over a leap day
2035-03-02  14  2035-03-27  an early Easter
2038-04-02  14  2038-04-27  the latest Easter there is
2026-04-23  14  2026-05-15  Ascension Day
2025-04-22  30  2025-05-30  Ascension Day
2027-04-15  14  2027-05-07  Ascension Day
2026-05-03  14  2026-05-25  Pentecost
2026-05-04  14  2026-05-25  the Monday after Pentecost is a working day
2026-10-09  14  2026-10-30  Friday before All Saints' Day
2026-10-10  14  2026-11-02  All Saints' Day, always a Saturday
2024-02-08  14  2024-02-29  ends on a leap day
2024-02-09  14  2024-03-01  the day after a leap day
2028-02-08  14  2028-02-29  ends on a leap day
2023-02-08  14  2023-03-01  no leap day
2024-02-29  14  2024-03-21  published on a leap day
2024-02-29  30  2024-04-08  published on a leap day, ends on a Saturday
2026-11-07  14  2026-11-30  an ordinary Saturday
2026-11-08  14  2026-11-30  an ordinary Sunday
2026-11-09  14  2026-11-30  an ordinary Monday
2026-12-17  14  2027-01-07  deemed notification on Christmas Eve does not move
2026-12-25  14  2027-01-15  published on Christmas Day
"""


@pytest.mark.parametrize("row", BY_HAND.strip().split("\n"))
def test_last_day_by_hand(row: str) -> None:
    published, days, expected, _ = row.split(maxsplit=3)
    assert last_day(date.fromisoformat(published), int(days), USUAL) == date.fromisoformat(expected)


def test_deemed_notification_never_moves() -> None:
    assert deemed_notified(date(2026, 12, 17), USUAL) == date(2026, 12, 24)
    assert deemed_notified(date(2024, 2, 22), USUAL) == date(2024, 2, 29)


def test_days_are_configuration() -> None:
    options = LifecycleOptions(deemed_notice_days=3, reconsideration_days=21, administrative_appeal_days=37)
    assert last_day(date(2026, 11, 2), 14, options) == date(2026, 11, 19)
    assert days_for(Remedy.RECONSIDERATION, options) == 21
    assert days_for(Remedy.ADMINISTRATIVE_APPEAL, options) == 37


@pytest.mark.parametrize(
    ("remedies", "expected"),
    [
        ([], date(2026, 11, 30)),
        ([Remedy.NONE], date(2026, 11, 30)),
        ([Remedy.RECONSIDERATION], date(2026, 11, 30)),
        ([Remedy.NONE, Remedy.MUNICIPAL_APPEAL], date(2026, 12, 16)),
        ([Remedy.RECONSIDERATION, Remedy.ADMINISTRATIVE_APPEAL], date(2026, 12, 16)),
    ],
)
def test_the_longest_time_in_the_minutes_counts(remedies: list[Remedy], expected: date) -> None:
    appeal = tuple(Appeal(sections=(n,), remedy=remedy) for n, remedy in enumerate(remedies, 1))
    assert last_appeal_day(Minutes(published=date(2026, 11, 9), appeal=appeal), USUAL) == expected


def test_a_draft_has_no_last_day() -> None:
    assert last_appeal_day(Minutes(), USUAL) is None


@pytest.mark.parametrize(
    ("day", "years", "expected"),
    [
        (date(2026, 11, 17), 4, date(2030, 11, 17)),
        (date(2024, 2, 29), 4, date(2028, 2, 29)),
        (date(2024, 2, 29), 1, date(2025, 2, 28)),
        (date(2096, 2, 29), 4, date(2100, 2, 28)),
        (date(2023, 2, 28), 1, date(2024, 2, 28)),
        (date(2026, 12, 31), 0, date(2026, 12, 31)),
    ],
)
def test_add_years(day: date, years: int, expected: date) -> None:
    assert add_years(day, years) == expected


# The oracle: the calendar as the almanac has it, without `holidays`.


def easter(year: int) -> date:
    """Easter Sunday by the rule of Meeus, Jones and Butcher."""
    a, b, c = year % 19, year // 100, year % 100
    h = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    k = (32 + 2 * (b % 4) + 2 * (c // 4) - h - c % 4) % 7
    month, day = divmod(h + k - 7 * ((a + 11 * h + 22 * k) // 451) + 114, 31)
    return date(year, month, day + 1)


def midsummer_day(year: int) -> date:
    """The Saturday between 20 and 26 June."""
    return next(date(year, 6, day) for day in range(20, 27) if date(year, 6, day).weekday() == 5)


def closed(year: int) -> set[date]:
    """Every day other than Saturdays and Sundays on which no time limit ends (150/1930 5 §)."""
    fixed = {date(year, m, d) for m, d in ((1, 1), (1, 6), (5, 1), (12, 6), (12, 24), (12, 25), (12, 26))}
    moving = {easter(year) + timedelta(days=n) for n in (-2, 1, 39)}
    return fixed | moving | {midsummer_day(year) - timedelta(days=1)}


CLOSED = {day for year in range(FIRST.year, LAST.year + 2) for day in closed(year)}


def open_on(day: date) -> bool:
    return day.isoweekday() not in (6, 7) and day not in CLOSED


def test_the_oracle_knows_easter() -> None:
    known = "2015-04-05 2016-03-27 2019-04-21 2024-03-31 2026-04-05 2035-03-25 2038-04-25 2045-04-09"
    assert [easter(int(text[:4])).isoformat() for text in known.split()] == known.split()


def test_every_day_of_thirty_years() -> None:
    days = (FIRST + timedelta(days=n) for n in range((LAST - FIRST).days + 1))
    assert [day for day in days if is_working_day(day) != open_on(day)] == []


def test_all_saints_day_is_a_saturday() -> None:
    """It takes no weekday: 31 October to 6 November are open from Monday to Friday."""
    for year in range(FIRST.year, LAST.year + 1):
        week = [date(year, 10, 31) + timedelta(days=n) for n in range(7)]
        assert [d for d in week if d.weekday() < 5] == [d for d in week if is_working_day(d)]


@settings(max_examples=400, deadline=None, database=None)
@given(published=st.dates(FIRST, LAST), days=st.sampled_from([0, 1, 14, 30]) | st.integers(0, 60))
def test_last_day_as_the_oracle_has_it(published: date, days: int) -> None:
    expected = published + timedelta(days=7 + days)
    while not open_on(expected):
        expected += timedelta(days=1)
    assert last_day(published, days, USUAL) == expected


@settings(max_examples=200, deadline=None, database=None)
@given(day=st.dates(FIRST, LAST))
def test_the_next_working_day_is_the_first_one(day: date) -> None:
    after = next_working_day(day)
    assert is_working_day(after)
    assert (after - day).days <= 5, "Christmas and Easter close for at most five days in a row"
    assert not any(is_working_day(day + timedelta(days=n)) for n in range((after - day).days))


@settings(max_examples=200, deadline=None, database=None)
@given(day=st.dates(FIRST, LAST), other=st.dates(FIRST, LAST), days=st.sampled_from([14, 30]))
def test_published_later_never_ends_earlier(day: date, other: date, days: int) -> None:
    first, second = sorted((day, other))
    assert last_day(first, days, USUAL) <= last_day(second, days, USUAL)
