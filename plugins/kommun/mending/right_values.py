"""The right value for one that is written in another way, where only one can be meant."""

from __future__ import annotations

import re
from functools import cache
from typing import Annotated, Any

from pydantic import BaseModel, TypeAdapter, ValidationError

from .kinds import choices, kind_of
from .spellings import meant
from .written_dates import read_date

_NUMBER = re.compile(r"(?:nr|nro)?\.? ?(?P<number>\d{1,6}) ?(?:§|dagar|dygn|päivää|pv)?", re.IGNORECASE)


def right_value(model: type[BaseModel], name: str, value: Any) -> str:
    """What a text in the wrong form means for a key of this kind; '' where that is not certain."""
    if not isinstance(value, str):
        return ""
    match kind_of(model, name):
        case "date":
            day = read_date(value)
            return day.isoformat() if day else ""
        case "truth":
            return meant(value, ("true", "false"), "value-names")
        case "choice":
            return meant(value, choices(model, name), "value-names")
        case "number":
            number = _NUMBER.fullmatch(value.strip())
            return number["number"] if number else ""
    return ""


def fits(model: type[BaseModel], name: str, value: Any) -> bool:
    """Whether a value is right for a key, as it stands or in another form."""
    return is_right(model, name, value) or bool(right_value(model, name, value))


def is_right(model: type[BaseModel], name: str, value: Any) -> bool:
    try:
        _reader(model, name).validate_python(value)
    except ValidationError:
        return False
    return True


@cache
def _reader(model: type[BaseModel], name: str) -> TypeAdapter[Any]:
    field = model.model_fields[name]
    annotation: Any = field.annotation
    return TypeAdapter(Annotated[annotation, *field.metadata] if field.metadata else annotation)
