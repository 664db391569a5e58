"""A meeting's page: when and where, its call and agenda or its minutes, its matters, and the attachments."""

from __future__ import annotations

from kommun.content.document import Entry

from ..context import PageContext
from ..parts import all_attachments, around, facts, link


def compose(context: PageContext) -> str:
    meeting = context.site.meetings[context.key]
    words = context.words["meeting"]
    newest = meeting.documents[-1]
    links = context.render("meeting_links", key=context.key, around=around(context, context.key))
    listed = context.render("meeting_documents", documents=meeting.documents)
    parts = [
        _facts(context, newest),
        f"## {words['documents']} {{#handlingar}}\n\n{listed}",
        _matters(context, newest),
        all_attachments(context, newest),
        links,
    ]
    return "\n\n".join(part for part in parts if part)


def _facts(context: PageContext, entry: Entry) -> str:
    meeting = context.site.meetings[context.key]
    document = entry.in_language(context.lang).facts
    body = context.site.body_of(entry)
    return facts(
        context,
        entry,
        [
            ("body", link(context, body.key) if body else ""),
            ("meeting", context.day(meeting.day, "weekday")),
            ("time", document.time),  # type: ignore[attr-defined]
            ("place", document.place),  # type: ignore[attr-defined]
            ("number", document.number),  # type: ignore[attr-defined]
        ],
    )


def _matters(context: PageContext, entry: Entry) -> str:
    """The §§ of the meeting, each as a link to its place in the document."""
    document = entry.in_language(context.lang)
    matters = [h for h in document.shown.headings if h.level == 2 and h.section is not None]
    if not matters:
        return ""
    lang = document.lang if document.lang != context.lang else ""
    listed = context.render("matters", entry=entry, matters=matters, lang=lang)
    return f"## {context.words['meeting']['contents']} {{#arenden}}\n\n{listed}"
