"""What must be filled in: what a model cannot do without, and what the rules ask of each type beside it."""

from __future__ import annotations

from pydantic import BaseModel

_BY_RULE: dict[str, frozenset[str]] = {
    # title-present, unit-exists
    "Page": frozenset(("title",)),
    # unit-contact-section
    "Unit": frozenset(("title", "contact")),
    # minutes-appeal: the remedies follow the kind
    "Body": frozenset(("title", "unit", "kind")),
    # notice-expires
    "Notice": frozenset(("title", "unit", "expires")),
    "News": frozenset(("title", "unit")),
    "Alert": frozenset(("title", "unit", "expires")),
    # agenda-sent
    "Agenda": frozenset(("title", "unit", "sent")),
    # minutes-adjusted, minutes-viewing, minutes-appeal
    "Minutes": frozenset(("title", "unit", "adjusted", "viewing", "appeal")),
}


def is_required(model: type[BaseModel], key: str) -> bool:
    return model.model_fields[key].is_required() or key in _BY_RULE.get(model.__name__, ())
