"""From when and through when a document stands, and what takes its place (CONTENT.md section 4)."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta

from .content.body import BodyKind
from .content.document import Entry
from .content.library import Library
from .content.meeting import Remedy
from .deadlines import add_years

DAY = timedelta(days=1)


@dataclass(frozen=True)
class Span:
    """The days on which a document may be seen, both included; None is open-ended.

    `never` names why it is not to be seen on any day.
    """

    start: date | None = None
    end: date | None = None
    never: str = ""

    def holds(self, day: date) -> bool:
        if self.never or (self.start and self.end and self.end < self.start):
            return False
        return (self.start is None or self.start <= day) and (self.end is None or day <= self.end)


def span(entry: Entry, library: Library, withheld: Collection[str] = ()) -> Span:
    """When an entry may be seen. `withheld` are the keys held back for an error of their own."""
    if entry.key in withheld:
        return Span(never="withheld")
    if entry.broken:
        return Span(never="broken")
    facts = entry.facts
    if entry.type == "agenda":
        return _agenda(entry, library, withheld)
    if entry.type == "minutes":
        never = missing_for_minutes(entry, library, withheld)
        if never:
            return Span(never=never)
        return Span(facts.published, add_years(facts.published, library.settings.lifecycle.minutes_years))
    if entry.type in ("page", "unit", "body"):
        return Span(facts.published, facts.expires)
    if facts.published is None:
        return Span(never="draft")
    if entry.type in ("notice", "alert") and facts.expires is None:
        return Span(never="no-end")
    return Span(facts.published, facts.expires)


def _agenda(entry: Entry, library: Library, withheld: Collection[str]) -> Span:
    facts = entry.facts
    if facts.published is None:
        return Span(never="draft")
    if facts.sent is None:
        return Span(never="not-sent")
    end: date | None = facts.expires
    minutes = library.minutes_of(entry.meeting or "")
    if minutes:
        replaced = span(minutes, library, withheld)
        if not replaced.never and replaced.start:
            before = replaced.start - DAY
            end = min(end, before) if end else before
    return Span(max(facts.published, facts.sent), end)


def missing_for_minutes(entry: Entry, library: Library, withheld: Collection[str] = ()) -> str:
    """What keeps minutes off the site on every day; '' where they are complete and may be published."""
    facts = entry.facts
    if facts.published is None:
        return "draft"
    if facts.adjusted is None:
        return "not-adjusted"
    if facts.viewing is None:
        return "no-viewing"
    body = library.bodies.get(entry.body or "")
    if body is None or body.broken or body.key in withheld:
        return "no-body"
    if not body.facts.publishes_minutes:
        return "body-does-not-publish"
    if body.facts.kind is BodyKind.WORKING_GROUP and not body.facts.publication_decision:
        return "no-publication-decision"
    if any(a.is_public and entry.main.file_of(a.file) not in library.files for a in facts.attachments):
        return "attachment-missing"
    if not appeals_cover(entry):
        return "appeal-incomplete"
    return ""


def appeals_cover(entry: Entry) -> bool:
    """Whether every § of the minutes has exactly one entry under `appeal` (KomL 141 §)."""
    covered = [number for appeal in entry.facts.appeal for number in appeal.sections]
    return len(covered) == len(set(covered)) and all(
        set(document.text.sections) <= set(covered) and len(document.text.sections) == len(set(document.text.sections))
        for document in entry.versions.values()
    )


def can_be_appealed(entry: Entry) -> bool:
    return any(appeal.remedy is not Remedy.NONE for appeal in entry.facts.appeal)
