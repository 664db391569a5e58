"""Keys that are not in the contract and whose meaning is certain: `expire`, `Title`, `bilagor`, `puhelin`.

Certain is the key itself in other letters, a name in the table, or a slip of one or two letters
whose value fits the key that was meant. Never where the right key is there already. Mends `known-key`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from kommun.content.document import Document
from kommun.mending.facts import chosen_documents, facts_of
from kommun.mending.kinds import Fact, kind_of
from kommun.mending.proposal import Change, Proposal, Reason
from kommun.mending.right_values import fits
from kommun.mending.spellings import meant, misspelt
from kommun.mending.working_copy import WorkingCopy
from kommun.mending.written import Edit, Written, reads_as, scalar_at, with_key


def proposals(copy: WorkingCopy) -> Iterator[Proposal]:
    for document in chosen_documents(copy):
        if change := _mended(copy, document):
            yield change


def _mended(copy: WorkingCopy, document: Document) -> Change | None:
    source = copy.source(document.path)
    written = Written(copy.texts[document.path])
    values, edits, reasons = source.tree.values, list[Edit](), list[Reason]()
    for fact, right in _certain(document):
        place = source.tree.places[fact.path]
        span = scalar_at(written.line(place.line), place.column, fact.name)
        wanted = with_key(values, fact.path, right)
        edit = Edit(place.line, *span, right) if span else None
        if edit and reads_as(source.path, written.edited([*edits, edit]), wanted, source):
            values = wanted
            edits.append(edit)
            reasons.append(Reason("keys", "known-key", "key", {"old": fact.name, "new": right}))
    return Change(document.path, tuple(reasons), written.edited(edits)) if edits else None


def _certain(document: Document) -> Iterator[tuple[Fact, str]]:
    """Unknown keys with the known one that each means, where no other key in the same place means it too."""
    rows = [(fact, _right(fact) if not fact.is_known else fact.name) for fact in facts_of(document)]
    taken = Counter((fact.path[:-1], right) for fact, right in rows)
    for fact, right in rows:
        if right and not fact.is_known and taken[fact.path[:-1], right] == 1:
            yield fact, right


def _right(fact: Fact) -> str:
    known = tuple(fact.model.model_fields)
    right = meant(fact.name, known, "key-names")
    if right:
        return right if _same_shape(fact, right) else ""
    right = misspelt(fact.name, known)
    return right if right and fits(fact.model, right, fact.value) else ""


def _same_shape(fact: Fact, right: str) -> bool:
    """Whether a list stands where a list is wanted, keys where keys are, and words where words are."""
    kind = kind_of(fact.model, right)
    if isinstance(fact.value, dict):
        return kind in ("mapping", "list")
    return fact.value is None or (kind == "list" if isinstance(fact.value, list) else kind not in ("mapping", "list"))
