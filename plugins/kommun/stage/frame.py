"""What stands around every page: alerts on top, and the municipality's details in the footer."""

from __future__ import annotations

from typing import Any

import markdown

from kommun.content.document import Entry
from kommun.ending import instant_after

from .context import PageContext
from .parts import newest_first
from .site import Site
from .text import shown_text

ROOT = "@root/"
"""Stands for the way to the site's root in the alerts' links; the theme puts the page's own there."""

EXTENSIONS = ("attr_list", "tables", "sane_lists", "md_in_html", "fenced_code")
"""As on the pages; without fenced code, what a page shows as an example of HTML would be HTML here."""


def frame(site: Site) -> dict[str, Any]:
    """The frame's facts for each language of the site."""
    return {lang: _in_language(site, lang) for lang in site.settings.locales}


def _in_language(site: Site, lang: str) -> dict[str, Any]:
    settings = site.settings
    return {
        "name": settings.name_in(lang),
        "today": site.today.isoformat(),
        "email": settings.stage.email,
        "office": settings.stage.address,
        "alerts": [_alert(site, entry, lang) for entry in newest_first(site.of_type("alert"))],
        "footer": [
            {"title": site.title(key, lang), "address": site.address(key, lang)}
            for key in settings.stage.footer
            if site.has(key)
        ],
        "search": site.address(settings.stage.search, lang),
        "start": site.address("index", lang),
        "board": site.address(f"{settings.stage.notices}/index", lang),
        "board_title": site.title(f"{settings.stage.notices}/index", lang),
    }


def _alert(site: Site, entry: Entry, lang: str) -> dict[str, str]:
    # A page at the root, so that the links in the text start at the root.
    context = PageContext(site, "index", lang)
    document = entry.in_language(lang)
    text = shown_text(context, entry, document)
    html = markdown.markdown(text, extensions=list(EXTENSIONS))
    return {
        "level": entry.facts.level.value,
        "label": context.words["levels"][entry.facts.level.value],
        "title": site.title(entry.key, lang),
        "lang": document.lang,
        "address": site.address(entry.key, lang),
        "expires": instant_after(entry.facts.expires),
        "html": _rooted(html, context),
    }


def _rooted(html: str, context: PageContext) -> str:
    from lxml.html import fragment_fromstring, tostring

    root = fragment_fromstring(html, create_parent="div")
    for link in root.iter("a"):
        target = link.get("href", "")
        if target and not target.startswith(("http:", "https:", "mailto:", "tel:", "#")):
            link.set("href", ROOT + _address_of(target, context))
    for heading in root.iter("h1", "h2", "h3", "h4", "h5", "h6"):
        heading.tag = "p"  # an alert stands above the page's own headings
        heading.attrib.pop("id", None)
    inner = "".join(tostring(child, encoding="unicode") for child in root)
    return (root.text or "") + inner


def _address_of(target: str, context: PageContext) -> str:
    path, hash_, anchor = target.partition("#")
    suffix = f".{context.lang}.md"
    if path.endswith(suffix):
        return context.site.address(path.removesuffix(suffix), context.lang) + hash_ + anchor
    return path + hash_ + anchor
