"""A general page: the editors' text and the attachments."""

from __future__ import annotations

from kommun.content.document import Entry

from ..context import PageContext
from ..parts import all_attachments, own_text


def compose(context: PageContext, entry: Entry) -> str:
    return "\n\n".join(part for part in (own_text(context, entry), all_attachments(context, entry)) if part)
