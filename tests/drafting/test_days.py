"""The days that are suggested: weekends, holidays, Christmas, leap days."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kommun.clock import parse_date
from kommun.configuration import LifecycleOptions
from kommun.deadlines import is_working_day, last_day
from kommun.drafting import days

from .desk import new

OPTIONS = LifecycleOptions()
DAYS = st.dates(date(2024, 1, 1), date(2060, 12, 31))


@pytest.mark.parametrize(
    ("published", "category", "appeal", "expected"),
    [
        ("2026-11-25", "announcement", None, "2026-12-09"),
        ("2026-12-11", "announcement", None, "2026-12-25"),  # its days do not move off Christmas Day
        ("2028-02-15", "announcement", None, "2028-02-29"),
        ("2027-02-15", "announcement", None, "2027-03-01"),
        ("2026-11-17", "public_notice", 30, "2026-12-28"),  # over Christmas
        ("2026-05-29", "public_notice", 14, "2026-06-22"),  # over Midsummer
        ("2026-11-25", "public_notice", 0, "2026-12-09"),
        ("2026-11-25", "plan", None, "2026-12-28"),  # the 30th day is Christmas Day
        ("2026-11-30", "plan", None, "2026-12-30"),
    ],
)
def test_a_notice_ends(published: str, category: str, appeal: int | None, expected: str) -> None:
    assert days.notice_end(parse_date(published), category, appeal, OPTIONS).isoformat() == expected


@given(DAYS, st.sampled_from(["announcement", "plan", "permit"]), st.none() | st.integers(0, 60))
def test_a_notice_never_ends_too_early(published: date, category: str, appeal: int | None) -> None:
    end = days.notice_end(published, category, appeal, OPTIONS)
    assert (end - published).days >= OPTIONS.notice_days
    assert appeal is None or end >= last_day(published, appeal, OPTIONS)


@pytest.mark.parametrize(
    ("meeting", "adjusted", "published", "viewing"),
    [
        ("2026-11-09", "2026-11-12", "2026-11-13", "2026-11-13"),
        ("2026-12-08", "2026-12-11", "2026-12-11", "2026-12-14"),  # adjusted on a Friday: the same day, not Monday
        ("2026-12-18", "2026-12-23", "2026-12-23", "2026-12-28"),  # before Christmas
        ("2026-12-21", "2026-12-28", "2026-12-29", "2026-12-29"),
        ("2028-02-24", "2028-02-29", "2028-03-01", "2028-03-01"),
    ],
)
def test_minutes_follow_their_meeting(meeting: str, adjusted: str, published: str, viewing: str) -> None:
    day = days.adjustment(parse_date(meeting))
    out = days.publication(day, parse_date(meeting))
    assert [day.isoformat(), out.isoformat()] == [adjusted, published]
    assert days.viewing(day, out).isoformat() == viewing


@given(DAYS, st.integers(-20, 20))
def test_minutes_are_in_time_and_never_in_the_past(meeting: date, later: int) -> None:
    adjusted = days.adjustment(meeting)
    today = adjusted + timedelta(days=later)
    published = days.publication(adjusted, today)
    assert published >= max(adjusted, today)
    assert today > adjusted + days.DAY or (published - adjusted).days <= 1
    viewing = days.viewing(adjusted, published)
    assert viewing > adjusted and viewing >= published and is_working_day(viewing)


@pytest.mark.parametrize(
    ("today", "published"),
    [
        ("2026-11-27", "2026-11-27"),
        ("2026-11-28", "2026-11-30"),  # Saturday
        ("2026-12-06", "2026-12-07"),  # Independence Day, a Sunday
        ("2026-12-24", "2026-12-28"),  # Christmas Eve
        ("2028-02-29", "2028-02-29"),
    ],
)
def test_a_notice_begins_on_a_working_day(town: Path, today: str, published: str) -> None:
    new(
        town,
        "notice",
        "--title",
        "A",
        "--unit",
        "kansli",
        "--text",
        "A.",
        "--title-fi",
        "B",
        "--text-fi",
        "B.",
        today=today,
    )
    assert f"\npublished: {published}\n" in (town / "docs/kungorelser/a.sv.md").read_text()


@pytest.mark.parametrize("appeal", ["999", "99999", "999999"])
def test_a_time_beyond_all_calendars_is_refused_and_raises_nothing(town: Path, appeal: str) -> None:
    more = ("--category", "public_notice", "--published", "2199-01-01", "--appeal-days", appeal)
    made = new(town, "notice", "--title", "A", "--unit", "kansli", "--text", "A.", *more)
    assert made.failure.startswith("Ingenting skrevs.")


@settings(deadline=None)
@given(st.text(max_size=12))
def test_any_text_is_a_day_or_none(text: str) -> None:
    assert days.day_of(text) is None or days.day_of(text) == parse_date(text.strip())
    days.guess_of(text)
