"""The one place that knows what day it is."""

from __future__ import annotations

import os
import re
from datetime import date, datetime
from zoneinfo import ZoneInfo

HELSINKI = ZoneInfo("Europe/Helsinki")
_ISO = re.compile(r"\d{4}-\d{2}-\d{2}")


class UnreadableDate(ValueError):
    """The text given for today is not a date written YYYY-MM-DD."""

    def __init__(self, text: str, source: str) -> None:
        super().__init__(text)
        self.text = text
        self.source = source


def parse_date(text: str) -> date:
    """A calendar day from `YYYY-MM-DD` and nothing else; ValueError otherwise."""
    if not _ISO.fullmatch(text):
        raise ValueError(text)
    return date.fromisoformat(text)


def today(option: str | None = None) -> date:
    """The build's date in Europe/Helsinki: `option`, else KOMMUN_TODAY, else today.

    Raises UnreadableDate where a given text is no date: a wrong date must never
    quietly become "today" and publish or withdraw something (CONTENT.md section 2).
    """
    for text, source in ((option, "--today"), (os.environ.get("KOMMUN_TODAY"), "KOMMUN_TODAY")):
        if text is None:
            continue
        try:
            return parse_date(text.strip())
        except ValueError:
            raise UnreadableDate(text, source) from None
    return datetime.now(HELSINKI).date()
