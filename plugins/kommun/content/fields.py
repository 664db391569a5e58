"""The kinds of value that front matter holds, read from the editor's own text."""

from __future__ import annotations

import re
from datetime import date
from enum import StrEnum
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict
from pydantic_core import PydanticCustomError

from kommun.clock import parse_date

# A year outside these is a slip of the hand (0206, 20226), and years can be added to those within.
_YEARS = range(1900, 2200)
_FINNISH_DATE = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})")


def _text(value: Any) -> Any:
    if isinstance(value, str) and value.strip():
        return value.strip()
    raise PydanticCustomError("text", "not a text")


def _day(value: Any) -> Any:
    if isinstance(value, date):
        return value
    if not isinstance(value, str):
        raise PydanticCustomError("date", "not a date", {"guess": ""})
    try:
        day = parse_date(value.strip())
    except ValueError:
        raise PydanticCustomError("date", "not a date", {"guess": _guess_date(value)}) from None
    if day.year not in _YEARS:
        raise PydanticCustomError("date", "not a date", {"guess": ""})
    return day


def _guess_date(value: str) -> str:
    found = _FINNISH_DATE.fullmatch(value.strip())
    if not found:
        return ""
    day, month, year = (int(part) for part in found.groups())
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return ""


def _truth(value: Any) -> Any:
    if isinstance(value, bool):
        return value
    if value in ("true", "True", "TRUE"):
        return True
    if value in ("false", "False", "FALSE"):
        return False
    raise PydanticCustomError("truth", "not true or false")


def _number(value: Any) -> Any:
    text = str(value).removeprefix("§").strip() if isinstance(value, str | int) else ""
    if text.isascii() and text.isdigit() and len(text) <= 6:
        return int(text)
    raise PydanticCustomError("number", "not a number")


def _email(value: Any) -> Any:
    text = _text(value)
    if re.fullmatch(r"[^@\s<>]+@[^@\s<>]+\.[^@\s<>]+", text):
        return text
    raise PydanticCustomError("email", "not an e-mail address")


Text = Annotated[str, BeforeValidator(_text)]
Day = Annotated[date, BeforeValidator(_day)]
"""A whole day in Europe/Helsinki."""
Truth = Annotated[bool, BeforeValidator(_truth)]
Number = Annotated[int, BeforeValidator(_number)]
Email = Annotated[str, BeforeValidator(_email)]


class Strict(BaseModel):
    """Unknown keys are errors: a misspelt `expires` must not make a notice eternal."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class AttachmentKind(StrEnum):
    """What an attachment is to its document (CONTENT.md section 3)."""

    ATTACHMENT = "attachment"
    """Belongs to the matter; published with the document."""
    SIDE_MATERIAL = "side_material"
    """Read at the meeting; published only when a § refers to it (strategy 4.1)."""
    INFORMATION = "information"
    """Belongs to a matter for information; never published (strategy 4.1)."""
    FORM = "form"
    MAP = "map"


class Access(StrEnum):
    PUBLIC = "public"
    CONFIDENTIAL = "confidential"


class Attachment(Strict):
    """A file beside a document, by the name the document gives it."""

    file: Text
    title: Text
    section: Number | None = None
    kind: AttachmentKind = AttachmentKind.ATTACHMENT
    access: Access = Access.PUBLIC
    legal_basis: Text | None = None
    personal_data: Truth = False
    redacted: Text | None = None

    @property
    def is_public(self) -> bool:
        """Meant for the public: neither secret nor part of a matter for information."""
        return self.access is Access.PUBLIC and self.kind is not AttachmentKind.INFORMATION


class Permit(StrEnum):
    BUILDING = "building"
    ENVIRONMENT = "environment"
    OTHER = "other"


class Common(Strict):
    """The keys of every type of document (CONTENT.md section 3)."""

    type: Text | None = None
    title: Text | None = None
    unit: Text | None = None
    published: Day | None = None
    expires: Day | None = None
    reviewed: Day | None = None
    attachments: tuple[Attachment, ...] = ()
    permit: Permit | None = None
