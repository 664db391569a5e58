"""What a picture in SVG may not hold: such a file is a document, and shown by itself it may do what a page may."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from .html_elements import SCHEMES, scheme_of

_SCRIPTS = frozenset(("script", "handler", "listener"))
_FOREIGN = frozenset(("foreignobject", "iframe", "object", "embed", "audio", "video", "canvas", "source"))
_ANIMATIONS = frozenset(("animate", "set", "animatemotion", "animatetransform", "discard"))
_INSIDE = re.compile(r"#|data:image/(?:png|jpe?g|gif|webp);base64,", re.IGNORECASE)
_FETCHED = re.compile(r"url\(\s*[\"']?(?P<address>[^\"')]*)|@import\s*[\"'](?P<sheet>[^\"']*)", re.IGNORECASE)
_ESCAPE = re.compile(r"\\(?:([0-9a-fA-F]{1,6})[ \t\r\n\f]?|([^\r\n]))")
_XHTML = "{http://www.w3.org/1999/xhtml}"


def wrong_in_svg(content: bytes) -> Iterator[tuple[str, str]]:
    """The cases of what must not be in a picture, with the element, the attribute or the address."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True)
    try:
        root = etree.fromstring(content, parser)
    except (etree.XMLSyntaxError, ValueError):
        yield "svg-unreadable", ""
        return
    for node in (*root.itersiblings(preceding=True), *root.iter()):
        if isinstance(node, etree._ProcessingInstruction) and "stylesheet" in str(node.target):
            yield "svg-outside", "xml-stylesheet"
        elif isinstance(node, etree._Entity):
            yield "svg-unreadable", ""
        elif isinstance(node.tag, str):
            yield from _wrong(node)


def _wrong(element: etree._Element) -> Iterator[tuple[str, str]]:
    tag = _local(element.tag)
    moved = _local(element.get("attributeName") or "").rpartition(":")[2]
    if tag in _SCRIPTS or (tag in _ANIMATIONS and (moved == "href" or moved.startswith("on"))):
        yield "svg-script", tag
    elif tag in _FOREIGN or str(element.tag).startswith(_XHTML):
        yield "svg-foreign", tag
    if tag == "style":
        yield from _outside("".join(str(text) for text in element.itertext()))
    for key, value in element.attrib.items():
        name = _local(str(key))
        if name.startswith("on"):
            yield "svg-script", name
        elif name in ("href", "src"):
            yield from _wrong_reference(tag, str(value))
        else:
            yield from _outside(str(value))


def _wrong_reference(tag: str, address: str) -> Iterator[tuple[str, str]]:
    """A link may lead somewhere; all else is fetched, and must be in the picture itself."""
    if tag == "a":
        if scheme_of(address) not in ("", *SCHEMES):
            yield "svg-script", "href"
    elif address.strip() and not _INSIDE.match(address.strip()):
        yield "svg-outside", address[:80]


def _outside(style: str) -> Iterator[tuple[str, str]]:
    plain = _ESCAPE.sub(lambda found: chr(min(int(found[1], 16), 0x10FFFF)) if found[1] else found[2], style)
    for found in _FETCHED.finditer(plain):
        address = (found["address"] or found["sheet"] or "").strip()
        if address and not _INSIDE.match(address):
            yield "svg-outside", address[:80]


def _local(name: object) -> str:
    return str(name).rpartition("}")[2].lower()
