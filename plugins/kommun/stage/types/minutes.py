"""The page of a meeting's minutes: how to seek change first of all, then the text and the attachments (KomL 140 §)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from markupsafe import Markup

from kommun.content.body import BodyKind
from kommun.content.document import Entry
from kommun.content.meeting import Remedy
from kommun.deadlines import days_for, deemed_notified, last_day

from ..context import PageContext
from ..parts import attachments, facts, file_rows, link, meeting_day, own_text, size_in_words


@dataclass(frozen=True)
class RemedyRow:
    sections: str
    remedy: str
    to: str
    last: str
    left: str
    note: str


def compose(context: PageContext, entry: Entry) -> str:
    minutes = entry.in_language(context.lang).facts
    body = context.site.body_of(entry)
    viewing = minutes.viewing  # type: ignore[attr-defined]
    head = facts(
        context,
        entry,
        [
            ("body", link(context, body.key) if body else ""),
            ("meeting", context.day(meeting_day(entry), "weekday")),
            ("time", minutes.time),  # type: ignore[attr-defined]
            ("place", minutes.place),  # type: ignore[attr-defined]
            ("number", minutes.number),  # type: ignore[attr-defined]
            ("adjusted", context.day(entry.facts.adjusted)),
            ("published", context.day(entry.facts.published)),
            ("viewing", f"{context.day(viewing.date)}, {viewing.place}"),
            ("document", _document(context, entry)),
        ],
    )
    parts = (head, _appeals(context, entry), own_text(context, entry), attachments(context, entry))
    return "\n\n".join(part for part in parts if part)


def _document(context: PageContext, entry: Entry) -> Markup | str:
    """The signed minutes, for as long as the names in them may be seen."""
    row = next((r for r in file_rows(entry, context) if r.attachment is None), None)
    if row is None or not row.visible:
        return ""
    size = size_in_words(context.site.library.files[row.path].size)
    name = context.words["facts"]["document"]
    return Markup('<a href="{}">{} (PDF, {})</a>').format(context.to_file(row.path), name, size)


def _closing(context: PageContext, last: date) -> str:
    """The last day with the hour at which the office closes (lag 150/1930 6 §)."""
    hour = context.site.settings.lifecycle.closing_hour
    return str(context.words["appeal"]["closing"]).format(day=context.day(last, "weekday"), hour=hour)


def _receiver(remedy: Remedy, body: Entry | None) -> str:
    """Who gets the request: the body itself, for a section the body it belongs to (KomL 134 § 2 mom.), or the court."""
    if remedy is not Remedy.RECONSIDERATION:
        return "court"
    return "parent_body" if body and body.facts.kind is BodyKind.SECTION else "body"


def _appeals(context: PageContext, entry: Entry) -> str:
    body = context.site.body_of(entry)
    words = context.words["appeal"]
    options = context.site.settings.lifecycle
    published = entry.facts.published
    reasons = [appeal.reason for appeal in entry.in_language(context.lang).facts.appeal]  # type: ignore[attr-defined]
    rows = []
    for appeal, reason in zip(entry.facts.appeal, reasons, strict=True):
        open_ = appeal.remedy is not Remedy.NONE
        last = last_day(published, days_for(appeal.remedy, options), options)
        over = context.site.today > last
        rows.append(
            RemedyRow(
                sections=in_ranges(appeal.sections),
                remedy=context.words["remedies"][appeal.remedy.value],
                to=words[_receiver(appeal.remedy, body)] if open_ else "",
                last=_closing(context, last) if open_ else "",
                left=(words["over"] if over else context.left(last)) if open_ else "",
                note=words["reason"].format(reason=reason) if reason else "",
            )
        )
    deemed = words["deemed"].format(
        published=context.day(published), deemed=context.day(deemed_notified(published, options))
    )
    return f"## {words['title']} {{#andring}}\n\n" + context.render("appeal", rows=rows, deemed=deemed)


def in_ranges(sections: tuple[int, ...]) -> str:
    """The numbers of §§ as people write them: `§ 120–125, 131`."""
    runs: list[list[int]] = []
    for number in sorted(set(sections)):
        if runs and number == runs[-1][1] + 1:
            runs[-1][1] = number
        else:
            runs.append([number, number])
    return "§ " + ", ".join(str(a) if a == b else f"{a}–{b}" for a, b in runs)
