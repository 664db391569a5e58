"""One page of the staged tree: plain Markdown, with what the frame needs in its front matter."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import Any

from kommun.content.document import Document, Entry
from kommun.content.markdown import plain_text
from kommun.ending import instant_after, robots_rule
from kommun.personal_data import without_marks

from .context import PageContext
from .feeds import feeds_in_head
from .structured_data import structured_data

_DESCRIPTION = 160


@dataclass(frozen=True)
class StagedPage:
    """A page as it is handed to the renderer."""

    path: str
    """In the staged tree: `units/bildning/index.sv.md`."""
    meta: dict[str, Any]
    text: str

    def source(self) -> bytes:
        """The file. Each value is JSON, which YAML readers of every version take for the same thing."""
        lines = [f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in self.meta.items()]
        return ("---\n" + "\n".join(lines) + "\n---\n\n" + self.text).encode()


def staged_page(context: PageContext, text: str, description: str = "") -> StagedPage:
    """A page of the site in one language of the frame."""
    site, key, lang = context.site, context.key, context.lang
    entry = site.plan.entries.get(key)
    meta: dict[str, Any] = {
        "title": context.title(key),
        "frame": lang,
        "lang": site.title_language(key, lang),
        "kind": entry.type if entry else "page",
        "address": context.address,
        "crumbs": _crumbs(context),
        "alternates": [
            {"lang": other, "address": site.address(key, other), "translated": site.is_translated(key, other)}
            for other in site.settings.locales
        ],
    }
    if last := context.last_day(key):
        meta["ends"] = {"day": context.day(last), "instant": instant_after(last), "robots": robots_rule(last)}
    if "<span" in (named := str(context.named(key))):
        meta["heading"] = named
    if entry:
        document = entry.in_language(lang)
        description = description or _description(document, site.shows_names(entry))
        meta |= _responsibility(context, entry, document)
    if description:
        meta["description"] = description
    if data := structured_data(context, description):
        meta["data"] = data
    if feeds := feeds_in_head(context):
        meta["feeds"] = feeds
    return StagedPage(f"{key}.{lang}.md", meta, text)


def in_own_language(context: PageContext, document: Document, text: str) -> str:
    """The text with its language marked where it is not the frame's."""
    if document.lang == context.lang or not text.strip():
        return text
    return f'<div lang="{document.lang}" markdown="1">\n\n{text}\n</div>\n'


def _crumbs(context: PageContext) -> list[dict[str, str]]:
    """The pages above this one, from the start page down."""
    site, parts = context.site, context.key.split("/")
    above = ["index", *("/".join([*parts[:n], "index"]) for n in range(1, len(parts)))]
    if context.key.endswith(("/agenda", "/minutes")):
        above = [key for key in above if site.has(key)]
    return [
        {"title": context.title(key), "address": site.address(key, context.lang)}
        for key in above
        if key != context.key and site.has(key)
    ]


def _responsibility(context: PageContext, entry: Entry, document: Document) -> dict[str, Any]:
    site, facts = context.site, entry.facts
    found: dict[str, Any] = {}
    unit = site.unit_of(entry)
    if unit:
        found["unit"] = {"title": context.title(unit.key), "address": site.address(unit.key, context.lang)}
    if facts.reviewed:
        found["reviewed"] = context.day(facts.reviewed)
    elif facts.published and entry.type in ("page", "news"):
        found["published"] = context.day(facts.published)
    if document.lang != context.lang:
        words = context.words
        found["untranslated"] = words["untranslated"].format(language=words["language_names"][document.lang])
    return found


def summary(context: PageContext, entry: Entry) -> str:
    """The beginning of a document's text, as lists of documents show it."""
    return _description(entry.in_language(context.lang), context.site.shows_names(entry))


def _description(document: Document, shown: bool) -> str:
    """The first paragraph of a text, cut at a word, for search engines and feeds."""
    for block in re.split(r"\n\s*\n", document.shown.masked):
        block = block.strip()
        if not block or block[0] in "#|<!-*:`>[{" or block.startswith("    "):
            continue
        words = plain_text(without_marks(" ".join(block.split()), document.lang, shown))
        return words if len(words) <= _DESCRIPTION else words[:_DESCRIPTION].rsplit(" ", 1)[0] + " …"
    return ""
