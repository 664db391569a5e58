"""The collections of the web editor: each type of document in each of its folders, with how a new one is named."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from kommun.configuration import Settings
from kommun.content.types import MODELS

from .form import Field, form
from .words import Words

if TYPE_CHECKING:
    from .configuration import Body

Collection = dict[str, Any]

_PATTERNS = {
    "name": r"^[a-z0-9]+(-+[a-z0-9]+)*$",
    "day": r"^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])(-[2-9])?$",
}
"""What a new document's name, or its folder's, must look like (rule `file-name`)."""
_NESTED_DEPTH = 8
_BUTTONS = (
    *("bold", "italic", "code", "link", "heading-two", "heading-three", "heading-four"),
    *("bulleted-list", "numbered-list", "quote"),
)
"""No pictures: a file is published only when it is listed. Code, since the handbook has some."""
_ICONS = {
    **{"notices": "campaign", "news": "newspaper", "alerts": "warning", "agendas": "event_note", "minutes": "gavel"},
    **{"units": "apartment", "unit-pages": "note_stack", "bodies": "groups", "meeting-pages": "note_stack"},
    **{"pages": "description", "introductions": "subject", "handbook": "menu_book"},
}


def collections(settings: Settings, words: Words, bodies: Mapping[str, Body]) -> list[Collection]:
    """Every type of document in every folder that holds it, in the order of the menu."""
    stage = settings.stage
    return [
        _flat("notices", f"docs/{stage.notices}", "notice", words),
        _flat("news", f"docs/{stage.news}", "news", words),
        _flat("alerts", f"docs/{stage.alerts}", "alert", words),
        _divider("meetings"),
        *_meetings(words, bodies),
        _divider("units"),
        {**_flat("units", "units", "unit", words), "path": "{{slug}}/index"},
        _nested("unit-pages", "units", words),
        _divider("bodies"),
        {**_flat("bodies", "meetings", "body", words), "path": "{{slug}}/index"},
        _nested("meeting-pages", "meetings", words),
        _divider("pages"),
        _nested("pages", "docs", words),
        _introductions(words),
        _handbook(words),
    ]


def _divider(before: str) -> Collection:
    return {"name": f"before-{before}", "divider": True}


def _meetings(words: Words, bodies: Mapping[str, Body]) -> Iterator[Collection]:
    """For each body its agendas and, where it publishes them, its minutes: each in a folder named by the day."""
    for slug, body in bodies.items():
        for name, type_name in (("agendas", "agenda"), ("minutes", "minutes")):
            if type_name == "agenda" or body.publishes_minutes:
                made = _collection(name, f"meetings/{slug}", type_name, words)
                label = f"{body.title}: {made['label'].lower()}"
                made |= {"name": f"{name}-{slug}", "label": label, "path": f"{{{{slug}}}}/{type_name}"}
                yield made | {"slug": _slug("day", words)}


def _flat(name: str, folder: str, type_name: str, words: Words) -> Collection:
    """Documents beside one another, each named after its title unless the editor says otherwise."""
    return _collection(name, folder, type_name, words) | {"slug": {"template": "{{title}}", **_slug("name", words)}}


def _nested(name: str, folder: str, words: Words) -> Collection:
    """Pages in folders within folders; the editor chooses the folder."""
    return _flat(name, folder, "page", words) | {
        "nested": {"depth": _NESTED_DEPTH, "subfolders": False},
        "meta": {"path": {}},
    }


def _introductions(words: Words) -> Collection:
    """The pages above the lists of notices, news and alerts: their folders are collections of their own, so
    `pages` does not see them."""
    told, stage = words.all["collections"], words.settings.stage
    folders = {"notices": stage.notices, "news": stage.news, "alerts": stage.alerts}
    return {
        "name": "introductions",
        "label": told["introductions"]["label"],
        "description": told["introductions"]["hint"],
        "icon": _ICONS["introductions"],
        "i18n": True,
        "files": [
            {
                "name": name,
                "label": told[name]["label"],
                "file": f"docs/{folder}/index.{{{{locale}}}}.md",
                "i18n": True,
                "media_folder": "",
                "public_folder": "",
                "fields": _fields("page", words),
            }
            for name, folder in folders.items()
        ],
    }


def _handbook(words: Words) -> Collection:
    """The handbook, written as it stands in the file: its examples are marks that must not become real ones."""
    made = _flat("handbook", f"docs/{words.settings.stage.handbook}", "page", words)
    made["fields"][-1]["modes"] = ["raw"]
    return made


def _fields(type_name: str, words: Words) -> list[Field]:
    return [*form(MODELS[type_name], type_name, words), _text(type_name, words)]


def _collection(name: str, folder: str, type_name: str, words: Words) -> Collection:
    told = words.all["collections"][name]
    fields = _fields(type_name, words)
    dates = [field["name"] for field in fields if field["name"] in ("published", "expires", "reviewed")]
    newest = {"default": {"field": "published", "direction": "descending"}}
    both = type_name in ("notice", "alert", "unit")
    return {
        "name": name,
        "label": told["label"],
        "label_singular": told["one"],
        "description": told["hint"],
        "icon": _ICONS[name],
        "folder": folder,
        "create": True,
        # Rules `notice-both-languages` and `unit-presented`; elsewhere the editor adds the translation.
        "i18n": {"initial_locales": "all" if both else "default"},
        # Attachments lie beside the document that lists them.
        "media_folder": "",
        "public_folder": "",
        "filter": {"field": "type", "value": type_name},
        "sortable_fields": {"fields": ["title", *dates], **(newest if type_name in _DATED else {})},
        "fields": fields,
    }


_DATED = frozenset(("notice", "news", "alert", "agenda", "minutes"))
"""The types that people look for by the day."""


def _slug(kind: str, words: Words) -> dict[str, Any]:
    """How a new document is named; the name is part of its address, so it is not changed later."""
    told = words.all["slugs"][kind]
    return {"editable": ["create"], "hint": told["hint"], "pattern": [_PATTERNS[kind], told["wrong"]]}


def _text(type_name: str, words: Words) -> Field:
    told = words.all["body"]
    field: Field = {
        "name": "body",
        "label": told["label"],
        "hint": words.filled(told.get(type_name, told["hint"])),
        "widget": "richtext",
        "required": True,
        "i18n": True,
        "buttons": list(_BUTTONS),
        "editor_components": ["code-block"],
    }
    if type_name == "unit":
        field["pattern"] = [_unit_sections(words.settings), words.pattern("unit")]
    return field


def _unit_sections(settings: Settings) -> str:
    """A text with the headings of a unit's page, in one language or the other (strategy 4.1)."""
    units = settings.units
    ways = []
    for lang in settings.locales:
        headings = [words[lang] for words in (units.description, units.contact) if lang in words]
        ways.append("".join(rf"(?=[\s\S]*^## {re.escape(heading)}\s*$)" for heading in headings))
    # The program reads `/pattern/flags`.
    return f"/^(?:{'|'.join(ways)})/m"
