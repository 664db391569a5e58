"""What several rules ask of a document."""

from __future__ import annotations

import difflib
import unicodedata
from collections.abc import Iterator
from typing import Any

from kommun.content.document import Document, Entry
from kommun.content.fields import Attachment
from kommun.content.library import Library
from kommun.content.markdown import Heading
from kommun.finding import Problem


def facts_known(library: Library, entry: Entry) -> bool:
    """False where the file that holds the facts is there but cannot be read."""
    return _file_in(entry, library.settings.main) not in library.unread


def left_out(document: Document, key: str) -> bool:
    """The editor has written a value that could not be read, or misspelt its key: other rules tell of that."""
    return not getattr(document.facts, key) and (bool(document.own.values.get(key)) or _misspelt(document, key))


def _misspelt(document: Document, key: str) -> bool:
    """Whether `known-key` guesses that an unknown key is this one."""
    known = type(document.facts).model_fields
    unknown = [name for name in document.own.values if name not in known]
    return any(difflib.get_close_matches(name, known, n=1, cutoff=0.6) == [key] for name in unknown)


def missing_languages(library: Library, entry: Entry) -> list[str]:
    """The names of the files in which the entry's other languages should stand."""
    wanted = [_file_in(entry, lang) for lang in library.settings.locales if lang not in entry.versions]
    return [path.rsplit("/", 1)[-1] for path in wanted if path not in library.unread]


def _file_in(entry: Entry, lang: str) -> str:
    return f"{entry.main.path.removesuffix(f'.{entry.main.lang}.md')}.{lang}.md"


def items(document: Document, key: str, name: str) -> Iterator[tuple[int, Any]]:
    """The items of a list with their number in the file; unreadable items are not among the facts.

    `name` is a required key of the items, by which they are known again.
    """
    left = list(getattr(document.facts, key, ()))
    written = document.own.values.get(key)
    for number, item in enumerate(written if isinstance(written, list) else []):
        if left and isinstance(item, dict) and str(item.get(name) or "").strip() == getattr(left[0], name):
            yield number, left.pop(0)


def attachments(document: Document) -> Iterator[tuple[tuple[str, int], Attachment]]:
    """The attachments and forms of a document, each with the way to its key."""
    for key in ("attachments", "forms"):
        for number, attachment in items(document, key, "file"):
            yield (key, number), attachment


def sections_named(document: Document, words: dict[str, str]) -> list[Heading]:
    """The headings of level 2 that say exactly the words of the document's language."""
    return [h for h in _named(document, words.get(document.lang, "")) if h.level == 2]


def missing_section(document: Document, words: dict[str, str]) -> Problem | None:
    """The problem of a heading that must be there, with the case `missing` or `level`; None where it is."""
    wanted = words.get(document.lang, "")
    found = _named(document, wanted)
    if not wanted or any(h.level == 2 for h in found):
        return None
    if found:
        values = {"heading": wanted, "level": found[0].level}
        return Problem(document.path, "level", document.text_line + found[0].line, values=values)
    place = document.place("title")
    return Problem(document.path, "missing", place.line, place.column, {"heading": wanted})


def _named(document: Document, wanted: str) -> list[Heading]:
    return [h for h in document.text.headings if unicodedata.normalize("NFC", h.text) == wanted]
