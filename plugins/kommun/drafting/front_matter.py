"""Front matter that explains itself: every key of its type, those not in use behind a # with an example."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Mapping, Sequence
from typing import TypeAlias

from .key_words import Model, inner, is_list
from .situation import Situation

Value: TypeAlias = "str | bool | Mapping[str, Value] | Sequence[Value]"
_WIDTH = 98
# Plain words that other YAML readers take for something else than text are quoted.
_PLAIN = re.compile(r"\d{4}-\d{2}-\d{2}|0|[1-9]\d*|[a-z][a-z0-9_-]*|[a-z0-9][a-z0-9._-]*@[a-z0-9.-]*[a-z0-9]")
_TEXT = ("title", "sections")
_NOT_TEXT = {"null", "yes", "no", "on", "off", "y", "n", "true", "false"}


def comment(text: str) -> list[str]:
    """A text as lines of comment."""
    wrapped = textwrap.wrap(text, _WIDTH, break_long_words=False, break_on_hyphens=False)
    return [f"# {line}" for line in wrapped]


def scalar(value: str | bool, key: str = "") -> str:
    """A value as YAML reads it back, whatever signs it holds."""
    if isinstance(value, bool):
        return "true" if value else "false"
    line = " ".join(value.split())
    if key not in _TEXT and _PLAIN.fullmatch(line) and line not in _NOT_TEXT:
        return line
    escaped = line.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


class FrontMatter:
    """Writes the keys of a model with their words."""

    def __init__(self, situation: Situation) -> None:
        self._keys = situation.keys
        self._words = situation.words["comments"]

    def lines(self, model: Model, order: Sequence[str], values: Mapping[str, Value], held_back: str = "") -> list[str]:
        """Every key in `order`; `held_back` names the key that is written as a comment until the text is ready."""
        out: list[str] = []
        for key in order:
            out += self.explained(model, key)
            if key == held_back:
                out += [*comment(self._words["held_back"]), f"# {key}: {self._first(values, model, key)}"]
            elif key in values:
                out += self._written(model, key, values[key])
            else:
                out += [f"# {line}" for line in self._example(model, key)]
        return out

    def _first(self, values: Mapping[str, Value], model: Model, key: str) -> str:
        value = values.get(key)
        return scalar(value, key) if isinstance(value, str) else self._keys.example(model, key)

    def explained(self, model: Model, key: str) -> list[str]:
        lines = comment(f"{self._keys.label(model, key)}. {self._keys.hint(model, key)}")
        choices = self._keys.choices(model, key)
        if choices:
            told = ", ".join(f"{value} ({label})" for value, label in choices.items())
            lines += comment(self._words["choose"].format(choices=told))
        return lines

    def _written(self, model: Model, key: str, value: Value) -> list[str]:
        if isinstance(value, str | bool):
            return [f"{key}: {scalar(value, key)}"]
        within = inner(model, key)
        assert within is not None  # only keys with a model of their own hold anything but a value
        if isinstance(value, Mapping):
            return [f"{key}:", *_indented(self._inside(within, value), "  ")]
        out = [f"{key}:"]
        for number, item in enumerate(value):
            assert isinstance(item, Mapping)
            out += _item(self._inside(within, item) if not number else self._bare(within, item))
        return out

    def _inside(self, model: Model, values: Mapping[str, Value]) -> list[str]:
        return self.lines(model, tuple(model.model_fields), values)

    def _bare(self, model: Model, values: Mapping[str, Value]) -> list[str]:
        return [line for key, value in values.items() for line in self._written(model, key, value)]

    def _example(self, model: Model, key: str) -> list[str]:
        within = inner(model, key)
        if within is None:
            return [f"{key}: {self._keys.example(model, key)}"]
        rows = [self._example_row(within, name) for name in within.model_fields]
        return [f"{key}:", *(_item(rows) if is_list(model, key) else _indented(rows, "  "))]

    def _example_row(self, model: Model, key: str) -> str:
        row = f"{key}: {self._keys.example(model, key)}  # {self._keys.label(model, key)}"
        return row if model.model_fields[key].is_required() else f"# {row}"


def _indented(lines: Sequence[str], by: str) -> list[str]:
    return [f"{by}{line}" for line in lines]


def _item(lines: Sequence[str]) -> list[str]:
    """Lines as one item of a list: the dash stands before the first key, comments above it stay above."""
    first = next(number for number, line in enumerate(lines) if not line.startswith("#"))
    return [f"  - {line}" if number == first else f"    {line}" for number, line in enumerate(lines)]
