"""All visible news, the newest first."""

from __future__ import annotations

from ..context import PageContext
from ..feeds import feed_link
from ..page import summary
from ..parts import newest_first


def compose(context: PageContext) -> str:
    news = [(entry, summary(context, entry)) for entry in newest_first(context.site.of_type("news"))]
    shown = context.render("news", news=news) if news else str(context.words["news"]["none"])
    return f"{shown}\n\n{feed_link(context, 'news')}"
