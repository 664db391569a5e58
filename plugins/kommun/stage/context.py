"""The page that is being written: its place, its language, and the way from it to others."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import cache, cached_property
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from kommun.content.addresses import relative
from kommun.content.document import Entry
from kommun.ending import instant_after
from kommun.messages import load
from kommun.personal_data import in_html
from kommun.plan import names_through

from .calendar_words import days_left, in_words
from .site import Site

_LAST_LETTERS = {ord("å"): "z1", ord("ä"): "z2", ord("ö"): "z3"}


@dataclass(frozen=True)
class PageContext:
    """One page in one language of the frame."""

    site: Site
    key: str
    lang: str

    @cached_property
    def address(self) -> str:
        return self.site.address(self.key, self.lang)

    @property
    def words(self) -> dict[str, Any]:
        return load(self.lang, "pages")

    def to(self, key: str) -> str:
        """The way to another page, in the same language."""
        return relative(self.site.address(key, self.lang), self.address)

    def to_file(self, path: str) -> str:
        """The way to an attachment, in the reader's language where it has one."""
        return relative(self.site.file(path, self.lang), self.address)

    def title(self, key: str) -> str:
        return self.site.title(key, self.lang)

    def named(self, key: str) -> Markup:
        """The title for a page's text: a name in it that goes before the page does says when."""
        entry = self.site.plan.entries.get(key)
        if entry is None:
            return Markup.escape(self.title(key))
        document, shown = entry.in_language(self.lang), self.site.shows_names(entry)
        return in_html(document.title, document.lang, shown, names_through(self.site.library, entry))

    def last_day(self, key: str) -> date | None:
        """The last day of a page; None where it stands until somebody takes it down."""
        site = self.site
        if key in site.generated:
            return None  # only its introduction may go
        meeting = site.meetings.get(key)
        entry = meeting.minutes if meeting else site.plan.entries.get(key)
        return site.plan.rows[entry.main.path].end if entry else None

    def until(self, key: str) -> Markup:
        """What a row says of the page it leads to: the instant at which both are gone, if there is one."""
        return gone_after(self.last_day(key))

    def foreign(self, key: str) -> str:
        """The language of a page's title where it is not the reader's; '' where it is."""
        lang = self.site.title_language(key, self.lang)
        return "" if lang == self.lang else lang

    def day(self, day: date, form: str = "day") -> str:
        return in_words(day, self.lang, form)

    def left(self, through: date) -> str:
        return days_left(through, self.site.today, self.lang)

    def sorted_by_title(self, entries: list[Entry]) -> list[Entry]:
        return sorted(entries, key=lambda entry: alphabetical(self.title(entry.key)))

    def render(self, template: str, **values: Any) -> str:
        """A part of the page as one HTML block: without blank lines, which would end it in Markdown."""
        html = (
            _templates().get_template(f"{template}.html").render(page=self, site=self.site, words=self.words, **values)
        )
        return re.sub(r"\n\s*", "\n", html).strip()


def gone_after(last: date | None) -> Markup:
    """The attribute of an element that the browser takes away after a day: see the theme's `kommun.js`."""
    return Markup(' data-expires="{}"').format(instant_after(last)) if last else Markup()


def alphabetical(text: str) -> str:
    """A sorting key: å, ä and ö last, in that order, capitals as small letters."""
    return text.casefold().translate(_LAST_LETTERS)


@cache
def _templates() -> Environment:
    return Environment(
        loader=FileSystemLoader(Path(__file__).parent / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
