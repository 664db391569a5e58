"""File: the pages of agendas and minutes, and the attachments that they show.

A file that is gone, with its agenda or for the personal data in it, keeps neither name nor address.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from typing import Any
from urllib.parse import quote

from kommun.content.addresses import file_address
from kommun.personal_data import without_marks

from .days import together
from .record import Made, Record, absolute
from .register import Register
from .sources import Listing, Source

KIND = "File"

MIME_TYPES = {
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "odt": "application/vnd.oasis.opendocument.text",
    "ods": "application/vnd.oasis.opendocument.spreadsheet",
    "csv": "text/csv",
    "jpg": "image/jpeg",
    "png": "image/png",
    "svg": "image/svg+xml",
    "webp": "image/webp",
}


def records(register: Register, made: Made) -> Iterator[Record]:
    for source in register.sources:
        yield Record(KIND, source.key, source.days, _page(register, made, source) if source.entry else None)
    for path, found in register.files.items():
        days = together(register.site.today, (listing.days for listing in found))
        yield Record(KIND, path, days, _attachment(register, made, path, found) if days.stands else None)


def _page(register: Register, made: Made, source: Source) -> dict[str, Any]:
    assert source.entry
    document = source.entry.in_language(register.site.settings.main)
    return {
        "name": without_marks(document.title, document.lang, False),
        "mimeType": "text/html",
        "accessUrl": register.page(source.key),
        "meeting": [made.url("Meeting", source.meeting)],
    }


def _attachment(register: Register, made: Made, path: str, found: list[Listing]) -> dict[str, Any]:
    standing = [listing for listing in found if listing.source.entry and listing.days.stands]
    items = list(dict.fromkeys(listing.item for listing in standing if listing.item))
    meetings = list(dict.fromkeys(listing.source.meeting for listing in standing))
    name = posixpath.basename(path)
    return {
        "name": _title(register, path, standing[0]),
        "fileName": name,
        "mimeType": MIME_TYPES.get(name.rpartition(".")[2].lower(), "application/octet-stream"),
        "size": register.site.size(path),
        "accessUrl": absolute(register.site.settings, quote(file_address(path))),
        "meeting": [made.url("Meeting", meeting) for meeting in meetings],
        "agendaItem": [made.url("AgendaItem", item) for item in items] or None,
        "paper": [made.url("Paper", item) for item in items] or None,
    }


def _title(register: Register, path: str, listing: Listing) -> str:
    """The attachment's title in the language of the file, or what the signed minutes are called."""
    entry, attachment = listing.source.entry, listing.attachment
    assert entry
    document = entry.in_language(_language(register, path))
    if attachment is None:
        return str(register.words("facts")["document"])
    own = (a.title for _, a in document.listed if a.file == attachment.file)
    return without_marks(next(own, attachment.title), document.lang, False)


def _language(register: Register, path: str) -> str:
    """The language that a file's name gives: `fi` for `karta.fi.pdf`."""
    suffix = posixpath.basename(path).split(".")[-2:-1]
    settings = register.site.settings
    return suffix[0] if suffix and suffix[0] in settings.locales else settings.main
