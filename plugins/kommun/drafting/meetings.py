"""What earlier meetings of a body tell about the next: numbers that run on, times and places that stay the same."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from kommun.clock import parse_date
from kommun.content.document import Document, Entry
from kommun.content.library import Library
from kommun.content.secrecy import secret_sections

_NUMBER = re.compile(r"(\d{1,4})/(\d{4})")


def day_of_meeting(entry: Entry) -> date:
    return parse_date(str(entry.meeting).split("/")[1][:10])


def documents_of(library: Library, body: str) -> list[Entry]:
    """The agendas and minutes of a body, the latest first."""
    found = [e for e in library.of_type("agenda", "minutes") if e.body == body and e.meeting]
    return sorted(found, key=lambda entry: (str(entry.meeting), entry.type), reverse=True)


def usual(library: Library, body: str, key: str, *types: str) -> str:
    """What stood in the latest document that has the key."""
    rows = (getattr(e.facts, key, None) for e in documents_of(library, body) if not types or e.type in types)
    return str(next((value for value in rows if value), ""))


def usual_viewing_place(library: Library, body: str) -> str:
    rows = (getattr(entry.facts, "viewing", None) for entry in documents_of(library, body))
    return str(next((viewing.place for viewing in rows if viewing), ""))


def next_number(library: Library, body: str, day: date) -> str:
    """`14/2026` after `13/2026`; the first of a year where no meeting of that year has a number."""
    rows = (_NUMBER.fullmatch(str(getattr(entry.facts, "number", ""))) for entry in documents_of(library, body))
    numbers = [int(row[1]) for row in rows if row and int(row[2]) == day.year]
    return f"{max(numbers, default=0) + 1}/{day.year}"


def next_section(library: Library, body: str, day: date) -> int:
    """Paragraphs run on through the year: the number after the last one that was used before the day."""
    numbers = [
        number
        for entry in documents_of(library, body)
        if day_of_meeting(entry).year == day.year and day_of_meeting(entry) <= day
        for document in entry.versions.values()
        for number in document.text.sections
    ]
    return max(numbers, default=0) + 1


def awaiting_minutes(library: Library, body: str, today: date) -> str:
    """The folder of the latest meeting that has been held and has an agenda but no minutes; '' where there is none."""
    return next(
        (
            str(entry.meeting).split("/")[1]
            for entry in documents_of(library, body)
            if entry.type == "agenda" and day_of_meeting(entry) <= today and not library.minutes_of(str(entry.meeting))
        ),
        "",
    )


def agenda_of(library: Library, body: str, folder: str) -> Entry | None:
    entry = library.entries.get(f"meetings/{body}/{folder}/agenda")
    return entry if entry and entry.type == "agenda" else None


def headings_of(document: Document) -> tuple[str, ...]:
    """The headings of the §§ as they are written, with the marks of personal data.

    Of a matter that is secret as a whole only what anybody may read, and its mark: what the minutes
    say under it is then withheld too.
    """
    return tuple(_headings(document))


def _headings(document: Document) -> Iterator[str]:
    secret = secret_sections(document.text)
    lines = document.shown.source.split("\n")
    for heading in document.shown.headings:
        if heading.level != 2 or heading.section is None:
            continue
        if heading.section in secret:
            yield f"{heading.text} {{sekretess: {secret[heading.section]}}}"
        else:
            yield lines[heading.line].lstrip("#").strip().rstrip("#").rstrip()
