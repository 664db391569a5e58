"""What office files note about their author and their author's computer, and how they read without it."""

from __future__ import annotations

import re
from collections.abc import Callable

from lxml import etree

from .limits import Broken

_THUMBNAIL = re.compile(r"(?:docProps/thumbnail\.\w+|Thumbnails/.+)")
_CORE_KEPT = ("title", "language", "subject", "keywords", "description")
_META_KEPT = ("title", "language", "subject", "keyword", "description", "document-statistic")
_EMPTIED = ("docProps/app.xml", "docProps/custom.xml")
_GONE = ("/thumbnail", "/attachedTemplate")


def removed(name: str) -> bool:
    """Parts that the published copy lacks: a picture of the first page as it once was."""
    return _THUMBNAIL.fullmatch(name) is not None


def cleaned(name: str, content: bytes) -> bytes:
    """One XML part without what tells of its author; the same bytes where there is nothing to take out."""
    if name in _EMPTIED:
        return _without_children(content, ())
    if name == "docProps/core.xml":
        return _without_children(content, _CORE_KEPT)
    if name == "meta.xml":
        return _without_meta(content)
    if name in ("_rels/.rels", "word/_rels/settings.xml.rels"):
        return _without(content, ("Relationship",), lambda e: str(e.get("Type")).endswith(_GONE))
    if name == "word/settings.xml":
        return _without(content, ("attachedTemplate", "rsids"), lambda e: True)
    if name == "xl/workbook.xml":
        return _without(content, ("absPath", "fileSharing"), lambda e: True)
    if name == "settings.xml":
        return _without(content, ("config-item",), _is_printer)
    if name == "META-INF/manifest.xml":
        return _without(
            content, ("file-entry",), lambda e: any(_THUMBNAIL.fullmatch(str(v)) for v in e.attrib.values())
        )
    return content


def properties(name: str, content: bytes) -> tuple[str, ...]:
    """The words of the parts that hold properties; () for every other part."""
    if name not in (*_EMPTIED, "docProps/core.xml", "meta.xml"):
        return ()
    root = _parsed(content)
    return tuple(words for text in root.itertext() if (words := str(text).strip()))


def _parsed(content: bytes) -> etree._Element:
    try:
        return etree.fromstring(content, etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True))
    except (etree.XMLSyntaxError, ValueError):
        raise Broken from None


def _written(root: etree._Element) -> bytes:
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True, standalone=True)


def _local(element: etree._Element) -> str:
    return etree.QName(element).localname if isinstance(element.tag, str) else ""


def _without_children(content: bytes, kept: tuple[str, ...]) -> bytes:
    root = _parsed(content)
    for child in list(root):
        if _local(child) not in kept:
            root.remove(child)
    return _written(root)


def _without_meta(content: bytes) -> bytes:
    root = _parsed(content)
    for meta in root:
        for child in list(meta):
            if _local(child) not in _META_KEPT:
                meta.remove(child)
    return _written(root)


def _without(content: bytes, names: tuple[str, ...], goes: Callable[[etree._Element], bool]) -> bytes:
    if not any(name.encode() in content for name in names):
        return content
    root = _parsed(content)
    found = [e for e in root.iter() if _local(e) in names and goes(e)]
    for element in found:
        parent = element.getparent()
        if parent is not None:
            parent.remove(element)
    return _written(root) if found else content


def _is_printer(item: etree._Element) -> bool:
    return any(str(value) in ("PrinterName", "PrinterSetup", "PrintFaxName") for value in item.attrib.values())
