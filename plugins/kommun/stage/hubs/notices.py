"""The notice board: every running notice, the one that ends first on top."""

from __future__ import annotations

from kommun.content.document import Entry

from ..context import PageContext
from ..feeds import feed_link
from ..site import Site


def compose(context: PageContext) -> str:
    words = context.words["notices"]
    notices = by_end(context.site)
    board = context.render("notices", notices=notices) if notices else words["none"]
    return "\n\n".join([board, context.render("note", text=words["why"]), feed_link(context, "notices")])


def by_end(site: Site) -> list[Entry]:
    return sorted(site.of_type("notice"), key=lambda entry: (entry.facts.expires, entry.key))
