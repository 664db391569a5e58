"""The end of a day that counts whole in Helsinki, as an instant that programs elsewhere compare with their own clock.

The night's build takes down what has ended. What it cannot reach, a copy in a browser or in a
search engine's index, is told beforehand when its time is out.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from email.utils import format_datetime

from .clock import HELSINKI

_LAST_SECOND = time(23, 59, 59)


def instant_after(day: date) -> str:
    """The first instant after a day, in UTC: `2026-12-05T22:00:00Z` for 5 December, `…T21:00:00Z` in summer."""
    return f"{_end(day) + timedelta(seconds=1):%Y-%m-%dT%H:%M:%SZ}"


def robots_rule(day: date) -> str:
    """`unavailable_after` with a day's last second, in the form that search engines document and use in examples.

    It is that of RFC 822 (with the year in full, RFC 1123), without the day of the week: its comma would
    be taken for the end of the rule. https://developers.google.com/search/docs/crawling-indexing/robots-meta-tag
    """
    moment = format_datetime(_end(day), usegmt=True).partition(", ")[2]
    return f"unavailable_after: {moment}"


def _end(day: date) -> datetime:
    return datetime.combine(day, _LAST_SECOND, HELSINKI).astimezone(UTC)
