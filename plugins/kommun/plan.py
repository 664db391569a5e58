"""What may be seen today, and why: a pure function of the library and the day."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta

from .content.document import Document, Entry
from .content.fields import Access, Attachment, AttachmentKind
from .content.library import Library
from .content.secrecy import secret_sections
from .deadlines import last_appeal_day
from .lifecycle import DAY, Span, span

FAR = timedelta(days=60)


@dataclass(frozen=True)
class FileRow:
    """One attachment of one document on the day."""

    path: str
    visible: bool
    reason: str
    attachment: Attachment | None = None


@dataclass(frozen=True)
class Row:
    """One source file on the day. `start` and `end` are whole days, both included."""

    path: str
    key: str
    type: str
    visible: bool
    reason: str
    start: date | None
    end: date | None
    attachments: tuple[FileRow, ...] = ()


@dataclass
class Plan:
    """What the site holds on one day."""

    today: date
    rows: dict[str, Row] = field(default_factory=dict)
    entries: dict[str, Entry] = field(default_factory=dict)
    """The visible entries by key."""
    files: frozenset[str] = frozenset()
    """The visible attachments, language versions included."""
    changes: tuple[tuple[date, str, str], ...] = ()
    """What appears, disappears or loses its personal data after today: day, path, what."""
    personal_data_shown: frozenset[str] = frozenset()
    """Keys of minutes whose personal data may still be shown."""

    @property
    def next_change(self) -> date | None:
        return self.changes[0][0] if self.changes else None

    def sees(self, key: str) -> bool:
        return key in self.entries or key in self.files


def make_plan(library: Library, today: date, withheld: Collection[str] = ()) -> Plan:
    """The plan of a day; `withheld` are keys held back for errors of their own."""
    spans = {key: span(entry, library, withheld) for key, entry in library.entries.items()}
    plan = Plan(today)
    plan.entries = {key: library.entries[key] for key, s in spans.items() if s.holds(today)}
    plan.personal_data_shown = frozenset(k for k, e in plan.entries.items() if _may_show_names(library, e, today))
    secret = _secret_files(library)
    files: set[str] = set()
    for key, entry in library.entries.items():
        shown = key in plan.entries
        rows = tuple(_file_rows(library, entry, shown, key in plan.personal_data_shown, secret))
        if shown:
            for row in rows:
                if row.visible:
                    files.update(library.versions_of(row.path))
        for document in entry.versions.values():
            plan.rows[document.path] = _row(document, entry, spans[key], shown, today, rows)
    for path in library.unread:
        plan.rows[path] = Row(path, library.unread[path], _type_by_place(path), False, "unread", None, None)
    plan.files = frozenset(files)
    plan.changes = tuple(sorted(_changes(library, spans, today)))
    return plan


def names_through(library: Library, entry: Entry) -> date | None:
    """The last day on which the personal data of an entry is shown; None while the entry itself stands."""
    if entry.type != "minutes":
        return None
    return last_appeal_day(entry.facts, library.settings.lifecycle)


def _may_show_names(library: Library, entry: Entry, today: date) -> bool:
    through = names_through(library, entry)
    return through is None or today <= through


def _secret_files(library: Library) -> frozenset[str]:
    """Files that any document calls confidential, or that belong to a matter secret as a whole.

    Nobody else's listing may publish them.
    """
    secret: set[str] = set()
    for entry in library.entries.values():
        sections = {n for document in entry.versions.values() for n in secret_sections(document.text)}
        for _, attachment in entry.main.listed:
            if attachment.access is Access.CONFIDENTIAL or attachment.section in sections:
                secret.update(library.versions_of(entry.main.file_of(attachment.file)))
    return frozenset(secret)


def _file_rows(library: Library, entry: Entry, shown: bool, names: bool, secret: frozenset[str]) -> Iterator[FileRow]:
    sections = {n for d in entry.versions.values() for n in d.text.sections}
    for _, attachment in entry.main.listed:
        path = entry.main.file_of(attachment.file)
        reason = _why_withheld(attachment, path, library, names, secret, sections)
        if reason == "personal-data" and attachment.redacted:
            yield FileRow(path, False, reason, attachment)
            redacted = entry.main.file_of(attachment.redacted)
            there = redacted in library.files and redacted not in secret
            visible = shown and there
            yield FileRow(
                redacted, visible, "shown" if visible else "absent" if not there else "document-gone", attachment
            )
        elif reason:
            yield FileRow(path, False, reason, attachment)
        else:
            yield FileRow(path, shown, "shown" if shown else "document-gone", attachment)
    document = getattr(entry.facts, "document", None)
    if document:
        path = entry.main.file_of(document)
        # The signed minutes hold every name: they go when the names go.
        reason = "absent" if path not in library.files else "" if names else "personal-data"
        yield FileRow(path, shown and not reason, reason or ("shown" if shown else "document-gone"))


def _why_withheld(
    attachment: Attachment, path: str, library: Library, names: bool, secret: frozenset[str], sections: set[int]
) -> str:
    if attachment.access is Access.CONFIDENTIAL or path in secret:
        return "confidential"
    if attachment.kind is AttachmentKind.INFORMATION:
        return "information"
    if attachment.kind is AttachmentKind.SIDE_MATERIAL and attachment.section not in sections:
        return "not-referenced"
    if path not in library.files:
        return "absent"
    if attachment.personal_data and not names:
        return "personal-data"
    return ""


def _row(document: Document, entry: Entry, when: Span, shown: bool, today: date, files: tuple[FileRow, ...]) -> Row:
    if when.never:
        return Row(document.path, entry.key, entry.type, False, when.never, None, None, files)
    if shown:
        reason = "shown"
    elif when.start and today < when.start:
        reason = "coming"
    elif entry.type == "agenda":
        reason = "replaced"
    else:
        reason = "ended"
    return Row(document.path, entry.key, entry.type, shown, reason, when.start, when.end, files)


def _changes(library: Library, spans: dict[str, Span], today: date) -> Iterator[tuple[date, str, str]]:
    for key, when in spans.items():
        if when.never or (when.start and when.end and when.end < when.start):
            continue
        entry = library.entries[key]
        path = entry.main.path
        if when.start and when.start > today:
            yield when.start, path, "appears"
        if when.end and when.end >= today:
            yield when.end + DAY, path, "disappears"
        through = names_through(library, entry)
        if through and through >= today and (when.end is None or through < when.end) and _has_names(entry):
            yield through + DAY, path, "loses-names"


def _has_names(entry: Entry) -> bool:
    from .personal_data import has_marks

    return (
        any(a.personal_data for _, a in entry.main.listed)
        or bool(getattr(entry.facts, "document", None))
        or any(has_marks(d.text.source) or has_marks(d.title) for d in entry.versions.values())
    )


def _type_by_place(path: str) -> str:
    name = path.rsplit("/", 1)[-1].split(".")[0]
    return name if name in ("agenda", "minutes") else "page"
