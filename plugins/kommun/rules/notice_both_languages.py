"""Notices and alerts stand in all languages of the site.

Source: Språklag 423/2003 32 § 2 mom.; strategy 4.1.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from kommun.content.library import Library
from kommun.finding import Problem, Severity

from ._common import missing_languages

SEVERITY = Severity.ERROR


def check(library: Library, today: date) -> Iterator[Problem]:
    for entry in library.of_type("notice", "alert"):
        if entry.facts.published is None:
            continue
        for file in missing_languages(library, entry):
            yield Problem(entry.main.path, "missing", values={"file": file})
