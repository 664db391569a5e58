"""A document, its language versions, and the files beside it."""

from __future__ import annotations

import posixpath
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from .fields import Attachment, Common
from .html import cleaned
from .markdown import Text
from .secrecy import without_secret_matters
from .types import is_meeting_folder
from .yaml_tree import Place, Tree


@dataclass(eq=False)
class Document:
    """One source file, with the facts that hold for it whatever its language."""

    path: str
    """Relative to the root, with `/`."""
    key: str
    """Where it stands on the site, without language and ending: `units/bildning/index`."""
    lang: str
    type: str
    facts: Common
    own: Tree
    """The keys in this very file, and where they stand."""
    text: Text
    text_line: int
    """Line of the file on which the text begins, from 1."""
    plain: bool = False
    """Without front matter."""
    broken: bool = False
    """Something in it could not be read; it must not be published."""
    head: str = ""
    """The front matter as it is written, and the line of the file on which it begins."""
    head_line: int = 1

    @cached_property
    def unsecret(self) -> Text:
        """The text without the matters that are secret as a whole."""
        return without_secret_matters(self.text, self.lang)

    @cached_property
    def shown(self) -> Text:
        """What may be read by anybody at all: without the matters that are secret as a whole, and with clean HTML."""
        clear = cleaned(self.unsecret)
        # What hid a heading may have hidden a secret matter with it.
        return clear if clear is self.unsecret else without_secret_matters(clear, self.lang)

    @property
    def title(self) -> str:
        own = self.own.values.get("title")
        if isinstance(own, str) and own.strip():
            return own.strip()
        if self.facts.title:
            return self.facts.title
        return next((h.text for h in self.text.headings), posixpath.basename(self.key))

    @property
    def folder(self) -> str:
        """The folder of the file, relative to the root."""
        return posixpath.dirname(self.path)

    def place(self, *path: str | int) -> Place:
        """Where a key stands, or the nearest thing above it."""
        where = path
        while where:
            if where in self.own.places:
                return self.own.places[where]
            where = where[:-1]
        return Place(1, 1)

    def value_place(self, *path: str | int) -> Place:
        return self.own.value_places.get(path) or self.place(*path)

    def file_of(self, name: str) -> str:
        """The path of a file this document names, relative to the root."""
        return posixpath.normpath(posixpath.join(self.folder, name))

    @property
    def listed(self) -> tuple[tuple[tuple[str | int, ...], Attachment], ...]:
        """Every attachment of the document with the way to its key, a unit's forms included."""
        rows: list[tuple[tuple[str | int, ...], Attachment]] = []
        for name in ("attachments", "forms"):
            rows += [((name, i), a) for i, a in enumerate(getattr(self.facts, name, ()))]
        return tuple(rows)


@dataclass(eq=False)
class Entry:
    """What stands at one address: a document in one or more languages."""

    key: str
    versions: dict[str, Document] = field(default_factory=dict)
    main_language: str = "sv"

    @cached_property
    def main(self) -> Document:
        """The version that holds the facts: the main language's, else the one there is."""
        return self.versions.get(self.main_language) or next(iter(self.versions.values()))

    @property
    def type(self) -> str:
        return self.main.type

    @property
    def facts(self) -> Any:
        return self.main.facts

    @property
    def broken(self) -> bool:
        return any(d.broken for d in self.versions.values())

    @property
    def body(self) -> str | None:
        """The slug of the decision-making body whose folder this stands in."""
        parts = self.key.split("/")
        return parts[1] if parts[0] == "meetings" and len(parts) > 2 else None

    @property
    def meeting(self) -> str | None:
        """The meeting's folder, `kommunstyrelsen/2026-11-02`."""
        parts = self.key.split("/")
        if parts[0] == "meetings" and len(parts) == 4 and is_meeting_folder(parts[2]):
            return "/".join(parts[1:3])
        return None

    def in_language(self, lang: str) -> Document:
        """The version a reader of `lang` gets."""
        return self.versions.get(lang) or self.main


@dataclass(frozen=True)
class SourceFile:
    """A file that is no content file."""

    path: str
    size: int
