"""The page of a meeting's minutes: how to seek change first of all, then each § with its remedy (KomL 140 §)."""

from __future__ import annotations

from markupsafe import Markup

from kommun.content.document import Entry
from kommun.content.markdown import Heading
from kommun.deadlines import deemed_notified
from kommun.plan import names_through

from ..context import PageContext, gone_after
from ..meetings import day_of
from ..page import in_own_language
from ..parts import ListedFile, attachments, facts, file_rows, link, listed_files, meeting_links, size_in_words
from ..remedies import RemedyRow, remedies
from ..text import shown_text


def compose(context: PageContext, entry: Entry) -> str:
    rows = remedies(context, entry)
    document = entry.in_language(context.lang)
    files = listed_files(context, entry)
    blocks = _beside_sections(context, entry, rows, files)
    placed = {h.section for h in blocks}
    parts = (
        _facts(context, entry),
        _appeals(context, entry, rows),
        in_own_language(context, document, shown_text(context, entry, document, blocks)),
        attachments(context, [file for file in files if file.section not in placed]),
        meeting_links(context, entry),
    )
    return "\n\n".join(part for part in parts if part)


def _facts(context: PageContext, entry: Entry) -> str:
    minutes = entry.in_language(context.lang).facts
    body = context.site.body_of(entry)
    viewing = minutes.viewing  # type: ignore[attr-defined]
    return facts(
        context,
        entry,
        [
            ("body", link(context, body.key) if body else ""),
            ("meeting", context.day(day_of(entry.meeting or ""), "weekday")),
            ("time", minutes.time),  # type: ignore[attr-defined]
            ("place", minutes.place),  # type: ignore[attr-defined]
            ("number", minutes.number),  # type: ignore[attr-defined]
            ("adjusted", context.day(entry.facts.adjusted)),
            ("published", context.day(entry.facts.published)),
            ("viewing", f"{context.day(viewing.date)}, {viewing.place}"),
            ("document", _document(context, entry)),
        ],
    )


def _document(context: PageContext, entry: Entry) -> Markup | str:
    """The signed minutes, for as long as the names in them may be seen."""
    row = next((r for r in file_rows(entry, context) if r.attachment is None), None)
    if row is None or not row.visible:
        return ""
    size = size_in_words(context.site.size(row.path))
    name = context.words["facts"]["document"]
    until = gone_after(names_through(context.site.library, entry))
    return Markup('<span{}><a href="{}">{} (PDF, {})</a></span>').format(until, context.to_file(row.path), name, size)


def _appeals(context: PageContext, entry: Entry, rows: list[RemedyRow]) -> str:
    words = context.words["appeal"]
    published = entry.facts.published
    day = deemed_notified(published, context.site.settings.lifecycle)
    deemed = words["deemed"].format(published=context.day(published), deemed=context.day(day))
    hour = context.site.settings.lifecycle.closing_hour
    return f"## {words['title']} {{#andring}}\n\n" + context.render("appeal", rows=rows, deemed=deemed, hour=hour)


def _beside_sections(
    context: PageContext, entry: Entry, rows: list[RemedyRow], files: list[ListedFile]
) -> dict[Heading, str]:
    """Under each § heading: its remedy, and the attachments that belong to it."""
    document = entry.in_language(context.lang)
    by_section = {number: row for row in rows for number in row.sections}
    foreign = context.lang if document.lang != context.lang else ""
    return {
        heading: context.render(
            "section",
            row=by_section.get(heading.section),
            files=[file for file in files if file.section == heading.section],
            lang=foreign,
        )
        for heading in document.shown.headings
        if heading.level == 2 and heading.section is not None
    }
