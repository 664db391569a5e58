"""The form of a document: one field for each key of its model, made from the key's type."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from typing import Any, get_args

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from kommun.attachments.kinds import ENDINGS
from kommun.content.fields import Common, Day, Email, Number, Truth
from kommun.content.merge import WORDS

from .required import is_required
from .words import Words, section_of

Field = dict[str, Any]
Path = tuple[str, ...]

ORDER = (
    *("type", "title", "unit", "kind", "category", "level", "number", "time", "place", "sent", "adjusted"),
    *("published", "expires", "period_reason", "appeal_days", "viewing", "appeal", "document", "contact", "head"),
    *("publishes_minutes", "publication_decision", "members", "feedback", "attachments", "forms", "links", "social"),
    *("permit", "statutory", "supersedes_note", "reviewed"),
)
"""The keys of a document as the form asks for them, and as they then stand in the file."""

NOT_OFFERED: dict[tuple[str, str], str] = {
    ("Minutes", "expires"): "minutes stand for the years that the configuration says",
    ("Minutes", "reviewed"): "minutes are not read through again",
    ("Agenda", "expires"): "the minutes end an agenda",
    ("Agenda", "reviewed"): "agendas are not read through again",
    ("Notice", "reviewed"): "a notice ends instead",
    ("Alert", "reviewed"): "an alert ends instead",
    ("Alert", "permit"): "a permit is no disturbance",
    ("Unit", "unit"): "the unit is the page itself",
    ("Unit", "permit"): "a unit's page tells of no single permit",
    ("Body", "permit"): "a body's page tells of no single permit",
}
"""Keys of a model that would only be in the way, and why. What stands in a file by hand is kept."""

_FILES = {("Attachment", "file"), ("Attachment", "redacted"), ("Minutes", "document")}
_LONG = {"purpose", "goal", "content", "audience", "resources", "marketing", "supersedes_note"}
_ONLY = {("Account", "account_type"): ("organisation",)}
"""Texts of which the rules accept but some values."""
_HTTPS = r"^https://\S+$"
_EMAIL = r"^[^@\s<>]+@[^@\s<>]+\.[^@\s<>]+$"
_SECTION = r"\s*§*\s*\d{1,5}(\s*[-–]\s*\d{1,5})?\s*"
_PATTERNS = {
    ("Account", "url"): (_HTTPS, "https"),
    ("Appeal", "sections"): (rf"^{_SECTION}(,{_SECTION})*$", "sections"),
    ("Unit", "feedback"): (rf"{_EMAIL}|{_HTTPS}|^[a-z0-9./-]+$", "feedback"),
}


def form(model: type[Common], type_name: str, words: Words) -> list[Field]:
    """The fields of a type of document, without its text."""
    keys = [key for key in model.model_fields if (model.__name__, key) not in NOT_OFFERED]
    keys.sort(key=lambda key: ORDER.index(key) if key in ORDER else len(ORDER))
    return [
        {"name": "type", "widget": "hidden", "default": type_name} if key == "type" else _field(model, key, words, ())
        for key in keys
    ]


def _field(model: type[BaseModel], key: str, words: Words, above: Path) -> Field:
    info, told = model.model_fields[key], words.of_key(model, key)
    field: Field = {
        "name": key,
        "label": told["label"],
        "hint": told["hint"],
        "required": is_required(model, key),
        **_widget(model, key, info, words, above),
    }
    if translated := _translated((*above, key)):
        field["i18n"] = translated
    return field


def _widget(model: type[BaseModel], key: str, info: FieldInfo, words: Words, above: Path) -> Field:
    place = (model.__name__, key)
    if key == "unit":
        return {"widget": "relation", "collection": "units", "value_field": "{{slug}}", "display_fields": ["title"]}
    if place in _FILES:
        return {"widget": "file", "choose_url": False, "accept": ",".join(f".{ending}" for ending in ENDINGS)}
    if place in _PATTERNS:
        pattern, name = _PATTERNS[place]
        return {"widget": "string", "pattern": [pattern, words.pattern(name)]}
    if place in _ONLY:
        return _select(key, _ONLY[place], words)
    nested, is_list = _model_in(info)
    if nested:
        return _nested(nested, is_list, words, (*above, key), words.of_key(model, key))
    for kind in _parts(info.annotation):
        if isinstance(kind, type) and issubclass(kind, StrEnum):
            return _select(section_of(kind.__name__), tuple(kind), words)
    return _plain(key, info, words)


def _plain(key: str, info: FieldInfo, words: Words) -> Field:
    if _holds(info, Day):
        return {"widget": "datetime", "type": "date", "format": "YYYY-MM-DD"}
    if _holds(info, Truth):
        return {"widget": "boolean"}
    if _holds(info, Number):
        return {"widget": "number", "value_type": "int", "min": 1}
    if _holds(info, Email):
        return {"widget": "string", "type": "email", "pattern": [_EMAIL, words.pattern("email")]}
    return {"widget": "text" if key in _LONG else "string"}


def _select(enumeration: str, values: tuple[str, ...], words: Words) -> Field:
    options = [{"value": str(value), "label": words.choice(enumeration, str(value))} for value in values]
    return {"widget": "select", "options": options}


def _nested(model: type[BaseModel], is_list: bool, words: Words, path: Path, told: dict[str, str]) -> Field:
    below = (*path, "*") if is_list else path
    fields = [_field(model, key, words, below) for key in model.model_fields]
    if not is_list:
        return {"widget": "object", "fields": fields}
    first = "title" if "title" in model.model_fields else "name" if "name" in model.model_fields else "sections"
    return {
        "widget": "list",
        "label_singular": told["one"],
        "summary": f"{{{{fields.{first}}}}}",
        "collapsed": "auto",
        "fields": fields,
    }


def _translated(path: Path) -> bool:
    """Whether a key, or one below it, is words that a translation says in its own way."""
    return any(words[: len(path)] == path for words in WORDS)


def _parts(annotation: Any) -> Iterator[Any]:
    yield annotation
    for part in get_args(annotation):
        yield from _parts(part)


def _model_in(info: FieldInfo) -> tuple[type[BaseModel] | None, bool]:
    """The model that a key holds, if any, and whether it holds a list of it."""
    for part in _parts(info.annotation):
        if isinstance(part, type) and issubclass(part, BaseModel):
            return part, any(getattr(outer, "__origin__", None) is tuple for outer in _parts(info.annotation))
    return None, False


def _holds(info: FieldInfo, kind: Any) -> bool:
    """Whether a key is of one of the kinds in `content/fields.py`, which are told apart by how they are read."""
    reader = get_args(kind)[1]
    return reader in info.metadata or any(reader in get_args(part) for part in _parts(info.annotation))
