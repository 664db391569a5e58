"""All visible news, the newest first."""

from __future__ import annotations

from ..context import PageContext
from ..page import summary
from ..parts import newest_first


def compose(context: PageContext) -> str:
    news = [(entry, summary(context, entry)) for entry in newest_first(context.site.of_type("news"))]
    return context.render("news", news=news) if news else str(context.words["news_hub"]["none"])
