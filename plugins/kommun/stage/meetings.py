"""The meetings of which something may be seen: a call, minutes, or both in turn."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from kommun.clock import parse_date
from kommun.content.document import Entry


@dataclass(frozen=True)
class Meeting:
    """A meeting with the documents of it that may be seen today."""

    body: str
    day: date
    folder: str
    """`kommunstyrelsen/2026-11-02`."""
    agenda: Entry | None = None
    minutes: Entry | None = None

    @property
    def documents(self) -> tuple[Entry, ...]:
        return tuple(entry for entry in (self.agenda, self.minutes) if entry)


def visible_meetings(entries: Iterable[Entry]) -> list[Meeting]:
    """The meetings that some visible agendas and minutes belong to, the newest first."""
    found: dict[str, dict[str, Entry]] = {}
    for entry in entries:
        if entry.meeting:
            found.setdefault(entry.meeting, {})[entry.type] = entry
    meetings = [
        Meeting(folder.split("/")[0], day_of(folder), folder, documents.get("agenda"), documents.get("minutes"))
        for folder, documents in found.items()
    ]
    return sorted(meetings, key=lambda m: (m.day, m.folder), reverse=True)


def day_of(meeting: str) -> date:
    """The day in the name of a meeting's folder."""
    return parse_date(meeting.split("/")[1][:10])


def of_body(meetings: Iterable[Meeting], body: str) -> list[Meeting]:
    return [meeting for meeting in meetings if meeting.body == body]


def coming(meetings: Iterable[Meeting], today: date) -> list[Meeting]:
    """The meetings that are not over, the nearest first."""
    return sorted((m for m in meetings if m.day >= today and not m.minutes), key=lambda m: (m.day, m.folder))


def held(meetings: Iterable[Meeting], today: date) -> list[Meeting]:
    return [m for m in meetings if m.day < today or m.minutes]


def neighbours(meetings: list[Meeting], folder: str) -> tuple[Meeting | None, Meeting | None]:
    """The meeting before and the meeting after one, of a list with the newest first."""
    at = next(n for n, meeting in enumerate(meetings) if meeting.folder == folder)
    before = meetings[at + 1] if at + 1 < len(meetings) else None
    return before, meetings[at - 1] if at else None
