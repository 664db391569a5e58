"""One tag: read as HTML reads it, written out so that it is nothing else to any renderer."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html import unescape
from typing import NamedTuple
from urllib.parse import quote

from . import html_elements as elements
from .markdown import MARK

NAME = re.compile(r"</?([a-zA-Z][^ \t\n\f\r/<>]*)")
_ATTRIBUTE = re.compile(
    r"(?P<name>=?[^ \t\n\f\r/<>=]*)"
    r"(?:[ \t\n\f\r]*=[ \t\n\f\r]*"
    r"(?:\"(?P<double>[^\"]*)\"|'(?P<single>[^']*)'|(?P<bare>[^ \t\n\f\r>\"'][^ \t\n\f\r<>]*)))?"
)
_NO_VALUE = re.compile(r"[ \t\n\f\r]*=")
_ACTIVE = re.compile(r"[^\w .,/:;?=+%~@#\x80-\U0010ffff-]")
"""What might mean something to Markdown, or end an attribute: written as a character reference."""
_NOT_IN_ADDRESS = re.compile(r"[\s\"'`<>()\[\]|\\^!*]")
_UNWRITABLE = re.compile(r"[\x00-\x1f\x7f]+")


class Attribute(NamedTuple):
    name: str
    value: str
    start: int


@dataclass
class Tag:
    """A tag as HTML reads it."""

    name: str
    start: int
    end: int = 0
    attributes: list[Attribute] = field(default_factory=list)


def read_tag(text: str, start: int, limit: int) -> Tag | None:
    """The tag that begins at a `<`; None where it does not end before `limit` or another `<`."""
    name = NAME.match(text, start, limit)
    if name is None:
        return None
    tag = Tag(name[1].lower(), start)
    at = name.end()
    while at < limit and text[at] != "<":
        if text[at] == ">":
            tag.end = at + 1
            return tag
        if text[at] in " \t\n\f\r/":
            at += 1
            continue
        found = _ATTRIBUTE.match(text, at, limit)
        if found is None or found.end() == at or _NO_VALUE.match(text, found.end()):
            return None
        value = next((found[kind] for kind in ("double", "single", "bare") if found[kind] is not None), "")
        tag.attributes.append(Attribute(found["name"].lower(), unescape(value), at))
        at = found.end()
    return None


def lost_from(element: str, attribute: Attribute) -> str:
    """The case of an attribute that an allowed element may not have; '' where it may."""
    name, value = attribute.name, attribute.value
    if (element, name) not in elements.ADDRESSES:
        return "" if elements.is_attribute(element, name, value) else elements.lost_attribute(name, value)
    image = name == "src"
    if elements.is_allowed(value, image):
        return ""
    return "foreign-image" if image and elements.leads_out(value) else "address"


def written(element: str, name: str, value: str) -> str:
    """An attribute as it is staged: nothing in its value means anything to Markdown or ends it."""
    if name in elements.FLAGS:
        return f" {name}"
    address = (element, name) in elements.ADDRESSES
    value = _UNWRITABLE.sub("" if address else " ", value or ("1" if name == "markdown" else ""))
    return f' {name}="{inert(value, address)}"'


def inert(value: str, address: bool = False) -> str:
    """The characters of a value, so that none of them is anything else to HTML or Markdown.

    Personal data in it stays marked, so that it goes in time.
    """
    out, at = [], 0
    for mark in MARK.finditer(value):
        out += [_inert(value[at : mark.start()], address), "{", _inert(mark[0][1:-1]), "}"]
        at = mark.end()
    return "".join([*out, _inert(value[at:], address)])


def _inert(value: str, address: bool = False) -> str:
    if address:
        value = _NOT_IN_ADDRESS.sub(lambda found: quote(found[0]), value.strip())
    return _ACTIVE.sub(lambda found: "&amp;" if found[0] == "&" else f"&#{ord(found[0])};", value)


def told_of(attribute: Attribute, kind: str) -> str:
    scheme = elements.scheme_of(attribute.value) if kind == "address" else ""
    return told(scheme or attribute.name)


def told(name: str) -> str:
    """A name that is safe and short to tell."""
    found = re.match(r"[!?]?-{0,2}[a-z0-9:.-]{0,30}", name.lower())
    return found[0] if found else ""
