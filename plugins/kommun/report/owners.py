"""Who is asked to look at a change: GitHub's CODEOWNERS, from who answers for which content (strategy chapter 3)."""

from __future__ import annotations

from collections.abc import Iterator

from kommun.content.document import Entry
from kommun.content.library import Library


def code_owners(library: Library) -> str:
    """The file's text. The last line that fits a path decides, so the general ones come first.

    Only folders: a notice more must not make the file wrong.
    """
    options = library.settings.units
    lines = ["# Made by `kommun owners` from the units' `head` and the teams in mkdocs.yml. Do not change it by hand."]
    if options.default_team:
        lines.append(f"* {options.default_team}")
    lines += [f"{path} {team}" for path, team in sorted(set(_lines(library)))]
    return "\n".join(lines) + "\n"


def _lines(library: Library) -> Iterator[tuple[str, str]]:
    for slug, unit in library.units.items():
        if team := _team(library, unit):
            yield f"/units/{slug}/", team
    for slug, body in library.bodies.items():
        if team := _team(library, library.units.get(body.facts.unit or "")):
            yield f"/meetings/{slug}/", team


def _team(library: Library, unit: Entry | None) -> str:
    head = getattr(unit.facts, "head", "") if unit else ""
    return library.settings.units.teams.get(head or "", "")
