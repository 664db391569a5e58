"""What is wrong with the names of files and folders, for rule `file-name` (CONTENT.md section 1)."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Iterator
from typing import Any

from kommun.configuration import Settings
from kommun.finding import Problem

from .addresses import address, file_address
from .files import Found, proposed_name
from .types import is_meeting_folder

Told = tuple[str, Problem]
"""A rule's name and what it has found."""
RULE = "file-name"


def wrong_names(found: list[Found], settings: Settings) -> Iterator[Told]:
    """What the names say of themselves, and names that differ only in case."""
    twins: dict[str, list[str]] = {}
    for file in found:
        twins.setdefault(file.path.casefold(), []).append(file.path)
    for file in found:
        folded = file.path.casefold()
        # The one in lower case keeps its name; where there is none, the first.
        other = folded if folded in twins[folded] else twins[folded][0]
        if other != file.path:
            yield RULE, Problem(file.path, "case", values={"other": other})
        elif file.problem:
            yield RULE, Problem(file.path, file.problem, values=_values(file, settings))
    for folder in _meeting_folders(found):
        name = posixpath.basename(folder)
        if not is_meeting_folder(name):
            yield RULE, Problem(folder, "meeting-date", values={"name": name})


def _values(file: Found, settings: Settings) -> dict[str, Any]:
    name = posixpath.basename(file.path)
    proposal = proposed_name(name.replace(".", "-") if file.is_folder else name, settings.locales)
    if file.problem == "no-language":
        proposal = f"{proposal[:-3]}.{settings.main}.md"
    return {"name": name, "proposal": proposal, "language": file.lang, "languages": ", ".join(settings.locales)}


def _meeting_folders(found: list[Found]) -> Iterable[str]:
    """The folders that stand for a meeting: their name starts like a date, or they hold its documents."""
    folders: dict[str, None] = {}
    for file in found:
        parts = file.path.split("/")
        in_meeting = parts[0] == "meetings" and len(parts) == 4
        if in_meeting and (parts[2][:1].isdigit() or parts[3].startswith(("agenda.", "minutes."))):
            folders["/".join(parts[:3])] = None
    return folders


def same_address(path: str, other: str) -> Told:
    """Two sources would stand at one address."""
    return RULE, Problem(path, "same-address", values={"other": other})


def shared_addresses(paths: dict[str, list[str]], settings: Settings) -> Iterator[tuple[str, Told]]:
    """The keys whose address another key has already, such as `x` beside `x/index`, with their problem."""
    taken: dict[str, str] = {}
    for key, sources in paths.items():
        first = next((path for path in sources if path.endswith(f".{settings.main}.md")), sources[0])
        own = [address(key, lang, settings) for lang in settings.locales]
        other = next((taken[one] for one in own if one in taken), "")
        if other:
            yield key, same_address(first, other)
        else:
            taken.update(dict.fromkeys(own, first))


def same_files(paths: Iterable[str]) -> Iterator[Told]:
    """Files of `docs/` beside files of the same path without it."""
    taken: dict[str, str] = {}
    for path in paths:
        other = taken.setdefault(file_address(path), path)
        if other != path:
            yield same_address(path, other)
