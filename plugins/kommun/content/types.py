"""The types of document and the folders they live in (CONTENT.md sections 1 and 3)."""

from __future__ import annotations

from kommun.clock import parse_date

from .alert import Alert
from .body import Body
from .fields import Common
from .meeting import Agenda, Minutes
from .news import News
from .notice import Notice
from .page import Page
from .unit import Unit

MODELS: dict[str, type[Common]] = {
    "page": Page,
    "unit": Unit,
    "body": Body,
    "notice": Notice,
    "news": News,
    "alert": Alert,
    "agenda": Agenda,
    "minutes": Minutes,
}


def is_meeting_folder(name: str) -> bool:
    """`2026-11-02`, or `2026-11-02-2` for a second meeting on the day."""
    day, rest = name[:10], name[10:]
    try:
        parse_date(day)
    except ValueError:
        return False
    return not rest or (rest[0] == "-" and rest[1:].isdigit() and 2 <= int(rest[1:]) <= 9)


def types_for(key: str, own_folders: dict[str, str]) -> tuple[str, ...]:
    """The types that fit the place `key`; the first is the usual one, none where nothing fits.

    `own_folders` maps the folders of notices, news and alerts to their type.
    """
    parts = key.split("/")
    if parts[0] == "units" and len(parts) > 1:
        return ("unit",) if len(parts) == 3 and parts[2] == "index" else ("page",)
    if parts[0] == "meetings" and len(parts) > 2:
        if len(parts) == 3:
            return ("body",) if parts[2] == "index" else ("page",)
        return (parts[3],) if len(parts) == 4 and parts[3] in ("agenda", "minutes") else ()
    if parts[0] in own_folders and len(parts) > 1:
        return ("page",) if parts[-1] == "index" else (own_folders[parts[0]],)
    return ("page",)
