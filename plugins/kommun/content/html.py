"""HTML in an editor's Markdown, cleaned before it is staged: stricter than a cleaner of finished HTML can be.

What is staged must be safe by itself, whatever renders it (decisions 1 and 2). An
editor's text keeps the tags and attributes of a short list, written out again, and
links that lead to the web, to e-mail, to a telephone or to the site itself. What is
lost is told, once and in its place, so that the rule `html-allowed` and the stage
speak of the same thing. Comments are taken away and are no loss.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from .html_braces import brace_changes
from .html_change import Change, Changed, Loss, apply
from .html_links import angles, link_changes
from .html_tags import tag_changes
from .html_view import HALF_REFERENCE, View
from .markdown import Text

_CONTROLS = re.compile(r"\r\n?|[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
_NOTHING_TO_DO = re.compile(
    r"(?:[^\]!<{&\x00-\x08\x0b-\x1f\x7f]++"
    r"|\]\((?:https?://|mailto:|tel:|#|[\w./%~-]*[)#?])|\](?![(:])|!(?!\[)|&(?!#))*+",
    re.ASCII,
)
"""A text without HTML, braces, images and definitions, whose links begin as links may: as good as all of them."""
_PASSES = 8


class Cleaned(NamedTuple):
    text: str
    losses: tuple[Loss, ...]


def clean(text: str) -> Cleaned:
    """The text as it may be staged, and what is lost by that; the same text where there is nothing to do."""
    if _NOTHING_TO_DO.fullmatch(text):
        return Cleaned(text, ())
    ways: list[Changed] = []
    losses: list[Loss] = []

    def make(changes: list[Change]) -> None:
        nonlocal text
        changed = apply(text, changes)
        for loss in changed.losses:
            offset = loss.offset
            for way in reversed(ways):
                offset = way.origin(offset)
            losses.append(loss._replace(offset=offset))
        ways.append(changed)
        text = changed.text

    if _CONTROLS.search(text):
        make([Change(m.start(), m.end(), "\n" if m[0][0] == "\r" else "") for m in _CONTROLS.finditer(text)])
    for _ in range(_PASSES):
        changes = _changes(View(text))
        if not changes:
            break
        make(changes)
    else:
        make(_plain(text))
    return Cleaned(text, tuple(sorted(set(losses))))


def cleaned(text: Text) -> Text:
    """A text of which nothing is lost on the way to its readers; the same one where it is clean already."""
    clear = clean(text.source).text
    return text if clear == text.source else Text(clear)


def _changes(view: View) -> list[Change]:
    """What one look finds. Comments go first, so that what they hold is not taken for anything else."""
    if "<!--" in view.shallow and (comments := _comments(view.shallow)):
        return comments
    found = [*tag_changes(view, frozenset(angles(view))), *link_changes(view)]
    found += [Change(m.start(), m.start() + 1, "&amp;") for m in HALF_REFERENCE.finditer(view.bare)]
    return [*found, *brace_changes(view)] if "{" in view.bare else found


def _comments(text: str) -> list[Change]:
    found: list[Change] = []
    start = text.find("<!--")
    while start >= 0 and (end := text.find("-->", start + 4)) >= 0:
        found.append(Change(start, end + 3, ""))
        start = text.find("<!--", end)
    return found


def _plain(text: str) -> list[Change]:
    """A text that goes on changing was made to mislead: nothing in it means anything."""
    inert = {"<": "&lt;", "{": "&#123;", "]": "&#93;", "`": "&#96;"}
    return [Change(m.start(), m.end(), inert[m[0]]) for m in re.finditer(r"[<{\]`]", text)]
