"""A piece of news: its day, the text and the attachments."""

from __future__ import annotations

from kommun.content.document import Entry

from ..context import PageContext
from ..parts import all_attachments, facts, link, own_text


def compose(context: PageContext, entry: Entry) -> str:
    unit = context.site.unit_of(entry)
    head = facts(
        context,
        entry,
        [("published", context.day(entry.facts.published)), ("unit", link(context, unit.key) if unit else "")],
    )
    return "\n\n".join(part for part in (head, own_text(context, entry), all_attachments(context, entry)) if part)
