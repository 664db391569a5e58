"""What kind of value each key of a document should have, from the same models that check it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import Enum
from functools import cache
from typing import Any, get_args, get_origin

from pydantic import BaseModel

from kommun.content.yaml_tree import Path as KeyPath


@dataclass(frozen=True)
class Fact:
    """One key with its value, and the model of the mapping in which it stands."""

    path: KeyPath
    value: Any
    model: type[BaseModel]

    @property
    def name(self) -> str:
        return str(self.path[-1])

    @property
    def is_known(self) -> bool:
        return self.name in self.model.model_fields


def facts(values: dict[str, Any], model: type[BaseModel], path: KeyPath = ()) -> Iterator[Fact]:
    """Every key in the facts of a document; what stands below an unknown key has no model."""
    for name, value in values.items():
        here = (*path, name)
        yield Fact(here, value, model)
        below = model_below(model, name)
        if below and isinstance(value, dict):
            yield from facts(value, below, here)
        elif below and isinstance(value, list):
            for number, item in enumerate(value):
                if isinstance(item, dict):
                    yield from facts(item, below, (*here, number))


@cache
def kind_of(model: type[BaseModel], name: str) -> str:
    """`date`, `truth`, `number`, `choice`, `list`, `mapping`, `sections` or `text`; '' for an unknown key."""
    if name not in model.model_fields:
        return ""
    leaves = list(_leaves(model.model_fields[name].annotation))
    types = [leaf for leaf in leaves if isinstance(leaf, type)]
    if model_below(model, name):
        return "list" if tuple in types else "mapping"
    if tuple in types:
        return "sections"
    if date in types:
        return "date"
    if any(issubclass(leaf, Enum) for leaf in types):
        return "choice"
    return "truth" if bool in types else "number" if int in types else "text"


@cache
def choices(model: type[BaseModel], name: str) -> tuple[str, ...]:
    """The values that may be chosen from."""
    leaves = _leaves(model.model_fields[name].annotation)
    return tuple(str(m.value) for leaf in leaves if isinstance(leaf, type) and issubclass(leaf, Enum) for m in leaf)


@cache
def model_below(model: type[BaseModel], name: str) -> type[BaseModel] | None:
    """The model of the mappings that stand under a key."""
    if name not in model.model_fields:
        return None
    leaves = _leaves(model.model_fields[name].annotation)
    return next((leaf for leaf in leaves if isinstance(leaf, type) and issubclass(leaf, BaseModel)), None)


def _leaves(annotation: Any) -> Iterator[Any]:
    """The types in an annotation; `tuple` for a list, before what it holds."""
    if get_origin(annotation) is tuple:
        yield tuple
    parts = get_args(annotation)
    for part in parts:
        yield from _leaves(part)
    if not parts:
        yield annotation
