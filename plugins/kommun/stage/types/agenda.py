"""An agenda's page: when and where the meeting is, its matters and the attachments (KomL 29 §)."""

from __future__ import annotations

from kommun.content.document import Entry

from ..context import PageContext
from ..meetings import day_of
from ..parts import all_attachments, facts, link, meeting_links, own_text


def compose(context: PageContext, entry: Entry) -> str:
    agenda = entry.in_language(context.lang).facts
    body = context.site.body_of(entry)
    head = facts(
        context,
        entry,
        [
            ("body", link(context, body.key) if body else ""),
            ("meeting", context.day(day_of(entry.meeting or ""), "weekday")),
            ("time", agenda.time),  # type: ignore[attr-defined]
            ("place", agenda.place),  # type: ignore[attr-defined]
            ("number", agenda.number),  # type: ignore[attr-defined]
            ("sent", context.day(entry.facts.sent)),
        ],
    )
    notes = [agenda.supersedes_note, context.words["meeting"]["replaced"]]  # type: ignore[attr-defined]
    note = "\n\n".join(context.render("note", text=text) for text in notes if text)
    files = all_attachments(context, entry)
    parts = (head, note, own_text(context, entry), files, meeting_links(context, entry))
    return "\n\n".join(part for part in parts if part)
