"""From a Word file to blocks of words, by Mammoth.

Mammoth reads paragraphs, runs, fields, links, lists and tables the way Word means
them. It is handed a document of our own making that holds nothing else: what it
would lose is marked, what it does not look for (styles, Word's own numbers) is
written out, and no picture or outside file is there to be opened.
"""

from __future__ import annotations

import io
import zipfile
from dataclasses import dataclass
from typing import Any

import mammoth  # type: ignore[import-untyped]
from lxml import etree

from .blocks import Block
from .formatting import HEADING_STYLE, read_styles, write_meaning
from .from_html import blocks_of
from .marks import Losses
from .numbering import BULLETS, NUMBERS, write_numbers
from .ooxml import W, lines_of, make, targets_of
from .package import Package
from .refusal import Refusal
from .unreadable import mark_unreadable, note_texts

_STYLE_MAP = "\n".join(
    [f"p.{HEADING_STYLE}{level} => h{level}:fresh" for level in range(1, 7)]
    + ["all-caps => span.capitals", "strike => s", "b => strong", "i => em"]
)
_TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/></Types>'
)
_RELATIONSHIPS = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
_KIND = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


@dataclass
class Converted:
    blocks: list[Block]
    losses: Losses
    header: list[str]
    """The lines of the headers and footers, which hold facts and no text."""


def convert(package: Package) -> Converted:
    """The words of a Word file, and what did not come along."""
    root = package.text()
    losses = Losses()
    styles = read_styles(package.related("styles"))
    notes = {
        kind: package.related(part)
        for kind, part in (("footnote", "footnotes"), ("endnote", "endnotes"), ("comment", "comments"))
    }
    mark_unreadable(root, losses, note_texts(notes))
    write_numbers(root, package.related("numbering"), styles)
    write_meaning(root, styles, losses)
    html = _html(_document(root, package.relationships()), losses)
    margins = [*package.related("header"), *package.related("footer")]
    return Converted(blocks_of(html, losses), losses, [line for part in margins for line in lines_of(part)])


def _html(document: bytes, losses: Losses) -> str:
    try:
        result = mammoth.convert_to_html(
            io.BytesIO(document), style_map=_STYLE_MAP, include_embedded_style_map=False, external_file_access=False
        )
    except Exception as error:  # whatever a foreign file makes the converter stumble over is the file's fault
        raise Refusal("broken") from error
    for message in result.messages:
        if "unrecognised element" in message.message or "unsupported character" in message.message:
            losses.mark("other", message.message.rpartition(": ")[2])
    return str(result.value)


def _document(root: Any, relationships: Any) -> bytes:
    """A Word file with the text, its links, and two plain lists."""
    links = etree.fromstring(f"{_RELATIONSHIPS}</Relationships>")
    links.append(_relationship("numbering", "numbering", "numbering.xml"))
    for name, target in targets_of(relationships, "hyperlink"):
        links.append(_relationship(name, "hyperlink", target))
    start = f'<Relationship Id="text" Type="{_KIND}/officeDocument" Target="word/document.xml"/>'
    parts = {
        "[Content_Types].xml": _TYPES.encode(),
        "_rels/.rels": f"{_RELATIONSHIPS}{start}</Relationships>".encode(),
        "word/document.xml": etree.tostring(root, encoding="utf-8"),
        "word/_rels/document.xml.rels": etree.tostring(links, encoding="utf-8"),
        "word/numbering.xml": etree.tostring(_lists(), encoding="utf-8"),
    }
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return out.getvalue()


def _relationship(name: str, kind: str, target: str) -> Any:
    tag = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
    return etree.Element(tag, {"Id": name, "Type": f"{_KIND}/{kind}", "Target": target})


def _lists() -> Any:
    numbering = etree.Element(f"{W}numbering", nsmap={"w": W[1:-1]})
    for name, kind in ((BULLETS, "bullet"), (NUMBERS, "decimal")):
        levels = (make("lvl", make("numFmt", val=kind), ilvl=str(level)) for level in range(5))
        numbering.append(make("abstractNum", *levels, abstractNumId=name))
    for name in (BULLETS, NUMBERS):
        numbering.append(make("num", make("abstractNumId", val=name), numId=name))
    return numbering
