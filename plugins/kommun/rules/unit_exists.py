"""Every document but pages and units names the unit that answers for it, and the unit exists.

Source: strategy 3; CONTENT.md section 3.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterator
from datetime import date

from kommun.content.library import Library
from kommun.finding import Problem, Severity

from ._common import facts_known, left_out

SEVERITY = Severity.ERROR
NOT_REQUIRED = ("page", "unit")


def check(library: Library, today: date) -> Iterator[Problem]:
    slugs = {folder.split("/")[1] for folder in library.folders if folder.startswith("units/")}
    for entry in library.entries.values():
        document, unit = entry.main, entry.facts.unit
        if unit is None:
            known = facts_known(library, entry) and not document.plain and not left_out(document, "unit")
            if entry.type not in NOT_REQUIRED and known:
                place = document.place("unit")
                yield Problem(document.path, "missing", place.line, place.column, {"known": ", ".join(sorted(slugs))})
        elif unit not in slugs and entry.type != "body":  # a body's unit is told by `unit-presented`
            place = document.value_place("unit")
            guess = difflib.get_close_matches(unit.casefold(), slugs, n=1, cutoff=0.6)
            values = {"unit": unit, "guess": guess[0] if guess else "", "known": ", ".join(sorted(slugs))}
            yield Problem(document.path, "guess" if guess else "unknown", place.line, place.column, values)
