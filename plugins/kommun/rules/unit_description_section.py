"""Every unit page describes what the unit does, with text under the heading for it.

Source: strategy 4.1.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from kommun.content.document import Document
from kommun.content.library import Library
from kommun.content.markdown import Heading
from kommun.finding import Problem, Severity

from ._common import missing_section, sections_named

SEVERITY = Severity.ERROR


def check(library: Library, today: date) -> Iterator[Problem]:
    words = library.settings.units.description
    for entry in library.of_type("unit"):
        for document in entry.versions.values():
            problem = missing_section(document, words)
            if problem:
                yield problem
                continue
            headings = sections_named(document, words)
            if headings and not any(_has_text(document, heading) for heading in headings):
                line = document.text_line + headings[0].line
                yield Problem(document.path, "empty", line, values={"heading": headings[0].text})


def _has_text(document: Document, heading: Heading) -> bool:
    """Whether something other than further headings stands under a heading."""
    return any(line.strip() and not line.startswith("#") for line in document.text.under(heading).split("\n"))
