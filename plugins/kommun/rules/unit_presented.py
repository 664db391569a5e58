"""Every unit has a page in all languages of the site, every body's unit a page, every body with minutes its own.

Source: strategy 4.1; Språklag 423/2003 32 §.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from kommun.content.library import Library
from kommun.finding import Problem, Severity

from ._common import missing_languages

SEVERITY = Severity.ERROR


def check(library: Library, today: date) -> Iterator[Problem]:
    unread = set(library.unread.values())

    def has_page(slug: str) -> bool:
        return slug in library.units or f"units/{slug}/index" in unread

    for body in library.of_type("body"):
        unit = body.facts.unit
        if unit and not has_page(unit):
            place = body.main.value_place("unit")
            yield Problem(body.main.path, "body", place.line, place.column, {"unit": unit})
    yield from _bodies_without_page(library, unread)
    slugs = {folder.split("/")[1] for folder in library.folders if folder.startswith("units/")}
    for slug in sorted(slugs):
        if not has_page(slug):
            file = f"index.{library.settings.main}.md"
            yield Problem(f"units/{slug}", "folder", values={"unit": slug, "file": file})
    for entry in library.of_type("unit"):
        for file in missing_languages(library, entry):
            yield Problem(entry.main.path, "language", values={"file": file})


def _bodies_without_page(library: Library, unread: set[str]) -> Iterator[Problem]:
    """Minutes of a body that is not presented would be withheld without a word (CONTENT.md section 4)."""
    slugs = {entry.body for entry in library.of_type("minutes") if entry.facts.published and entry.body}
    for slug in sorted(slugs):
        if slug not in library.bodies and f"meetings/{slug}/index" not in unread:
            file = f"index.{library.settings.main}.md"
            yield Problem(f"meetings/{slug}", "body-folder", values={"body": slug, "file": file})
