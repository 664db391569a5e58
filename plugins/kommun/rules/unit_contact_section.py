"""Every unit page has the heading for contact details, and the unit an e-mail address or a phone number.

Source: strategy 4.1.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from kommun.content.document import Document
from kommun.content.library import Library
from kommun.finding import Problem, Severity

from ._common import facts_known, missing_section

SEVERITY = Severity.ERROR


def check(library: Library, today: date) -> Iterator[Problem]:
    for entry in library.of_type("unit"):
        for document in entry.versions.values():
            problem = missing_section(document, library.settings.units.contact)
            if problem:
                yield problem
        contact = entry.facts.contact
        reachable = contact and (contact.email or contact.phone)
        if facts_known(library, entry) and not reachable and not _unreadable(entry.main):
            place = entry.main.place("contact")
            yield Problem(entry.main.path, "unreachable", place.line, place.column)


def _unreadable(document: Document) -> bool:
    """An address is written, but not as one: `valid-value` tells of it."""
    written = document.own.values.get("contact")
    return bool(written) and (not isinstance(written, dict) or bool(written.get("email") or written.get("phone")))
