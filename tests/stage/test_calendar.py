"""The calendar of meetings: read back by another hand, with ids that last, the right hours, and nothing that is gone."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from icalendar import Calendar, Event

from kommun.configuration import read_settings
from kommun.stage.occasion import hours

from ..build.town import agenda, make_town, minutes, write
from .day import feeds_on, yaml_text

HELSINKI = ZoneInfo("Europe/Helsinki")
SV, FI = "flode/sammantraden.ics", "fi/flode/sammantraden.ics"
HELD, COMING = "meetings/namnden/2026-10-29", "meetings/namnden/2026-12-03"
SITE = "https://www.kronoby.fi/"

FILES: dict[str, str | bytes | None] = {
    f"{HELD}/agenda.sv.md": agenda("Lista", "2026-10-22", "Förslag.", "time: '18:00'\nplace: Salen\n"),
    f"{HELD}/minutes.sv.md": minutes(
        "Protokoll", "2026-11-04", "2026-11-05", "Beslut.", "time: '18:00–19:25'\nplace: Salen\n"
    ),
    f"{COMING}/agenda.sv.md": agenda(
        "Lista", "2026-11-26", "Förslag.", 'time: "17.30"\nplace: "Kommungården, rum 2; uppgång B"\n'
    ),
    f"{COMING}/agenda.fi.md": "---\ntitle: Lista\nplace: Kunnantalo, huone 2\n---\n## § 1 Avaus\n\nEhdotus.\n",
}  # fmt: skip


@pytest.fixture
def town(tmp_path: Path) -> Path:
    return make_town(tmp_path, FILES)


def _calendar(root: Path, day: str, address: str = SV) -> Calendar:
    calendar = Calendar.from_ical(feeds_on(root, day)[address])
    assert isinstance(calendar, Calendar)
    return calendar


def _events(root: Path, day: str, address: str = SV) -> dict[str, Event]:
    """The events by the end of their id, in their own order."""
    return {str(e["uid"]).split("@")[0]: e for e in _calendar(root, day, address).events}


@pytest.mark.parametrize("day", ["2025-01-01", "2026-10-22", "2026-11-05", "2026-11-26", "2032-01-01"])
@pytest.mark.parametrize("address", [SV, FI])
def test_the_calendar_is_valid(town: Path, day: str, address: str) -> None:
    content = feeds_on(town, day)[address]
    lines = content.decode().split("\r\n")
    assert lines[-1] == "" and not any("\n" in line or "\r" in line for line in lines)
    assert all(len(line.encode()) <= 75 for line in lines)
    calendar = Calendar.from_ical(content)
    assert calendar["version"] == "2.0" and calendar["prodid"]
    assert not [error for component in calendar.walk() for error in component.errors]
    # At least one component, always: an empty calendar is not one (RFC 5545 3.6).
    assert [zone["tzid"] for zone in calendar.timezones] == ["Europe/Helsinki"]
    for event in calendar.events:
        for name in ("uid", "dtstamp", "dtstart", "summary", "url"):
            assert event[name] and not isinstance(event[name], list), name
        assert event["dtstamp"].dt.tzinfo is not None and event["dtstamp"].dt.utcoffset() == timedelta()
        if isinstance(event["dtstart"].dt, datetime):
            assert event["dtstart"].params["TZID"] == "Europe/Helsinki"
    uids = [str(event["uid"]) for event in calendar.events]
    assert len(uids) == len(set(uids))


def test_what_an_event_says(town: Path) -> None:
    event = _events(town, "2026-11-26")[COMING]
    assert event["dtstart"].dt == datetime(2026, 12, 3, 17, 30, tzinfo=HELSINKI)
    assert "dtend" not in event
    assert event["summary"] == "Nämnden"
    assert event["location"] == "Kommungården, rum 2; uppgång B"
    assert event["url"] == f"{SITE}{COMING}/"
    assert event["dtstamp"].dt == datetime(2026, 11, 25, 22, tzinfo=UTC)  # midnight in Helsinki
    assert str(event["uid"]) == f"{COMING}@www.kronoby.fi"
    raw = feeds_on(town, "2026-11-26")[SV].decode()
    assert r"LOCATION:Kommungården\, rum 2\; uppgång B" in raw


def test_minutes_say_when_it_ended(town: Path) -> None:
    event = _events(town, "2026-11-05")[HELD]
    assert event["dtstart"].dt == datetime(2026, 10, 29, 18, tzinfo=HELSINKI)
    assert event["dtend"].dt == datetime(2026, 10, 29, 19, 25, tzinfo=HELSINKI)
    assert event["dtstamp"].dt == datetime(2026, 11, 4, 22, tzinfo=UTC)


def test_an_agenda_counts_from_the_day_it_was_both_sent_and_published(town: Path) -> None:
    late = agenda("Lista", "2026-06-01", "Förslag.").replace("published: 2026-06-01", "published: 2026-06-04")
    write(town, {"meetings/namnden/2026-06-08/agenda.sv.md": late})
    event = _events(town, "2026-06-04")["meetings/namnden/2026-06-08"]
    assert event["dtstamp"].dt == datetime(2026, 6, 3, 21, tzinfo=UTC)


def test_the_other_language_has_its_own_words_and_marks_the_rest(town: Path) -> None:
    events = _events(town, "2026-11-26", FI)
    assert events[COMING]["summary"] == events[HELD]["summary"] == "Lautakunta"
    assert events[COMING]["location"] == "Kunnantalo, huone 2"
    assert "LANGUAGE" not in events[COMING]["location"].params
    assert events[COMING]["url"] == f"{SITE}fi/{COMING}/"
    assert events[HELD]["location"] == "Salen"
    assert events[HELD]["location"].params["LANGUAGE"] == "sv"


def test_a_place_that_a_translation_takes_over_is_in_the_main_language(town: Path) -> None:
    write(town, {f"{COMING}/agenda.fi.md": "---\ntitle: Lista\n---\n## § 1 Avaus\n\nEhdotus.\n"})
    assert _events(town, "2026-11-26", FI)[COMING]["location"].params["LANGUAGE"] == "sv"


def test_without_a_time_that_can_be_read_it_takes_the_day(town: Path) -> None:
    write(town, {f"{COMING}/agenda.sv.md": agenda("Lista", "2026-11-26", "Förslag.", "time: efter fullmäktige\n")})
    event = _events(town, "2026-11-26")[COMING]
    assert event["dtstart"].dt == date(2026, 12, 3) and not isinstance(event["dtstart"].dt, datetime)
    assert "dtend" not in event and "location" not in event


def test_a_meeting_keeps_its_id(town: Path) -> None:
    call, held = _events(town, "2026-11-04")[HELD], _events(town, "2026-11-05")[HELD]
    assert call["uid"] == held["uid"] == _events(town, "2026-11-05", FI)[HELD]["uid"]
    before = {str(e["uid"]) for e in _events(town, "2026-11-26").values()}
    path = "meetings/namnden/index.sv.md"
    write(town, {path: (town / path).read_text().replace("title: Nämnden", "title: Nya nämnden")})
    after = _events(town, "2026-11-27")
    assert {str(e["uid"]) for e in after.values()} == before
    assert {str(e["summary"]) for e in after.values()} == {"Nya nämnden"}


def test_two_meetings_on_a_day_are_two(town: Path) -> None:
    write(town, {f"{COMING}-2/agenda.sv.md": agenda("Lista 2", "2026-11-26", "Förslag.", "time: '20:00'\n")})
    events = _events(town, "2026-11-26")
    assert events[f"{COMING}-2"]["dtstart"].dt == datetime(2026, 12, 3, 20, tzinfo=HELSINKI)
    assert len(events) == 3


@pytest.mark.parametrize(
    ("day", "seen"),
    [
        ("2026-10-21", []),
        ("2026-10-22", [HELD]),
        ("2026-11-25", [HELD]),
        ("2026-11-26", [HELD, COMING]),
        ("2027-10-29", [HELD, COMING]),  # the past year, to the day
        ("2027-10-30", [COMING]),
        ("2027-12-04", []),
    ],
)
def test_from_the_call_through_a_year(town: Path, day: str, seen: list[str]) -> None:
    for address in (SV, FI):
        assert list(_events(town, day, address)) == seen


def test_nothing_of_a_meeting_is_left_the_day_after(town: Path) -> None:
    path = f"{COMING}/agenda.sv.md"
    write(town, {path: (town / path).read_text().replace("sent:", "expires: 2026-12-10\nsent:")})
    for address in (SV, FI):
        assert b"2026-12-03" in feeds_on(town, "2026-12-10")[address]
        after = feeds_on(town, "2026-12-11")[address].decode()
        assert not re.search("2026-12-03|20261203|huone|rum 2", after)


@pytest.mark.parametrize(
    ("written", "start", "end"),
    [
        ("18:00", "18:00", ""),
        ("18.00", "18:00", ""),
        ("9.05", "09:05", ""),
        ("17:00–19:25", "17:00", "19:25"),
        ("17.00-19.25", "17:00", "19:25"),
        ("17:00 — 19:25", "17:00", "19:25"),
        ("kl. 18", "18:00", ""),
        ("kl 18.30", "18:30", ""),
        ("Klockan 18–20", "18:00", "20:00"),
        ("klo 18.00–20.15", "18:00", "20:15"),
        (" 00:00 ", "00:00", ""),
        ("18", "18:00", ""),
        # No time, or more than can be understood.
        ("", "", ""),
        ("25:00", "", ""),
        ("18:60", "", ""),
        ("18:00–25:00", "", ""),
        ("18:00 efter gruppmötena", "", ""),
        ("16:00 och 18:00", "", ""),
        ("kvällen", "", ""),
        ("2026", "", ""),
        ("3.12.2026", "", ""),
        ("18:00:30", "", ""),
    ],
)
def test_hours_that_can_be_read(written: str, start: str, end: str) -> None:
    day = date(2026, 12, 3)
    at = lambda clock: datetime.fromisoformat(f"{day}T{clock}:00").replace(tzinfo=HELSINKI)  # noqa: E731
    assert hours(day, written) == (at(start) if start else day, at(end) if end else None)


def test_a_meeting_past_midnight_ends_on_the_next_day() -> None:
    day, next_day = date(2026, 12, 31), datetime(2027, 1, 1, tzinfo=HELSINKI)
    assert hours(day, "22:00–00:30")[1] == next_day + timedelta(minutes=30)
    assert hours(day, "22:00–24:00")[1] == next_day


@given(st.text(max_size=12))
def test_hours_never_fail(written: str) -> None:
    start, end = hours(date(2026, 12, 3), written)
    assert end is None or (isinstance(start, datetime) and start < end)


@pytest.mark.parametrize(
    ("day", "utc"), [("2027-03-27", 16), ("2027-03-28", 15), ("2027-10-30", 15), ("2027-10-31", 16)]
)
def test_summer_and_winter_hours(town: Path, day: str, utc: int) -> None:
    write(town, {f"meetings/namnden/{day}/agenda.sv.md": agenda("L", "2027-03-01", "Förslag.", "time: '18:00'\n")})
    event = _events(town, "2027-03-10")[f"meetings/namnden/{day}"]
    assert event["dtstart"].dt.astimezone(UTC).hour == utc


def test_the_calendars_own_zone_is_helsinki(town: Path) -> None:
    """The rules written into the file against the time zone database, before and after every change for 30 years."""
    (zone,) = _calendar(town, "2026-11-26").timezones
    own = zone.to_tz(lookup_tzid=False)
    for year in range(2020, 2050):
        for month in (1, 3, 7, 10):
            for day in range(20, 32):
                for hour in (0, 1, 2, 5, 12, 23):
                    at = datetime(year, month, day, hour)
                    assert at.replace(tzinfo=own).utcoffset() == at.replace(tzinfo=HELSINKI).utcoffset(), at


def test_summer_time_begins_at_three_and_ends_at_four(town: Path) -> None:
    """The moment of a change is told by the clock before it (RFC 5545 3.6.5)."""
    (zone,) = _calendar(town, "2026-11-26").timezones
    for part, hour in zip(zone.subcomponents, (3, 4), strict=True):
        before = part["tzoffsetfrom"].td
        change = part["dtstart"].dt
        assert change.hour == hour
        moment = (change - before).replace(tzinfo=UTC)
        assert moment.astimezone(HELSINKI).utcoffset() == part["tzoffsetto"].td
        assert (moment - timedelta(seconds=1)).astimezone(HELSINKI).utcoffset() == before


def test_any_words_come_back_as_they_were_written(tmp_path_factory: pytest.TempPathFactory) -> None:
    root = make_town(tmp_path_factory.mktemp("town"), {f"{COMING}/agenda.sv.md": FILES[f"{COMING}/agenda.sv.md"]})
    own = read_settings(root / "mkdocs.yml")
    body = (root / "meetings/namnden/index.sv.md").read_text()
    words = st.text(min_size=1, max_size=60) | st.text(alphabet='ab\\nN,;:"\n\r åÖ', min_size=1, max_size=60)

    @settings(max_examples=80, deadline=None)
    @given(words.filter(lambda text: text.strip()))
    def check(text: str) -> None:
        place = f"place: {yaml_text(text)}\n"
        write(root, {
            "meetings/namnden/index.sv.md": body.replace("title: Nämnden", f"title: {yaml_text(text)}"),
            f"{COMING}/agenda.sv.md": agenda("Lista", "2026-11-26", "Förslag.", place),
        })  # fmt: skip
        content = feeds_on(root, "2026-11-26", own)[SV]
        assert all(len(line) <= 75 for line in content.split(b"\r\n"))
        (event,) = Calendar.from_ical(content).events
        one_kind_of_line = text.strip().replace("\r\n", "\n").replace("\r", "\n")
        expected = re.sub("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]", "", one_kind_of_line)
        assert (str(event["summary"]), str(event["location"])) == (expected, expected)

    check()
