"""What stands below the start page's text: notices that end soon, news, and meetings."""

from __future__ import annotations

from ..context import PageContext
from ..meetings import coming
from ..page import summary
from ..parts import document_list, newest_first
from .notices import by_end

_ROWS = 4


def compose(context: PageContext) -> str:
    site, words, stage = context.site, context.words["start"], context.site.settings.stage
    notices = by_end(site)[:_ROWS]
    news = [(entry, summary(context, entry)) for entry in newest_first(site.of_type("news"))[:_ROWS]]
    soon = coming(site.meetings.values(), site.today)[:_ROWS]
    minutes = newest_first(site.of_type("minutes"))[:_ROWS]
    decisions = (context.render("meetings", meetings=soon, with_body=True) + "\n\n" if soon else "") + (
        document_list(context, minutes) if minutes else ""
    )
    parts = [
        ("notices", context.render("notices", notices=notices) if notices else "", f"{stage.notices}/index"),
        ("news", context.render("news", news=news) if news else "", f"{stage.news}/index"),
        ("meetings", decisions, "meetings/index"),
    ]
    sections = [
        f'<section markdown="1">\n\n## {words[name]} {{#{name}}}\n\n{content}\n\n'
        + context.render("onwards", address=context.to(hub), text=words[f"all_{name}"])
        + "\n\n</section>"
        for name, content, hub in parts
        if content
    ]
    return '<div class="now" markdown="1">\n\n' + "\n\n".join(sections) + "\n\n</div>"
