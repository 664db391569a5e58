"""Parts that several pages show: facts, attachments, lists of documents."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import PurePosixPath
from typing import Any

from markupsafe import Markup, escape

from kommun.content.addresses import meeting_key
from kommun.content.document import Document, Entry
from kommun.content.fields import Access, Attachment
from kommun.personal_data import in_html, without_marks
from kommun.plan import FileRow, names_through

from .context import PageContext, gone_after
from .meetings import Meeting, neighbours, of_body
from .page import in_own_language
from .text import shown_text


@dataclass(frozen=True)
class ListedFile:
    """A line in a list of attachments. `path` is '' where the file may not be seen."""

    title: str
    title_lang: str
    section: int | None
    path: str
    format: str
    size: str
    note: str = ""
    until: str = ""
    """The instant at which it is gone from the list, where the document stands longer."""


def own_text(context: PageContext, entry: Entry) -> str:
    """The editors' text, in the language it is in."""
    document = entry.in_language(context.lang)
    return in_own_language(context, document, shown_text(context, entry, document))


def facts(context: PageContext, entry: Entry, rows: Sequence[tuple[str, Any]]) -> str:
    """A list of facts; `rows` are names of words in `facts` and values, and empty values are left out."""
    labels, lang = context.words["facts"], entry.in_language(context.lang).lang
    shown, through = context.site.shows_names(entry), names_through(context.site.library, entry)
    return context.render(
        "facts",
        rows=[
            (labels[name], value if isinstance(value, Markup) else in_html(value, lang, shown, through))
            for name, value in rows
            if value
        ],
    )


def link(context: PageContext, key: str) -> Markup:
    """A link to a page by its title."""
    lang = context.foreign(key)
    marked = Markup(' lang="{}"').format(lang) if lang else ""
    return Markup('<a href="{}"{}>{}</a>').format(context.to(key), marked, context.title(key))


def mail(address: str) -> Markup:
    return Markup('<a href="mailto:{0}">{0}</a>').format(address)


def contact_words(context: PageContext, entry: Entry, text: str) -> Markup:
    """A contact as its editor wrote it, with the e-mail addresses in it as links."""
    text = without_marks(text, entry.in_language(context.lang).lang, context.site.shows_names(entry))
    return Markup(" ").join(_contact_word(word) for word in text.split(" "))


def _contact_word(word: str) -> Markup:
    address = word.rstrip(".,;")
    return mail(address) + word[len(address) :] if "@" in word else escape(word)


def file_rows(entry: Entry, context: PageContext) -> tuple[FileRow, ...]:
    return context.site.plan.rows[entry.main.path].attachments


def all_attachments(context: PageContext, entry: Entry) -> str:
    """A document's whole list of attachments."""
    return attachments(context, listed_files(context, entry))


def attachments(context: PageContext, files: Sequence[ListedFile], heading: str = "", anchor: str = "bilagor") -> str:
    """The attachments that the plan shows, and the lines that say why another is not there."""
    if not files:
        return ""
    title = heading or str(context.words["attachments"]["title"])
    return f"## {title} {{#{anchor}}}\n\n" + context.render("files", files=files)


def listed_files(context: PageContext, entry: Entry, key: str = "attachments") -> list[ListedFile]:
    document = entry.in_language(context.lang)
    own: dict[str, Attachment] = {a.file: a for a in getattr(document.facts, key, ())}
    wanted = {id(a) for a in getattr(entry.facts, key, ())}
    files: list[ListedFile] = []
    for row in file_rows(entry, context):
        if row.attachment is None or id(row.attachment) not in wanted:
            continue
        line = _listed_file(context, entry, document, row, own.get(row.attachment.file, row.attachment))
        if line:
            files.append(line)
    return files


def _listed_file(
    context: PageContext, entry: Entry, document: Document, row: FileRow, translated: Attachment
) -> ListedFile | None:
    words, site = context.words["attachments"], context.site
    attachment = row.attachment
    assert attachment is not None
    through = names_through(site.library, entry)
    title = in_html(translated.title, document.lang, site.shows_names(entry), through)
    lang = document.lang if document.lang != context.lang else ""
    if row.visible:
        path = site.library.in_language(row.path, context.lang)
        kind = PurePosixPath(path).suffix[1:].upper()
        way, size = context.to_file(row.path), size_in_words(site.size(path))
        until = gone_after(through) if attachment.personal_data and site.shows_names(entry) else ""
        return ListedFile(title, lang, attachment.section, way, kind, size, until=until)
    if attachment.access is Access.CONFIDENTIAL:
        # Even the title of a secret document may tell what is secret about it.
        return ListedFile(words["confidential"], "", attachment.section, "", "", "", attachment.legal_basis or "")
    if row.reason == "personal-data" and not attachment.redacted:
        return ListedFile(title, lang, attachment.section, "", "", "", words["removed"])
    return None


def size_in_words(size: int) -> str:
    """A file's size as people read it."""
    if size < 1_000_000:
        return f"{max(1, round(size / 1000))} kB"
    return f"{size / 1_000_000:.1f} MB".replace(".", ",")


def document_list(context: PageContext, entries: Sequence[Entry]) -> str:
    """Links to documents with their day."""
    return context.render("documents", entries=[(entry, entry.facts.published) for entry in entries])


def newest_first(entries: Sequence[Entry]) -> list[Entry]:
    return sorted(entries, key=lambda e: (e.facts.published or date.min, e.key), reverse=True)


def meeting_links(context: PageContext, entry: Entry) -> str:
    """The way from a meeting's document to the meeting, and to the body's meetings before and after."""
    key = meeting_key(entry.meeting or "")
    return context.render("meeting_links", key=key, around=around(context, key))


def around(context: PageContext, key: str) -> tuple[Meeting | None, Meeting | None]:
    """The body's meetings before and after a meeting."""
    meeting = context.site.meetings[key]
    return neighbours(of_body(context.site.meetings.values(), meeting.body), meeting.folder)
