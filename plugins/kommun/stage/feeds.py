"""The feeds and the calendar: which there are, where they stand, and which pages lead to them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from urllib.parse import quote, urljoin

from kommun.configuration import Settings
from kommun.content.addresses import address, relative
from kommun.messages import load

from .context import PageContext

ATOM, CALENDAR = "application/atom+xml", "text/calendar"


@dataclass(frozen=True)
class Feed:
    """One file for each language that programs of the reader's own look at again and again."""

    kind: str
    """Its words in `feeds` of `pages.yml`."""
    hub: str
    """The page on which people find the same."""
    file: str
    type: str

    def address(self, lang: str, settings: Settings) -> str:
        return f"{address('index', lang, settings)}{settings.stage.feeds}/{self.file}"

    def title(self, lang: str, settings: Settings) -> str:
        words = load(lang, "pages")["feeds"]
        return str(words["title"]).format(municipality=settings.name_in(lang), what=words[self.kind])


def feeds(settings: Settings) -> tuple[Feed, ...]:
    stage = settings.stage
    return (
        Feed("notices", f"{stage.notices}/index", f"{stage.notices}.xml", ATOM),
        Feed("news", f"{stage.news}/index", f"{stage.news}.xml", ATOM),
        Feed("minutes", "meetings/index", f"{stage.minutes_feed}.xml", ATOM),
        Feed("meetings", "meetings/index", f"{stage.calendar}.ics", CALENDAR),
    )


def feeds_in_head(context: PageContext) -> list[dict[str, str]]:
    """What a page's head tells programs of: a hub of its own feeds, the start page of all."""
    settings, lang = context.site.settings, context.lang
    return [
        {"type": feed.type, "title": feed.title(lang, settings), "address": feed.address(lang, settings)}
        for feed in feeds(settings)
        if context.key in ("index", feed.hub)
    ]


def feed_link(context: PageContext, kind: str) -> str:
    """The visible link to a feed, or to the calendar."""
    feed = next(feed for feed in feeds(context.site.settings) if feed.kind == kind)
    words: dict[str, Any] = context.words["feeds"]
    text = words["calendar"] if feed.type == CALENDAR else words["subscribe"]
    way = relative(feed.address(context.lang, context.site.settings), context.address)
    return context.render("onwards", address=way, text=text)


def absolute(settings: Settings, address: str) -> str:
    """An address with the site's own in front: what is read elsewhere has no page to start from."""
    return urljoin(settings.site_url.rstrip("/") + "/", address)


def lasting_id(settings: Settings, name: str) -> str:
    """An id that never changes, whatever becomes of the title and the address (RFC 4151)."""
    return f"tag:{settings.host},{settings.stage.ids_since.isoformat()}:{quote(name, safe='/:')}"
