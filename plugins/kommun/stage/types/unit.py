"""A unit's page: the editors' text, with contact details and minutes where their headings stand (strategy 4.1)."""

from __future__ import annotations

from kommun.content.document import Document, Entry
from kommun.content.markdown import Heading

from ..context import PageContext
from ..page import in_own_language
from ..parts import all_attachments, attachments, document_list, listed_files, mail, newest_first
from ..text import shown_text


def compose(context: PageContext, entry: Entry) -> str:
    document = entry.in_language(context.lang)
    units = context.site.settings.units
    blocks: dict[Heading, str] = {}
    filled = ((units.contact, _contact(context, entry, document)), (units.minutes, _minutes(context, entry)))
    for words, block in filled:
        heading = next(
            (h for h in document.shown.headings if h.level == 2 and h.text == words.get(document.lang)), None
        )
        if heading and block:
            blocks[heading] = block
    text = in_own_language(context, document, shown_text(context, entry, document, blocks))
    words = context.words["unit"]
    return "\n\n".join(
        part
        for part in (
            text,
            _from_unit(context, entry, "notice", words["notices"], "kungorelser"),
            _from_unit(context, entry, "news", words["news"], "aktuellt"),
            attachments(context, listed_files(context, entry, "forms"), words["forms"], "blanketter"),
            all_attachments(context, entry),
            _section(words["links"], "lankar", _links(context, document)),
            _section(words["social"], "sociala-medier", _social(context, document)),
            _section(words["feedback"], "respons", _feedback(context, entry)),
        )
        if part
    )


def bodies_of(context: PageContext, unit: Entry) -> list[Entry]:
    """The visible bodies that a unit prepares matters for."""
    slug = unit.key.split("/")[1]
    return context.sorted_by_title([b for b in context.site.of_type("body") if b.facts.unit == slug])


def _section(title: str, anchor: str, content: str) -> str:
    return f"## {title} {{#{anchor}}}\n\n{content}" if content else ""


def _contact(context: PageContext, entry: Entry, document: Document) -> str:
    contact = document.facts.contact  # type: ignore[attr-defined]
    if contact is None:
        return ""
    words = context.words["unit"]
    rows = [
        (words["head"], document.facts.head),  # type: ignore[attr-defined]
        (words["email"], mail(contact.email) if contact.email else ""),
        (words["phone"], contact.phone),
        (words["address"], contact.address),
        (words["hours"], contact.hours),
    ]
    return context.render("facts", rows=[row for row in rows if row[1]], kind="contact")


def _minutes(context: PageContext, entry: Entry) -> str:
    if not entry.facts.publishes_minutes:
        return ""
    bodies = bodies_of(context, entry)
    slugs = {body.key.split("/")[1] for body in bodies}
    newest = newest_first([m for m in context.site.of_type("minutes") if m.body in slugs])
    return context.render("unit_minutes", minutes=newest[: context.site.settings.units.latest_minutes], bodies=bodies)


def _from_unit(context: PageContext, unit: Entry, kind: str, title: str, anchor: str) -> str:
    slug = unit.key.split("/")[1]
    entries = newest_first([e for e in context.site.of_type(kind) if e.facts.unit == slug])[:5]
    return _section(title, anchor, document_list(context, entries)) if entries else ""


def _links(context: PageContext, document: Document) -> str:
    links = document.facts.links  # type: ignore[attr-defined]
    return context.render("links", links=[(link.title, link.url) for link in links]) if links else ""


def _social(context: PageContext, document: Document) -> str:
    accounts = document.facts.social  # type: ignore[attr-defined]
    platforms = context.site.settings.social.platforms
    rows = [(platforms[a.platform.value].name, a.name, a.url) for a in accounts if a.platform.value in platforms]
    return context.render("accounts", accounts=rows) if rows else ""


def _feedback(context: PageContext, entry: Entry) -> str:
    feedback = entry.facts.feedback
    if not feedback:
        return ""
    address = f"mailto:{feedback}" if "@" in feedback else _page(context, entry, feedback)
    return context.render("feedback", address=address, email=feedback if "@" in feedback else "") if address else ""


def _page(context: PageContext, entry: Entry, written: str) -> str:
    """The way to the page that the editor names for feedback; '' where it may not be seen."""
    if written.startswith("https://"):
        return written
    key = context.site.library.resolve(entry.main, written)
    return context.to(key) if key and context.site.has(key) else ""
