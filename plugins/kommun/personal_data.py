"""Marked personal data: shown while it may be, then taken out (KomL 140 §)."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

from markupsafe import Markup, escape

from .content.markdown import MARK, masked
from .ending import instant_after

REMOVED = {"sv": "[personuppgift borttagen]", "fi": "[henkilötieto poistettu]"}
_BEGIN, _END = "\ue002", "\ue003"
_BARE = re.compile(
    r"<[a-zA-Z/][^<>]*>"  # a tag's attributes
    r"|!\[[^\]\n]*\]"  # what stands for an image
    r"|\]\([^()\n]*\)|^ {0,3}\[[^\]\n]+\]:[^\n]*",  # a link's target and title
    re.MULTILINE,
)
"""Parts of a Markdown text where no element can stand."""


def has_marks(text: str) -> bool:
    return MARK.search(text) is not None


def without_marks(text: str, lang: str, shown: bool) -> str:
    """The text with each mark as its name, or as the words that say it is gone."""
    return MARK.sub(lambda found: found["name"] if shown else removed(lang), text)


def removed(lang: str) -> str:
    """The words that stand where a name stood."""
    return REMOVED.get(lang, REMOVED["sv"])


def in_markdown(text: str, lang: str, shown: bool, through: date | None) -> str:
    """The text for a page. A name that goes before the page does stands between signs, see `dated`."""
    if not shown or through is None:
        return without_marks(text, lang, shown)
    text = text.translate({ord(_BEGIN): None, ord(_END): None})
    bare = _bare_places(text)
    return MARK.sub(lambda f: f["name"] if bare(f.start()) else f"{_BEGIN}{f['name']}{_END}", text)


def dated(text: str, through: date | None) -> str:
    """The text, when nothing in it will be cleaned any more, with each name saying when it goes: see `kommun.js`."""
    if through is None:
        return text
    return text.replace(_BEGIN, f'<span data-expires="{instant_after(through)}">').replace(_END, "</span>")


def in_html(text: str, lang: str, shown: bool, through: date | None) -> Markup:
    """A text without markup for a page, with each name saying when it goes."""
    if not shown or through is None:
        return escape(without_marks(text, lang, shown))
    return Markup(dated(MARK.sub(rf"{_BEGIN}\g<name>{_END}", str(escape(text))), through))


def names_in(text: str) -> tuple[str, ...]:
    """The marked names, as they would have been shown."""
    return tuple(found["name"] for found in MARK.finditer(text))


def _bare_places(text: str) -> Callable[[int], bool]:
    """Whether a place in a Markdown text is code, or a part of a link or a tag, where no element can stand."""
    shown = masked(text)
    places = [(found.start(), found.end()) for found in _BARE.finditer(shown)]
    return lambda at: shown[at] != text[at] or any(start <= at < end for start, end in places)
