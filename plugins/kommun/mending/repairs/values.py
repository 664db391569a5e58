"""Values in another form than the contract's: `ja` for `true`, `Bygglov` for `building`, one item that is no list.

Only exact names from the table, and only where the value as it stands is wrong.
Mends `valid-value` and, for the type of a document, `type-fits-folder`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kommun.content.document import Document
from kommun.content.types import MODELS, types_for
from kommun.mending.facts import Mended, chosen_documents, facts_of, mended_facts
from kommun.mending.kinds import Fact, kind_of
from kommun.mending.proposal import Change, Proposal, Reason
from kommun.mending.right_values import is_right, right_value
from kommun.mending.spellings import meant
from kommun.mending.working_copy import WorkingCopy
from kommun.mending.written import Edit, Written, reads_as, with_value

_NAME = "values"
_INDENT = re.compile(" *")


def proposals(copy: WorkingCopy) -> Iterator[Proposal]:
    stage = copy.settings.stage
    folders = {stage.notices: "notice", stage.news: "news", stage.alerts: "alert"}

    def mend(document: Document, fact: Fact) -> Mended:
        return _type(document, fact, folders) if fact.path == ("type",) else _value(fact)

    yield from mended_facts(copy, mend)
    for document in chosen_documents(copy):
        lone = next((fact for fact in facts_of(document) if _is_lone(fact)), None)
        if lone and (change := _as_list(copy, document, lone)):
            yield change


def _type(document: Document, fact: Fact, folders: dict[str, str]) -> Mended:
    """The type that a name means, where it fits the folder."""
    if not isinstance(fact.value, str) or fact.value in MODELS:
        return None
    right = meant(fact.value, MODELS, "value-names")
    fitting = right in types_for(document.key, folders)
    return (right, _reason("type-fits-folder", fact, right)) if fitting else None


def _value(fact: Fact) -> Mended:
    if not fact.is_known or kind_of(fact.model, fact.name) not in ("truth", "choice", "number"):
        return None
    if fact.value is None or is_right(fact.model, fact.name, fact.value):
        return None
    right = right_value(fact.model, fact.name, fact.value)
    return (right, _reason("valid-value", fact, right)) if right else None


def _reason(rule: str, fact: Fact, right: str) -> Reason:
    return Reason(_NAME, rule, "value", {"key": fact.name, "old": fact.value, "new": right})


def _is_lone(fact: Fact) -> bool:
    """Whether the keys of one item stand where a list of items is wanted."""
    return bool(fact.value) and isinstance(fact.value, dict) and kind_of(fact.model, fact.name) == "list"


def _as_list(copy: WorkingCopy, document: Document, lone: Fact) -> Change | None:
    source, written = copy.source(document.path), Written(copy.texts[document.path])
    place = source.tree.value_places[lone.path]
    edits = list(_item_edits(written, place.line, place.column - 1))
    raw = written.edited(edits)
    if not reads_as(document.path, raw, with_value(source.tree.values, lone.path, [lone.value]), source):
        return None
    return Change(document.path, (Reason(_NAME, "valid-value", "list", {"key": lone.name}),), raw)


def _item_edits(written: Written, first: int, column: int) -> Iterator[Edit]:
    """A dash before a block of keys, which moves in behind it; brackets around `{…}`."""
    line = written.line(first)
    if line[column : column + 1] == "{":
        end = len(line.rstrip())
        yield Edit(first, column, column, "[")
        yield Edit(first, end, end, "]")
        return
    yield Edit(first, column, column, "- ")
    for number in range(first + 1, len(written.lines) + 1):
        indent = _INDENT.match(written.line(number))
        if written.line(number).strip() and (indent is None or indent.end() < column):
            return
        if written.line(number).strip():
            yield Edit(number, 0, 0, "  ")
