"""A body's page: its duty, its members, its coming meetings, and its meetings by year."""

from __future__ import annotations

from itertools import groupby

from kommun.content.document import Entry

from ..context import PageContext
from ..meetings import Meeting, coming, held, of_body
from ..parts import facts, link, own_text


def compose(context: PageContext, entry: Entry) -> str:
    words = context.words["body"]
    unit = context.site.unit_of(entry)
    found = of_body(context.site.meetings.values(), entry.key.split("/")[1])
    soon = coming(found, context.site.today)
    parts = [
        facts(context, entry, [("unit", link(context, unit.key) if unit else "")]),
        own_text(context, entry),
        _members(context, entry),
        _section(words["coming"], "kommande", context.render("meetings", meetings=soon)) if soon else "",
        _section(words["meetings"], "sammantraden", _by_year(context, entry, held(found, context.site.today))),
    ]
    return "\n\n".join(part for part in parts if part)


def _section(title: str, anchor: str, content: str) -> str:
    return f"## {title} {{#{anchor}}}\n\n{content}"


def _members(context: PageContext, entry: Entry) -> str:
    members = entry.in_language(context.lang).facts.members  # type: ignore[attr-defined]
    if not members:
        return ""
    return _section(context.words["body"]["members"], "ledamoter", context.render("members", members=members))


def _by_year(context: PageContext, entry: Entry, meetings: list[Meeting]) -> str:
    if not entry.facts.publishes_minutes:
        note = context.render("note", text=context.words["body"]["not_published"])
        return note if not meetings else note + "\n\n" + _years(context, meetings)
    return _years(context, meetings) if meetings else context.render("note", text=context.words["body"]["none"])


def _years(context: PageContext, meetings: list[Meeting]) -> str:
    years = [(year, list(group)) for year, group in groupby(meetings, key=lambda m: m.day.year)]
    return "\n\n".join(
        f"### {year} {{#ar-{year}}}\n\n" + context.render("meetings", meetings=group) for year, group in years
    )
