"""All bodies, the coming meetings and the newest minutes."""

from __future__ import annotations

from ..context import PageContext
from ..feeds import feed_link
from ..meetings import coming
from ..parts import document_list, newest_first

_NEWEST = 10
_ORDER = ("council", "board", "committee", "section", "working_group")


def compose(context: PageContext) -> str:
    words = context.words["meetings"]
    soon = coming(context.site.meetings.values(), context.site.today)
    newest = newest_first(context.site.of_type("minutes"))[:_NEWEST]
    groups: dict[str, str] = {}
    for kind in _ORDER:
        bodies = [b for b in context.site.of_type("body") if b.facts.kind and b.facts.kind.value == kind]
        if bodies:
            title = context.words["body_groups"][kind]
            groups[title] = groups.get(title, "") + context.render("bodies", bodies=context.sorted_by_title(bodies))
    return "\n\n".join(
        [
            *(
                f"## {title} {{#organ-{number + 1}}}\n\n{content}"
                for number, (title, content) in enumerate(groups.items())
            ),
            f"## {words['coming']} {{#kommande}}\n\n"
            + (context.render("meetings", meetings=soon, with_body=True) if soon else words["none_coming"])
            + f"\n\n{feed_link(context, 'meetings')}",
            f"## {words['newest']} {{#nyaste}}\n\n"
            + (document_list(context, newest) if newest else words["none_newest"])
            + f"\n\n{feed_link(context, 'minutes')}",
        ]
    )
