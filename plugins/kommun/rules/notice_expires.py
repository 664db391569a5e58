"""Every notice and every alert says through which day it stands.

Source: strategy 4.1; KomL 108 §; FörvL 62 a § and 62 b §.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from kommun.content.library import Library
from kommun.finding import Problem, Severity

from ._common import facts_known, left_out

SEVERITY = Severity.ERROR


def check(library: Library, today: date) -> Iterator[Problem]:
    for entry in library.of_type("notice", "alert"):
        document = entry.main
        if entry.facts.expires or document.plain or not facts_known(library, entry) or left_out(document, "expires"):
            continue
        known = ("expires",) in document.own.places
        place = document.place("expires" if known else "published")
        yield Problem(document.path, "missing", place.line, place.column)
