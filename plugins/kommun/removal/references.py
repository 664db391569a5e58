"""What other documents say of that which is removed: entries among their attachments, and links."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import partial
from typing import Any
from urllib.parse import unquote

from kommun.content.document import Document, Entry
from kommun.content.library import Library
from kommun.content.yaml_tree import Path as KeyPath

from . import front_matter
from .links import as_words

_LISTS = ("attachments", "forms")
_OUTSIDE = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:|//")


def paths_named(document: Document) -> set[str]:
    """The paths that a document's facts name, whether or not anything is there; also where the rest is unreadable."""
    return {document.file_of(name) for _, name in _named(document.own.values)}


def files_named(library: Library, document: Document) -> set[str]:
    """The files that a document's facts name, with their language versions."""
    return {version for path in paths_named(document) for version in library.versions_of(path)}


def _named(values: Mapping[str, Any]) -> Iterator[tuple[KeyPath, str]]:
    """Every file that the facts name, and where."""
    for key in _LISTS:
        items = values.get(key)
        for number, item in enumerate(items if isinstance(items, list) else ()):
            for name in ("file", "redacted"):
                if isinstance(item, dict) and isinstance(item.get(name), str):
                    yield (key, number, name), item[name].strip()
    if isinstance(values.get("document"), str):
        yield ("document",), values["document"].strip()


@dataclass(frozen=True)
class Gone:
    """What is removed from a library: its documents by their key, and files by their path."""

    before: Library
    keys: frozenset[str]
    files: frozenset[str]

    def after(self) -> Library:
        """The library as it is without them."""
        library = self.before
        after = Library(library.root, library.settings, links=library.links - self.files)
        after.entries = {key: self._left(entry) for key, entry in library.entries.items() if key not in self.keys}
        after.files = {path: file for path, file in library.files.items() if path not in self.files}
        after.unread = {path: key for path, key in library.unread.items() if key not in self.keys}
        return after

    def _left(self, entry: Entry) -> Entry:
        """An entry that stays, without the files that go."""
        if not any(files_named(self.before, document) & self.files for document in entry.versions.values()):
            return entry
        versions = {}
        for lang, document in entry.versions.items():
            lists = {
                key: tuple(a for a in getattr(document.facts, key) if document.file_of(a.file) not in self.files)
                for key in _LISTS
                if hasattr(document.facts, key)
            }
            signed = getattr(document.facts, "document", None)
            gone = {"document": None} if signed and document.file_of(signed) in self.files else {}
            versions[lang] = replace(document, facts=document.facts.model_copy(update={**lists, **gone}))
        return Entry(entry.key, versions, entry.main_language)


@dataclass(frozen=True)
class References:
    """Finds and takes away what leads to something that is gone."""

    gone: Gone
    after: Library
    addresses: frozenset[str]
    """The addresses that are gone from the site, without a slash at the end."""

    def taken_from(self, entry: Entry, texts: Mapping[str, str]) -> dict[str, str]:
        """The files of an entry, given as text by their path, that change, as they should be.

        Raises ValueError where the facts cannot be changed.
        """
        main = entry.main
        main_values = front_matter.values_of(texts.get(main.path, "").replace("\r\n", "\n"))
        main_places = list(self._places(main, main_values))
        found = {}
        for document in entry.versions.values():
            if document.path not in texts:
                continue
            text, places = texts[document.path].replace("\r\n", "\n"), main_places
            if document is not main:
                values = front_matter.values_of(text)
                # The other language's items belong to the main language's by their number.
                same = [p for p in main_places if len(p) == 2 and _as_long(values, main_values, str(p[0]))]
                places = [*same, *self._places(document, values)]
            new = front_matter.without(text, places)
            start = front_matter.text_starts(new)
            new = new[:start] + as_words(new[start:], partial(self.leads_to_gone, document))
            if new != text:
                found[document.path] = new.replace("\n", "\r\n") if "\r\n" in texts[document.path] else new
        return found

    def _places(self, document: Document, values: Mapping[str, Any]) -> Iterator[KeyPath]:
        items = set()
        for place, name in _named(values):
            if document.file_of(name) in self.gone.files:
                whole = place[-1] == "file"
                items.update({place[:2]} if whole else set())
                yield place[:2] if whole or place[:2] in items else place
        links = values.get("links")
        for number, link in enumerate(links if isinstance(links, list) else ()):
            if isinstance(link, dict) and self.leads_to_gone(document, str(link.get("url") or "")):
                yield "links", number
        if self.leads_to_gone(document, str(values.get("feedback") or "")):
            yield ("feedback",)

    def leads_to_gone(self, document: Document, target: str) -> bool:
        """Whether a link in a document, as written, led to something that is gone."""
        target = unquote(target.partition("#")[0].partition("?")[0])
        own = self.after.settings.site_url.rstrip("/") + "/"
        if target.startswith(own):
            return target.removeprefix(own).rstrip("/") in self.addresses
        if not target or _OUTSIDE.match(target):
            return False
        there = self.gone.before.resolve(document, target) is not None
        return there and self.after.resolve(document, target) is None


def _as_long(own: Mapping[str, Any], main: Mapping[str, Any], key: str) -> bool:
    mine, theirs = own.get(key), main.get(key)
    return isinstance(mine, list) and isinstance(theirs, list) and len(mine) == len(theirs)
