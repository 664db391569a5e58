"""Marked personal data: shown while it may be, then taken out (KomL 140 §)."""

from __future__ import annotations

from .content.markdown import MARK

REMOVED = {"sv": "[personuppgift borttagen]", "fi": "[henkilötieto poistettu]"}


def has_marks(text: str) -> bool:
    return MARK.search(text) is not None


def without_marks(text: str, lang: str, shown: bool) -> str:
    """The text with each mark as its name, or as the words that say it is gone."""
    gone = REMOVED.get(lang, REMOVED["sv"])
    return MARK.sub(lambda found: found["name"] if shown else gone, text)


def names_in(text: str) -> tuple[str, ...]:
    """The marked names, as they would have been shown."""
    return tuple(found["name"] for found in MARK.finditer(text))
