"""Pages, news and bodies stand in all languages of the site.

Source: Språklag 423/2003 32 §; strategy 1.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from kommun.content.library import Library
from kommun.finding import Problem, Severity

from ._common import missing_languages

SEVERITY = Severity.WARNING


def check(library: Library, today: date) -> Iterator[Problem]:
    # Notices, alerts, units and the council's documents have rules of their own.
    for entry in library.of_type("page", "body", "news"):
        if entry.type == "news" and entry.facts.published is None:
            continue  # a draft
        for file in missing_languages(library, entry):
            yield Problem(entry.main.path, "missing", values={"file": file})
