"""Everything that one removal takes away, as it is shown before and kept until it is done."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from .naming import key_of


@dataclass(frozen=True)
class Scope:
    """What goes: enough to finish a removal that was interrupted, and nothing of the content itself."""

    sources: tuple[str, ...] = ()
    """Documents and attachments, relative to the root."""
    edited: tuple[str, ...] = ()
    """Other documents that list them or link to them."""
    addresses: tuple[str, ...] = ()
    """Pages (with a slash at the end) and files that leave the site."""
    remade: tuple[str, ...] = ()
    """Addresses where a page goes on without the text that is removed: the start page, pages that are generated."""
    digests: dict[str, int] = field(default_factory=dict)
    """SHA-256 and size of the files, as they lie beside the documents and as they were published."""
    lines: tuple[str, ...] = ()
    """Digests of the documents' own lines and titles."""

    @property
    def keys(self) -> frozenset[str]:
        return frozenset(key for path in self.sources if (key := key_of(path)))

    @property
    def files(self) -> frozenset[str]:
        return frozenset(path for path in self.sources if not key_of(path))


@dataclass(frozen=True)
class Found:
    """A scope and why each thing is in it, for the person who decides."""

    scope: Scope
    with_documents: tuple[str, ...] = ()
    """Attachments that only these documents list."""
    identical: tuple[str, ...] = ()
    """Files with the same content as one that was named."""
    returning: tuple[str, ...] = ()
    """What would come onto the site because the rest leaves it."""
    shared: Mapping[str, str] = field(default_factory=dict)
    """Attachments that stay, and another document that lists them."""
    similar: Mapping[str, int] = field(default_factory=dict)
    """Other documents that say the same, in how many lines."""
    hints: tuple[tuple[str, int], ...] = ()
    """What else follows: a case in the words, and how many documents it is about."""
