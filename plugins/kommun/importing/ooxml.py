"""The names of the Office Open XML format (ECMA-376), and the few things asked of its elements."""

from __future__ import annotations

from typing import Any

from lxml import etree

_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
W = f"{{{_WORD}}}"
R = f"{{{RELATIONSHIPS}}}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
PICTURE = "{http://schemas.openxmlformats.org/drawingml/2006/picture}"
CHART = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
DIAGRAM = "{http://schemas.openxmlformats.org/drawingml/2006/diagram}"
MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
VML = "{urn:schemas-microsoft-com:vml}"
OFFICE = "{urn:schemas-microsoft-com:office:office}"
_PACKAGE = "{http://schemas.openxmlformats.org/package/2006/relationships}"

# The same names in the strict form of the format (ISO/IEC 29500 Strict).
STRICT = {
    "http://purl.oclc.org/ooxml/wordprocessingml/main": _WORD,
    "http://purl.oclc.org/ooxml/officeDocument/relationships": RELATIONSHIPS,
    "http://purl.oclc.org/ooxml/officeDocument/math": MATH[1:-1],
    "http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing": WP[1:-1],
    "http://purl.oclc.org/ooxml/drawingml/main": DRAWING[1:-1],
    "http://purl.oclc.org/ooxml/drawingml/picture": PICTURE[1:-1],
    "http://purl.oclc.org/ooxml/drawingml/chart": CHART[1:-1],
    "http://purl.oclc.org/ooxml/drawingml/diagram": DIAGRAM[1:-1],
}


def targets_of(relationships: Any, kind: str) -> list[tuple[str, str]]:
    """Id and target of each relationship of a kind, such as `styles` or `hyperlink`."""
    rows = [] if relationships is None else relationships.iter(f"{_PACKAGE}Relationship")
    # The kind's name ends the address of the type in both forms of the format.
    return [(r.get("Id", ""), r.get("Target", "")) for r in rows if r.get("Type", "").rsplit("/", 1)[-1] == kind]


def value(element: Any, *path: str) -> str | None:
    """The `w:val` of a descendant, None where it or its value is not there."""
    found = element.find("/".join(f"{W}{name}" for name in path))
    return None if found is None else found.get(f"{W}val")


def switched_on(element: Any, name: str) -> bool | None:
    """A property that is on or off, such as `w:b`; None where nothing is said."""
    found = None if element is None else element.find(f"{W}{name}")
    return None if found is None else found.get(f"{W}val", "true") not in ("0", "false", "off", "none")


def text_of(element: Any) -> str:
    """The words in an element, deleted ones too, on one line."""
    words: list[str] = []
    for part in element.iter(f"{W}t", f"{W}delText", f"{MATH}t", f"{W}tab", f"{W}br", f"{W}p"):
        words.append(part.text or "" if part.tag in (f"{W}t", f"{W}delText", f"{MATH}t") else " ")
    return " ".join("".join(words).split())


def lines_of(part: Any) -> list[str]:
    """The lines of a header or footer, a row of a table as one."""
    alone = (p for p in part.iter(f"{W}p") if next(p.iterancestors(f"{W}tr"), None) is None)
    return [text for element in (*part.iter(f"{W}tr"), *alone) if (text := text_of(element))]


def make(tag: str, *children: Any, text: str = "", **attributes: str) -> Any:
    """A new element of Word's own namespace."""
    element = etree.Element(f"{W}{tag}", {f"{W}{name}": content for name, content in attributes.items()})
    element.extend(children)
    if text:
        element.text = text
        element.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    return element


def replace(old: Any, new: Any | None) -> None:
    """Put an element in the place of another, or take it away."""
    parent = old.getparent()
    if new is not None:
        parent.insert(parent.index(old), new)
    parent.remove(old)
