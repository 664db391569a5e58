"""Days in words, in the reader's language."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from babel.dates import format_date

from kommun.messages import load


@lru_cache(maxsize=4096)
def in_words(day: date, lang: str, form: str = "day") -> str:
    """A day as people write it; `form` is one of `dates` in `pages.yml`.

    The pattern is ours: Babel's short Swedish date for Finland is the ISO form.
    """
    return format_date(day, load(lang, "pages")["dates"][form], locale=lang)


def days_left(through: date, today: date, lang: str) -> str:
    """How long something that stands through a day still stands."""
    words = load(lang, "pages")["left"]
    days = (through - today).days
    if days <= 0:
        return str(words["today"])
    return str(words["one"]) if days == 1 else str(words["many"]).format(days=days)
