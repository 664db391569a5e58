"""Two states of the content side by side: which documents differ, and what that means for the site."""

from __future__ import annotations

import difflib
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from kommun.content.document import Document, Entry
from kommun.deadlines import days_for, last_day
from kommun.finding import Finding
from kommun.identity_codes import without_codes
from kommun.personal_data import without_marks
from kommun.plan import Row
from kommun.prepared import Prepared

_CONTEXT = 1


@dataclass(frozen=True)
class Change:
    """One source file that differs."""

    path: str
    title: str
    what: str
    """`added`, `removed` or `changed`."""
    row: Row | None
    """When it is seen as proposed; None where it is removed."""
    before: Row | None
    seen_before: bool
    deadlines: tuple[tuple[str, str, date], ...] = ()
    """Remedy, its §§, and its last day."""
    text: tuple[str, ...] = ()
    """The lines of its text that differ, each with `+`, `-` or a space in front."""


@dataclass(frozen=True)
class Review:
    """What a proposal does."""

    today: date
    changes: tuple[Change, ...]
    files_added: tuple[str, ...]
    """Attachments that are seen today and were not before."""
    files_gone: tuple[str, ...]
    findings: tuple[Finding, ...] = field(default=())
    """What the check says of the proposal."""
    known: frozenset[Finding] = frozenset()
    """Findings that the state before had too."""

    @property
    def publication(self) -> date | None:
        """The first coming day on which something of the proposal appears."""
        days = [c.row.start for c in self.changes if c.row and c.row.start and c.row.start > self.today]
        return min(days, default=None)


def compare(before: Prepared, after: Prepared) -> Review:
    """What differs from one state of the content to the other, on one day."""
    old, new = before.library.by_path, after.library.by_path
    changes = [
        _change(before, after, old.get(path), new.get(path), path)
        for path in sorted({*old, *new, *after.library.unread, *before.library.unread})
        if _differs(before, after, path)
    ]
    seen_before, seen_now = before.plan.files, after.plan.files
    return Review(
        after.plan.today,
        tuple(changes),
        tuple(sorted(seen_now - seen_before)),
        tuple(sorted(seen_before - seen_now)),
        tuple(after.findings),
        frozenset(before.findings),
    )


def _differs(before: Prepared, after: Prepared, path: str) -> bool:
    def written(prepared: Prepared) -> bytes | None:
        file = prepared.library.root / path
        return file.read_bytes() if file.is_file() else None

    return written(before) != written(after)


def _change(before: Prepared, after: Prepared, old: Document | None, new: Document | None, path: str) -> Change:
    document = new or old
    there, was = after.plan.rows.get(path), before.plan.rows.get(path)
    what = "removed" if there is None else "added" if was is None else "changed"
    entry = after.library.entries.get(new.key) if new else None
    return Change(
        path,
        _readable(document.title, document) if document else path.rpartition("/")[2],
        what,
        there,
        was,
        bool(was and was.visible),
        tuple(_deadlines(entry, after)) if entry and new is entry.main else (),
        tuple(_difference(old, new)),
    )


def _deadlines(entry: Entry, prepared: Prepared) -> Iterator[tuple[str, str, date]]:
    options, facts = prepared.library.settings.lifecycle, entry.facts
    if facts.published is None:
        return
    for appeal in getattr(facts, "appeal", ()):
        sections = ", ".join(str(number) for number in appeal.sections)
        yield appeal.remedy.value, sections, last_day(facts.published, days_for(appeal.remedy, options), options)
    if days := getattr(facts, "appeal_days", None):
        yield "notice", "", last_day(facts.published, days, options)


def _difference(old: Document | None, new: Document | None) -> Iterator[str]:
    """The lines that differ, without personal data: nobody can take it out of a pull request again."""
    before, after = (_lines(document) if document else [] for document in (old, new))
    told = difflib.unified_diff(before, after, lineterm="", n=_CONTEXT)
    for line in list(told)[2:]:
        yield "…" if line.startswith("@@") else line


def _lines(document: Document) -> list[str]:
    return [line for line in _readable(document.shown.source, document).split("\n") if line.strip()]


def _readable(text: str, document: Document) -> str:
    return without_codes(without_marks(text, document.lang, False))
