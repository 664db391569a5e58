"""Links and anchors inside the content lead to something, in every language.

Source: strategy 4.1; CONTENT.md section 4.
"""

from __future__ import annotations

import difflib
import posixpath
import re
from collections.abc import Iterator
from datetime import date
from functools import cached_property
from urllib.parse import unquote

from kommun.content.document import Document
from kommun.content.library import Library
from kommun.finding import Problem, Severity

from ._common import items

SEVERITY = Severity.ERROR
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:|//")
_OWN_COMPUTER = re.compile(r"file:|[A-Za-z]:(?:[\\/]|$)|\\\\", re.IGNORECASE)
_EMAIL = re.compile(r"[^@\s/]+@[^@\s/]+\.[^@\s/]+")


def check(library: Library, today: date) -> Iterator[Problem]:
    names = _Names(library)
    for document in library.documents:
        for target, line, column in targets(library, document):
            found = _wrong(library, document, target, names)
            if found:
                case, guess = found
                values = {"target": target, "anchor": target.partition("#")[2], "guess": guess}
                yield Problem(document.path, f"{case}-guess" if guess else case, line, column, values)


def targets(library: Library, document: Document) -> Iterator[tuple[str, int, int]]:
    """Every link of a document, those in its facts included, with line and column in the file."""
    for link in document.text.links:
        yield link.target, document.text_line + link.line, link.column
    if document is library.entries[document.key].main:
        for number, link in items(document, "links", "url"):
            place = document.value_place("links", number, "url")
            yield link.url, place.line, place.column
        feedback = getattr(document.facts, "feedback", None)
        if feedback and not _EMAIL.fullmatch(feedback):
            place = document.value_place("feedback")
            yield feedback, place.line, place.column


def _wrong(library: Library, document: Document, target: str, names: _Names) -> tuple[str, str] | None:
    """The case that a target falls under, with a guess at what was meant; None where it is right."""
    if _OWN_COMPUTER.match(target):
        return "own-computer", ""
    if _SCHEME.match(target):
        return None
    path, _, anchor = (unquote(part) for part in target.partition("#"))
    if not path:
        return _wrong_anchor(document, anchor) if "#" in target else ("empty", "")
    if path.startswith("www.") or _EMAIL.fullmatch(path):
        return "scheme", f"mailto:{path}" if "@" in path else f"https://{path}"
    key = library.resolve(document, path)
    if key is None:
        return "missing", names.nearest(document, path)
    entry = library.entries.get(key)
    if not anchor or entry is None:  # a file, a generated page, or a page that could not be read
        return None
    named = entry.versions.get(path.removesuffix(".md").rpartition(".")[2])
    return _wrong_anchor(named or entry.in_language(document.lang), anchor)


def _wrong_anchor(document: Document, anchor: str) -> tuple[str, str] | None:
    anchors = document.text.anchors
    if not anchor or anchor in anchors or anchor == "top":
        return None
    close = difflib.get_close_matches(anchor.casefold(), anchors, n=1, cutoff=0.6)
    return "anchor", close[0] if close else ""


class _Names:
    """Everything a link can lead to, by its name and by the folder it stands in; made when a link is wrong."""

    def __init__(self, library: Library) -> None:
        self._library = library

    @cached_property
    def _all(self) -> tuple[dict[str, str], dict[str, list[str]]]:
        keys: dict[str, str] = {}
        folders: dict[str, list[str]] = {}
        for key in (*self._library.entries, *self._library.files):
            folder, name = _parts(key.removeprefix("docs/"))
            keys.setdefault(name, key)
            keys[f"{folder}/{name}"] = key
            folders.setdefault(folder, []).append(name)
        return keys, folders

    def nearest(self, document: Document, path: str) -> str:
        """What was meant, as a link from the document: the same name elsewhere, or nearly the same beside it."""
        keys, folders = self._all
        folder, name = _parts(posixpath.normpath(posixpath.join(posixpath.dirname(document.key), path)))
        close = difflib.get_close_matches(name, folders.get(folder, ()), n=1, cutoff=0.7)
        key = keys[f"{folder}/{close[0]}"] if close else keys.get(name, "")
        if not key or not name:
            return ""
        source = key if key in self._library.files else f"{key}.md"
        return posixpath.relpath(source.removeprefix("docs/"), posixpath.dirname(document.key) or ".")


def _parts(path: str) -> tuple[str, str]:
    """Folder and name of a page as an editor sees it: `units` and `bildning` for `units/bildning/index.sv.md`."""
    folder, name = posixpath.split(re.sub(r"(?:\.[a-z]{2})?\.md$", "", path.rstrip("/").casefold()))
    return posixpath.split(folder) if name == "index" else (folder, name)
