"""The agendas and minutes that stand or have stood, and the §§ and files they show or have shown.

The one place of the open data that looks at what may no longer be seen. It hands on
nothing of it but what addresses are made of: a source that is gone has no `entry`, a file
that is gone no `attachment`.
What never stood, drafts and coming and confidential things, is not handed on at all.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from kommun.content.document import Document, Entry
from kommun.content.fields import Attachment
from kommun.content.markdown import Text
from kommun.lifecycle import DAY, Span
from kommun.personal_data import without_marks
from kommun.plan import FileRow, names_through

from ..site import Site
from .days import Days

_STOOD = ("shown", "document-gone", "personal-data")
"""The plan's reasons for files that stood at least while their document did."""


@dataclass(frozen=True)
class Source:
    """An agenda or minutes."""

    key: str
    meeting: str
    days: Days
    items: tuple[str, ...]
    """The keys of its §§, in order."""
    place: str
    entry: Entry | None = None
    """None where it is gone."""


@dataclass(frozen=True)
class Listing:
    """A file as one agenda or minutes shows or showed it."""

    path: str
    source: Source
    item: str
    """The § it belongs to; '' where it belongs to the meeting."""
    days: Days
    attachment: Attachment | None = None
    """None where it is gone, and for the signed minutes."""


def sources(site: Site) -> list[Source]:
    """Every agenda and minutes that stands or has stood, in the order of their keys."""
    found = (_source(site, entry) for entry in site.library.of_type("agenda", "minutes"))
    return sorted((source for source in found if source), key=lambda source: source.key)


def _source(site: Site, entry: Entry) -> Source | None:
    row = site.plan.rows[entry.main.path]
    days = Days(site.today, (Span(row.start, row.end),))
    # Without a first day it is no agenda and no minutes that anybody may see.
    if entry.meeting is None or row.start is None or not days.begun:
        return None
    items = tuple(key for key, _ in item_keys(entry.main.shown, entry.meeting))
    shown = entry if days.stands else None
    return Source(entry.key, entry.meeting, days, items, place(entry.main), shown)


def place(document: Document) -> str:
    """Where the meeting is; open data never holds a marked name, not even while the page shows it."""
    return without_marks(getattr(document.facts, "place", None) or "", document.lang, False)


def item_keys(text: Text, meeting: str) -> Iterator[tuple[str, int]]:
    """The key of each § and its place among the headings; a number that returns gets one of its own."""
    seen: dict[int, int] = {}
    for at, heading in enumerate(text.headings):
        if heading.level == 2 and heading.section is not None:
            seen[heading.section] = again = seen.get(heading.section, 0) + 1
            yield item_key(meeting, heading.section) + (f"/{again}" if again > 1 else ""), at


def item_key(meeting: str, number: int) -> str:
    """The same in agenda and minutes: it is the same matter."""
    return f"{meeting}/{number}"


def listings(site: Site, found: list[Source]) -> list[Listing]:
    """Every file that a source shows or showed, language versions apart."""
    return [listing for source in found for listing in _listings(site, source)]


def _listings(site: Site, source: Source) -> Iterator[Listing]:
    entry = site.library.entries[source.key]
    through = names_through(site.library, entry)
    for row in site.plan.rows[entry.main.path].attachments:
        span = _span(entry, row, source.days.spans[0], through)
        days = Days(site.today, (span,))
        if not days.begun:
            continue
        section = row.attachment.section if row.attachment else None
        item = item_key(source.meeting, section) if section is not None else ""
        shown = row.attachment if days.stands else None
        for path in site.library.versions_of(row.path):
            yield Listing(path, source, item if item in source.items else "", days, shown)


def _span(entry: Entry, row: FileRow, stood: Span, names: date | None) -> Span:
    """The days on which a document shows one of its files; `names` is the last day for personal data."""
    if row.reason not in _STOOD:
        return Span(never=row.reason)
    attachment = row.attachment
    if attachment and not attachment.personal_data:
        return stood
    if attachment and attachment.redacted and row.path == entry.main.file_of(attachment.redacted):
        return replace(stood, start=names + DAY) if names else Span(never=row.reason)
    return replace(stood, end=min(names, stood.end or names)) if names else stood
