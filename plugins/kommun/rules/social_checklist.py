"""Every account has been planned: the checklist is filled in.

Source: strategy 4.3.3.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from kommun.content.library import Library
from kommun.finding import Problem, Severity

from ._common import items

SEVERITY = Severity.WARNING

CHECKLIST = (
    "purpose",
    "goal",
    "content",
    "audience",
    "account_type",
    "responsible",
    "resources",
    "marketing",
    "reviewed",
)


def check(library: Library, today: date) -> Iterator[Problem]:
    for entry in library.of_type("unit"):
        for number, account in items(entry.main, "social", "url"):
            missing = [key for key in CHECKLIST if not getattr(account, key)]
            if missing:
                place = entry.main.place("social", number)
                values = {"name": account.name, "platform": account.platform.value, "keys": ", ".join(missing)}
                yield Problem(entry.main.path, "missing", place.line, place.column, values)
