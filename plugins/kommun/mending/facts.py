"""Changes of single values and keys in the facts of documents, each read back before it is proposed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from kommun.content.document import Document
from kommun.content.reader import Source
from kommun.content.types import MODELS
from kommun.content.yaml_tree import Path as KeyPath

from .kinds import Fact, facts
from .proposal import Change, Reason
from .working_copy import WorkingCopy
from .written import Edit, Written, reads_as, scalar_at, with_value

Mended = tuple[str, Reason] | None
"""The right value for a fact, and why; None where it may stay or cannot be known."""


def chosen_documents(copy: WorkingCopy) -> Iterator[Document]:
    """The documents to be mended that have facts of their own."""
    return (d for d in copy.library.documents if d.own.values and d.path in copy.texts and copy.wants(d.path))


def facts_of(document: Document) -> Iterator[Fact]:
    return facts(document.own.values, MODELS[document.type])


def mended_facts(copy: WorkingCopy, mend: Callable[[Document, Fact], Mended]) -> Iterator[Change]:
    """One change for each document in which `mend` knows better values."""
    for document in chosen_documents(copy):
        found = [(fact.path, *new) for fact in facts_of(document) if (new := mend(document, fact))]
        if found and (change := _with_values(copy.source(document.path), copy.texts[document.path], found)):
            yield change


def _with_values(source: Source, raw: bytes, found: list[tuple[KeyPath, str, Reason]]) -> Change | None:
    """The file with other values; one that cannot be changed in its place is left out."""
    written = Written(raw)
    values: dict[str, Any] = source.tree.values
    edits: list[Edit] = []
    reasons: list[Reason] = []
    for path, new, reason in found:
        edit = _value_edit(written, source, path, new)
        wanted = with_value(values, path, new)
        if edit and reads_as(source.path, written.edited([*edits, edit]), wanted, source):
            values = wanted
            edits.append(edit)
            reasons.append(reason)
    return Change(source.path, tuple(reasons), written.edited(edits)) if edits else None


def _value_edit(written: Written, source: Source, path: KeyPath, new: str) -> Edit | None:
    place, old = source.tree.value_places[path], _at(source.tree.values, path)
    line = written.line(place.line)
    span = scalar_at(line, place.column, old) if isinstance(old, str) else None
    return Edit(place.line, *span, new) if span else None


def _at(values: Any, path: KeyPath) -> Any:
    for part in path:
        values = values[part]
    return values
