"""A permit matter in an agenda, minutes, news or a page tells no street address and no postal address.

Source: strategy 4.1; FörvL 62 b §.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from datetime import date

from kommun.configuration import Settings
from kommun.content.document import Document
from kommun.content.library import Library
from kommun.finding import Problem, Severity
from kommun.permits.passages import blocks, values
from kommun.permits.plain_text import Plain, plain
from kommun.permits.street_addresses import Address, addresses, labelled
from kommun.permits.vocabulary import ADDRESS

from .permit_names import facts, is_file_name, tells_of_permits

SEVERITY = Severity.ERROR


def check(library: Library, today: date) -> Iterator[Problem]:
    own = own_addresses(library.settings)
    for document in library.documents:
        if tells_of_permits(document):
            yield from _in_text(document, own)
            yield from _in_facts(document, own)


def own_addresses(settings: Settings) -> tuple[str, ...]:
    """The streets of the municipality's office and of the court, which anybody may know."""
    written = ",".join((settings.stage.address, *settings.appeals.court_address.values()))
    return tuple(" ".join(part.split()).casefold() for part in written.split(",") if part.strip())


def _in_text(document: Document, own: tuple[str, ...]) -> Iterator[Problem]:
    read = plain(document.text.source)
    for address in told(read, own):
        line, column = read.place(address.start)
        yield Problem(document.path, address.kind, document.text_line + line, column)


def _in_facts(document: Document, own: tuple[str, ...]) -> Iterator[Problem]:
    for where, written in facts(document):
        if not is_file_name(where) and told(plain(written), own):
            place = document.value_place(*where)
            yield Problem(document.path, "facts", place.line, place.column)


def told(read: Plain, own: tuple[str, ...] = ()) -> list[Address]:
    """Every address in a text, in order, each place once."""
    found = addresses(read.text, own)
    starts = [address.start for address in found]
    for value in values(read.text, blocks(read.text), ADDRESS):
        address = labelled(read.text, value.start, value.end)
        # A street that is known as one has been judged already.
        if address and bisect_left(starts, address.start) == bisect_left(starts, address.end):
            found.append(address)
    shown = {address.start: address for address in found if not address.open}
    return [shown[start] for start in sorted(shown)]
