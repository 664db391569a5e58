"""The meetings of which something may be seen: a call, minutes, or both in turn."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from kommun.content.document import Entry

from .parts import meeting_day
from .site import Site


@dataclass(frozen=True)
class Meeting:
    """A meeting with the documents of it that may be seen today."""

    body: str
    day: date
    folder: str
    agenda: Entry | None = None
    minutes: Entry | None = None

    @property
    def main(self) -> Entry:
        shown = self.minutes or self.agenda
        assert shown is not None
        return shown


def all_meetings(site: Site) -> list[Meeting]:
    """Every meeting of which something is visible, the newest first."""
    found: dict[str, dict[str, Entry]] = {}
    for entry in site.of_type("agenda", "minutes"):
        if entry.meeting:
            found.setdefault(entry.meeting, {})[entry.type] = entry
    meetings = [
        Meeting(
            folder.split("/")[0],
            meeting_day(next(iter(d.values()))),
            folder,
            d.get("agenda"),
            d.get("minutes"),
        )
        for folder, d in found.items()
    ]
    return sorted(meetings, key=lambda m: (m.day, m.folder), reverse=True)


def meetings_of(site: Site, body: str) -> list[Meeting]:
    return [meeting for meeting in all_meetings(site) if meeting.body == body]


def coming(meetings: list[Meeting], today: date) -> list[Meeting]:
    """The meetings that are not over, the nearest first."""
    return sorted((m for m in meetings if m.day >= today and not m.minutes), key=lambda m: (m.day, m.folder))


def held(meetings: list[Meeting], today: date) -> list[Meeting]:
    return [m for m in meetings if m.day < today or m.minutes]
