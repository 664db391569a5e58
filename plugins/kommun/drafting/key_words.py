"""What each key of front matter is called and means: the web editor's own words, so that both say the same."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from enum import Enum
from functools import cached_property
from typing import Any, get_args

from pydantic import BaseModel

from kommun.configuration import Settings
from kommun.content.unit import Platform
from kommun.messages import load

_CAPITAL = re.compile(r"(?<!^)(?=[A-Z])")
Model = type[BaseModel]


class KeyWords:
    """Labels, explanations, choices and examples of keys in one language."""

    def __init__(self, lang: str, settings: Settings) -> None:
        self._lang = lang
        self._settings = settings

    @cached_property
    def _fields(self) -> dict[str, Any]:
        return dict(load(self._lang, "editor")["fields"])

    @cached_property
    def _choices(self) -> dict[str, Any]:
        return dict(load(self._lang, "editor")["choices"])

    @cached_property
    def _examples(self) -> dict[str, Any]:
        return dict(load(self._lang, "new")["examples"])

    def label(self, model: Model, key: str) -> str:
        return str(_found(self._fields, model, key)["label"])

    def hint(self, model: Model, key: str) -> str:
        options = self._settings.lifecycle
        values = {"notice_days": options.notice_days, "megabytes": options.attachment_megabytes}
        return str(_found(self._fields, model, key)["hint"]).format_map(values)

    def example(self, model: Model, key: str) -> str:
        """A value as it is written in a file; no day, which nobody would mean if it were left as it is."""
        if next(_classes(model.model_fields[key].annotation, date), None):
            return str(load(self._lang, "new")["comments"]["day"])
        value = _found(self._examples, model, key)
        return str(value).lower() if isinstance(value, bool) else str(value)

    def choices(self, model: Model, key: str) -> dict[str, str]:
        """The values that can be chosen, with their names; empty where anything may be written."""
        enum = next(_classes(model.model_fields[key].annotation, Enum), None)
        if enum is None:
            return {}
        if enum is Platform:
            return {name: platform.name for name, platform in self._settings.social.platforms.items()}
        names = self._choices[_CAPITAL.sub("_", enum.__name__).lower()]
        return {str(member.value): str(names[member.value]) for member in enum}

    def named(self, model: Model, path: Sequence[str]) -> tuple[str, str]:
        """Label and explanation of a key inside another: `Framlagt till påseende, dag`."""
        labels: list[str] = []
        hint = ""
        for key in path:
            label, hint = self.label(model, key), self.hint(model, key)
            labels.append(f"{label[:1].lower()}{label[1:]}" if labels else label)
            model = inner(model, key) or model
        return ", ".join(labels), hint


def inner(model: Model, key: str) -> Model | None:
    """The model of the values that stand inside a key, if any do."""
    return next(_classes(model.model_fields[key].annotation, BaseModel), None)


def is_list(model: Model, key: str) -> bool:
    return getattr(model.model_fields[key].annotation, "__origin__", None) is tuple


def _found(words: dict[str, Any], model: Model, key: str) -> Any:
    """The words of a key: those of the model itself, else those of the model it is built on."""
    for owner in model.__mro__:
        section = words.get(owner.__name__.lower()) or {}
        if key in section:
            return section[key]
    raise KeyError(f"{model.__name__}.{key}")


def _classes(annotation: Any, kind: type[Any]) -> Iterator[type[Any]]:
    if isinstance(annotation, type) and issubclass(annotation, kind):
        yield annotation
    for part in get_args(annotation):
        yield from _classes(part, kind)
