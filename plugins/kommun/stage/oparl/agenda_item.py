"""AgendaItem: the §§ of a meeting. A matter secret as a whole has its number and that it was dealt with."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from kommun.content.document import Entry
from kommun.content.markdown import SECTION, Text
from kommun.content.secrecy import secret_sections
from kommun.personal_data import has_marks, without_marks

from .days import together
from .record import Made, Record
from .register import Register
from .sources import item_keys

KIND = "AgendaItem"


def records(register: Register, made: Made) -> Iterator[Record]:
    told = {key: content for meeting in register.meetings for key, content in _standing(register, made, meeting)}
    for key, found in register.items.items():
        days = together(register.site.today, (source.days for source in found))
        # Its consultation comes and goes with the files.
        days = days.with_changes_of(listing.days for listing in register.matters.get(key, []))
        yield Record(KIND, key, days, told.get(key))


def _standing(register: Register, made: Made, meeting: str) -> Iterator[tuple[str, dict[str, Any]]]:
    source = register.shown(meeting)
    if source is None or source.entry is None:
        return
    document = source.entry.main
    secret, names = _secret(source.entry), _without_names(document.shown, document.lang).headings
    for order, (key, at) in enumerate(item_keys(document.shown, meeting)):
        heading = document.shown.headings[at]
        title = SECTION.match(names[at].text)
        number = heading.section
        hidden = number in secret
        yield (
            key,
            {
                "meeting": made.url("Meeting", meeting),
                "number": f"§ {number}",
                "order": order,
                "name": register.words("secrecy")["title"] if hidden else title and title["title"].strip(),
                "public": not hidden,
                "consultation": _consultation(register, made, key),
                "web": f"{register.page(source.key)}#{heading.anchor}",
            },
        )


def _secret(entry: Entry) -> set[int]:
    """Marked in one language is secret in all."""
    return {number for document in entry.versions.values() for number in secret_sections(document.text)}


def _without_names(text: Text, lang: str) -> Text:
    return Text(without_marks(text.source, lang, False)) if has_marks(text.source) else text


def _consultation(register: Register, made: Made, key: str) -> str | None:
    files = register.matters.get(key, [])
    return made.url("Consultation", key) if any(listing.days.stands for listing in files) else None
