"""An alert's own page: what it is, through when it holds, and its text."""

from __future__ import annotations

from kommun.content.document import Entry

from ..context import PageContext
from ..parts import all_attachments, facts, link, own_text


def compose(context: PageContext, entry: Entry) -> str:
    unit = context.site.unit_of(entry)
    head = facts(
        context,
        entry,
        [
            ("level", context.words["levels"][entry.facts.level.value]),
            ("published", context.day(entry.facts.published)),
            ("expires_alert", context.day(entry.facts.expires)),
            ("unit", link(context, unit.key) if unit else ""),
        ],
    )
    return "\n\n".join(part for part in (head, own_text(context, entry), all_attachments(context, entry)) if part)
