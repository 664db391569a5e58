"""Drawings (svg): text that a browser draws, and might run."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from ..limits import Broken, Refused
from ..readings import readings
from ..seen import Seen

_SVG = "http://www.w3.org/2000/svg"
_XLINK = "{http://www.w3.org/1999/xlink}href"
_FOREIGN = ("script", "foreignObject", "iframe", "handler", "listener", "set")
_OWN_SPACES = ("", _SVG, "http://www.w3.org/1999/xlink", "http://www.w3.org/XML/1998/namespace")
_OUTSIDE = re.compile(r"url\(\s*['\"]?(?!#)|@import|expression\(", re.IGNORECASE)
_TEXTS = ("text", "tspan", "textPath", "title", "desc")


def inspect(data: bytes, seen: Seen, depth: int) -> None:
    root = _parsed(data, seen.limits.unpacked)
    shown = clean(data)
    seen.text(" ".join(_drawn(_parsed(shown, len(shown)))))
    seen.beneath("".join(str(text) for text in root.itertext()))
    for text in readings(data):
        seen.beneath(text)
    if any(_active(element) for element in root.iter()):
        seen.hidden.add("program")
    if b"<!--" in data or _has_notes(root):
        seen.traces.add("drawing-metadata")
    seen.looks(shown)


def clean(data: bytes) -> bytes:
    """The drawing without programs, comments, what drawing programs note, and references to elsewhere."""
    root = _parsed(data, len(data) * 2)
    for element in list(root.iter()):
        if element is not root and (not _own(element) or _local(element) in (*_FOREIGN, "metadata")):
            _remove(element)
    for element in root.iter():
        for name in list(element.attrib):
            if not _stays(element, str(name)):
                del element.attrib[name]
        if _local(element) == "style" and _OUTSIDE.search(element.text or ""):
            element.text = ""
    etree.cleanup_namespaces(root)
    return etree.tostring(root, encoding="utf-8", xml_declaration=True)


def _parsed(data: bytes, limit: int) -> etree._Element:
    if len(data) > limit:
        raise Refused
    if b"<!ENTITY" in data:
        raise Refused  # nobody draws with entities, and they unpack without end
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, remove_blank_text=False)
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError):
        raise Broken from None
    if _local(root) != "svg" or not _own(root):
        raise Broken
    return root


def _drawn(root: etree._Element) -> Iterator[str]:
    for element in root.iter():
        if _local(element) in _TEXTS:
            yield "".join(str(text) for text in element.itertext())


def _values(element: etree._Element) -> Iterator[str]:
    yield from (str(value) for value in element.attrib.values())


def _local(element: etree._Element) -> str:
    return etree.QName(element).localname if isinstance(element.tag, str) else ""


def _own(element: etree._Element) -> bool:
    return isinstance(element.tag, str) and (etree.QName(element).namespace or "") in _OWN_SPACES


def _active(element: etree._Element) -> bool:
    if _local(element) in ("script", "handler", "listener", "foreignObject", "iframe"):
        return True
    names = [etree.QName(str(name)).localname.lower() for name in element.attrib]
    return any(name.startswith("on") for name in names) or any(
        re.match(r"\s*(?:java|vb)script:", value, re.IGNORECASE) for value in _values(element)
    )


def _stays(element: etree._Element, name: str) -> bool:
    space, local = etree.QName(name).namespace or "", etree.QName(name).localname
    value = str(element.get(name))
    if space not in _OWN_SPACES or local.lower().startswith("on"):
        return False
    if name in ("href", _XLINK):
        return value.startswith("#") or (_local(element) == "image" and value.startswith("data:image/")
                                         and not value.startswith("data:image/svg"))  # fmt: skip
    return not _OUTSIDE.search(value)


def _remove(element: etree._Element) -> None:
    """Take an element out and leave the text after it."""
    parent = element.getparent()
    if parent is None:
        return
    before = element.getprevious()
    if element.tail:
        if before is None:
            parent.text = (parent.text or "") + element.tail
        else:
            before.tail = (before.tail or "") + element.tail
    parent.remove(element)


def _has_notes(root: etree._Element) -> bool:
    """Whether a drawing program has left notes of its own, or an author's."""
    return any(not _own(e) or _local(e) == "metadata" for e in root.iter()) or any(
        (etree.QName(str(name)).namespace or "") not in _OWN_SPACES for e in root.iter() for name in e.attrib
    )
