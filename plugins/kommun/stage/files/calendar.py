"""The calendar of meetings, one in every language (iCalendar, RFC 5545): the coming ones and those of the past year."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, time, timedelta

from icalendar import Calendar, Event, Timezone, TimezoneDaylight, TimezoneStandard
from icalendar.prop import vText

from kommun.clock import HELSINKI
from kommun.content.document import Entry
from kommun.deadlines import add_years

from ..feeds import CALENDAR, Feed, absolute, feeds
from ..meetings import Meeting
from ..occasion import occasion
from ..site import Site

_PAST_YEARS = 1
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")
"""What no text of a calendar can hold (RFC 5545 3.1)."""


def files(site: Site) -> dict[str, bytes]:
    return {
        feed.address(lang, site.settings): _calendar(site, feed, lang)
        for feed in feeds(site.settings)
        if feed.type == CALENDAR
        for lang in site.settings.locales
    }


def _calendar(site: Site, feed: Feed, lang: str) -> bytes:
    settings = site.settings
    title = feed.title(lang, settings)
    calendar = Calendar()
    calendar.add("prodid", f"-//{settings.name_in(lang)}//{title}//{lang.upper()}")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("name", title)
    calendar.add("x-wr-calname", title)
    calendar.add("source", absolute(settings, feed.address(lang, settings)))
    calendar.add("refresh-interval", timedelta(days=1), parameters={"value": "DURATION"})
    calendar.add_component(_helsinki())
    since = add_years(site.today, -_PAST_YEARS)
    for key, meeting in reversed(site.meetings.items()):
        if meeting.day >= since:
            calendar.add_component(_event(site, key, meeting, lang))
    written: bytes = calendar.to_ical()
    return written


def _event(site: Site, key: str, meeting: Meeting, lang: str) -> Event:
    entry = meeting.documents[-1]
    about = occasion(site, entry, lang)
    event = Event()
    # The same in every language and through call and minutes: it is the same meeting.
    event.add("uid", f"meetings/{meeting.folder}@{site.settings.host}")
    event.add("dtstamp", datetime.combine(_shown_since(entry), time.min, HELSINKI).astimezone(UTC))
    event.add("dtstart", about.start)
    if about.end:
        event.add("dtend", about.end)
    named = site.body_of(entry) or entry
    event.add("summary", _text(site.title(named.key, lang), site.title_language(named.key, lang), lang))
    if about.place:
        event.add("location", _text(about.place, about.place_lang, lang))
    event.add("url", absolute(site.settings, site.address(key, lang)))
    return event


def _shown_since(entry: Entry) -> date:
    """The day from which the document has stood, which is the day the calendar's event became what it is."""
    facts = entry.facts
    shown: date = max(facts.published, facts.sent) if entry.type == "agenda" else facts.published
    return shown


class _Text(vText):
    """A text that is escaped as RFC 5545 3.3.11 says; icalendar 7 makes a line break of a backslash before an N."""

    def to_ical(self) -> bytes:
        return re.sub(r"([\\;,])", r"\\\1", self).replace("\n", r"\n").encode()


def _text(text: str, own_lang: str, lang: str) -> _Text:
    """A text with its language where that is not the calendar's."""
    clean = _CONTROL.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
    return _Text(clean, params={"LANGUAGE": own_lang} if own_lang != lang else {})


def _helsinki() -> Timezone:
    """The hours of Helsinki by the rule of the European Union (2000/84/EC).

    Written out, since icalendar 7's own `Timezone.from_tzid` lets summer time begin at four instead of three.
    """
    zone = Timezone()
    zone.add("tzid", HELSINKI.key)
    for change, name, first, month, before, after in (
        (TimezoneDaylight, "EEST", datetime(1996, 3, 31, 3), 3, 2, 3),
        (TimezoneStandard, "EET", datetime(1996, 10, 27, 4), 10, 3, 2),
    ):
        part = change()
        part.add("dtstart", first)
        part.add("rrule", {"freq": "yearly", "bymonth": month, "byday": "-1su"})
        part.add("tzoffsetfrom", timedelta(hours=before))
        part.add("tzoffsetto", timedelta(hours=after))
        part.add("tzname", name)
        zone.add_component(part)
    return zone
