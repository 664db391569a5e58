"""Published minutes say when and where they may be viewed.

Source: strategy 4.1.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from kommun.content.library import Library
from kommun.finding import Problem, Severity

from ._common import left_out

SEVERITY = Severity.ERROR


def check(library: Library, today: date) -> Iterator[Problem]:
    for entry in library.of_type("minutes"):
        # Half a viewing is no fact, and may take other facts with it: what the editor wrote counts.
        published = entry.facts.published or left_out(entry.main, "published")
        if not published or entry.facts.viewing:
            continue
        written = entry.main.own.values.get("viewing")
        place = entry.main.place("viewing")
        if not written:
            yield Problem(entry.main.path, "missing", place.line, place.column)
        elif isinstance(written, dict):
            for key in ("date", "place"):
                if not written.get(key):
                    yield Problem(entry.main.path, "half", place.line, place.column, {"key": key})
