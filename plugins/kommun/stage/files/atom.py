"""The feeds of minutes, notices and news, one of each in every language (Atom, RFC 4287).

Written with lxml, which is here already: feedgen asks the clock as soon as a feed is
made, and the same content and day must give the same bytes.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, datetime, time

from lxml import etree

from kommun.clock import HELSINKI
from kommun.content.document import Entry

from ..context import PageContext
from ..feeds import ATOM, Feed, absolute, feeds, lasting_id
from ..page import summary
from ..parts import newest_first
from ..site import Site

_NAMESPACE = "http://www.w3.org/2005/Atom"
_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_NEWEST_MINUTES = 50
_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What no XML document can hold, not even escaped."""


def files(site: Site) -> dict[str, bytes]:
    return {
        feed.address(lang, site.settings): _feed(site, feed, lang)
        for feed in feeds(site.settings)
        if feed.type == ATOM
        for lang in site.settings.locales
    }


def _entries(site: Site, kind: str) -> Sequence[Entry]:
    """What a feed tells of, the newest first."""
    if kind == "minutes":
        return newest_first(site.of_type("minutes"))[:_NEWEST_MINUTES]
    return newest_first(site.of_type("notice" if kind == "notices" else kind))


def _feed(site: Site, feed: Feed, lang: str) -> bytes:
    settings = site.settings
    entries = _entries(site, feed.kind)
    # An empty feed has not changed since the first day that its id knows of.
    updated = max((entry.facts.published for entry in entries), default=settings.stage.ids_since)
    root = etree.Element("feed", {_LANG: lang}, nsmap={None: _NAMESPACE})  # type: ignore[dict-item]
    _text(root, "id", lasting_id(settings, f"feed:{feed.kind}:{lang}"))
    _text(root, "title", feed.title(lang, settings))
    _text(root, "updated", _midnight(updated))
    own = absolute(settings, feed.address(lang, settings))
    etree.SubElement(root, "link", {"rel": "self", "type": ATOM, "href": own})
    hub = absolute(settings, site.address(feed.hub, lang))
    etree.SubElement(root, "link", {"rel": "alternate", "type": "text/html", "href": hub})
    author = etree.SubElement(root, "author")
    _text(author, "name", settings.name_in(lang))
    if settings.stage.email:
        _text(author, "email", settings.stage.email)
    for entry in entries:
        _entry(root, PageContext(site, entry.key, lang), entry)
    return etree.tostring(root, xml_declaration=True, encoding="utf-8", pretty_print=True)


def _entry(root: etree._Element, context: PageContext, entry: Entry) -> None:
    site, lang = context.site, context.lang
    element = etree.SubElement(root, "entry")
    # Each language has an entry of its own: to a reader of both feeds the same id would be the same entry.
    _text(element, "id", lasting_id(site.settings, f"{lang}/{entry.key}"))
    _text(element, "title", context.title(entry.key), context.foreign(entry.key))
    address = absolute(site.settings, context.address)
    etree.SubElement(element, "link", {"rel": "alternate", "type": "text/html", "href": address})
    day = _midnight(entry.facts.published)
    _text(element, "published", day)
    _text(element, "updated", day)
    if category := _category(context, entry):
        term, label = category
        etree.SubElement(element, "category", {"term": term, "label": _NOT_XML.sub("", label)})
    if text := summary(context, entry):
        _text(element, "summary", text, context.foreign(entry.key))


def _category(context: PageContext, entry: Entry) -> tuple[str, str] | None:
    """By what a reader may sort the entries: the body of minutes, the category of a notice."""
    body = context.site.body_of(entry)
    if entry.body and body:
        return entry.body, context.title(body.key)
    if entry.type == "notice":
        term = entry.facts.category.value
        return term, context.words["categories"][term]
    return None


def _text(parent: etree._Element, name: str, text: str, lang: str = "") -> None:
    element = etree.SubElement(parent, name, {_LANG: lang} if lang else {})
    element.text = _NOT_XML.sub("", text)


def _midnight(day: date) -> str:
    """The beginning of a day in Helsinki, with the offset that holds on it (RFC 3339)."""
    return datetime.combine(day, time.min, HELSINKI).isoformat()
