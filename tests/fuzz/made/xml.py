"""XML with elements lost, doubled, moved, renamed and nested, and still well formed."""

from __future__ import annotations

from random import Random
from typing import Any

from lxml import etree

from .bytes import changed
from .texts import a_code, text

_VALUES = (
    "",
    "0",
    "-1",
    "true",
    "hidden",
    "veryHidden",
    "false",
    "table",
    "javascript:a",
    "url(//a)",
    "#a",
    "data:image/svg+xml,a",
    "../a",
    "PrinterName",
    "é" * 300,
)
_NAMES = (
    "script",
    "a",
    "style",
    "metadata",
    "set",
    "image",
    "text",
    "comment",
    "ins",
    "del",
    "annotation",
    "p",
    "note",
    "tracked-changes",
    "table",
    "sheet",
    "config-item",
    "Relationship",
)


def xml(chance: Random, content: bytes) -> bytes:
    """A part changed; what cannot be parsed is changed as bytes."""
    try:
        root = etree.fromstring(content)
    except (etree.XMLSyntaxError, ValueError):
        return changed(chance, content)
    for _ in range(chance.choice((1, 1, 2, 4, 9))):
        _change(chance, root)
    head = (
        chance.choice(("", "", "<!-- a -->", "<?a b?>", "<!DOCTYPE a>", '<!DOCTYPE a [<!ENTITY b "c">]>'))
        if chance.random() < 0.2
        else ""
    )
    encoding = chance.choice(("utf-8", "utf-8", "utf-8", "utf-16", "iso-8859-1", "ascii"))
    out = etree.tostring(root, encoding=encoding, xml_declaration=True)
    if head and encoding == "utf-8":
        first, _, rest = out.partition(b"\n")
        out = first + b"\n" + head.encode() + rest
    return changed(chance, out) if chance.random() < 0.1 else out


def _change(chance: Random, root: Any) -> None:
    elements = [element for element in root.iter() if isinstance(element.tag, str)]
    one, other = chance.choice(elements), chance.choice(elements)
    doing = chance.randrange(9)
    if doing == 0 and one is not root:
        one.getparent().remove(one)
    elif doing == 1:
        other.append(_copy(one))
    elif doing == 2:
        one.tag = other.tag if chance.random() < 0.5 else _renamed(chance, one)
    elif doing == 3:
        names = [
            *one.attrib,
            *other.attrib,
            "onload",
            "href",
            "state",
            "style",
            "{http://www.w3.org/1999/xlink}href",
            "{urn:a}b",
        ]
        one.set(chance.choice(names), chance.choice(_VALUES) if chance.random() < 0.7 else a_code(chance))
    elif doing == 4 and one.attrib:
        del one.attrib[chance.choice(list(one.attrib))]
    elif doing == 5:
        one.text = _allowed(text(chance, 6))
        one.tail = _allowed(text(chance, 3))
    elif doing == 6:
        one.append(chance.choice((etree.Comment("a"), etree.ProcessingInstruction("a", "b"))))
    elif doing == 7:
        inner = one
        for _ in range(chance.choice((1, 3, 40, 300))):
            inner = etree.SubElement(inner, _renamed(chance, one))
    else:
        one.insert(0, etree.Element(_renamed(chance, one)))


def _copy(element: Any) -> Any:
    return etree.fromstring(etree.tostring(element, with_tail=False), etree.XMLParser(huge_tree=True))


def _renamed(chance: Random, element: Any) -> str:
    space = etree.QName(element).namespace
    name = chance.choice(_NAMES)
    return f"{{{space}}}{name}" if space and chance.random() < 0.8 else name


def _allowed(written: str) -> str:
    """Without the signs that XML cannot hold."""
    return "".join(sign for sign in written if sign in "\t\n" or " " <= sign < "\ufffe" or sign > "\uffff")
