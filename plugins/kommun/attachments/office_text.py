"""The text of one XML part of an office file, and the signs in it of what its author sees alone."""

from __future__ import annotations

import re
from typing import Any

from lxml import etree

from .limits import Broken, Refused
from .seen import Seen

_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_WORD_STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
_OFFICE = "urn:oasis:names:tc:opendocument:xmlns:office:1.0"
_TABLE = "urn:oasis:names:tc:opendocument:xmlns:table:1.0"
_STYLE = "urn:oasis:names:tc:opendocument:xmlns:style:1.0"
_BLOCKS = frozenset(
    "p h si c f v tr row table-cell table-row comment author dt list-item instrText creator date script".split(),
)
_GAPS = {"tab": " ", "br": " ", "cr": " ", "s": " ", "line-break": " ", "noBreakHyphen": "-"}
_ASIDE = frozenset(("annotation", "note", "tracked-changes"))
"""What stands in the middle of a text of OpenDocument without being a part of it."""
_CHANGES = frozenset(("ins", "del", "moveFrom", "moveTo", "cellIns", "cellDel", "cellMerge"))
_FIELD = re.compile(r"&[A-Z]")
"""What places the parts of a spreadsheet's header, right before the words."""
_MAIN = re.compile(r"(?:word/document\d*|xl/sharedStrings|xl/worksheets/[^/]+|content)\.xml")


def read_part(name: str, content: bytes, seen: Seen) -> None:
    """Tell `seen` of one part. Broken where it is no XML; Refused where it defines entities."""
    if b"<!DOCTYPE" in content or b"<!ENTITY" in content:
        raise Refused
    part = _Part(name)
    parser = etree.XMLParser(target=part, resolve_entities=False, no_network=True, huge_tree=True)
    try:
        etree.fromstring(content, parser)
    except (etree.XMLSyntaxError, ValueError):
        raise Broken from None
    text = "".join(part.text)
    if _MAIN.fullmatch(name):
        seen.text(text)
        seen.looks(content)
    else:
        seen.beneath(text)
    seen.beneath("\n".join(part.values))
    if "&" in text:
        seen.beneath(_FIELD.sub(" ", text))
    seen.hidden |= part.hidden
    if part.hidden_styles & part.table_styles:
        seen.hidden.add("sheet")


class _Part:
    """What the parser meets in one part."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.text: list[str] = []
        self.values: list[str] = []
        self.hidden: set[str] = {"changes"} if name.startswith("xl/revisions/") else set()
        self.hidden_styles: set[str] = set()
        self.table_styles: set[str] = set()
        self._style = ""
        self._around: list[list[str]] = []

    def start(self, tag: Any, attributes: Any) -> None:
        space, _, local = tag[1:].rpartition("}") if tag[0] == "{" else ("", "", tag)
        if attributes:
            self.values += attributes.values()
        if local in _ASIDE and "opendocument" in space:
            self._around.append(self.text)
            self.text = []
        if local in _BLOCKS:
            self.text.append("\n")
        if local in _GAPS:
            self.text.append(_GAPS[local])
        if space in (_WORD, _WORD_STRICT):
            if local in _CHANGES or local.endswith("Change"):
                self.hidden.add("changes")
            elif local == "comment":
                self.hidden.add("comments")
        elif local in ("comment", "threadedComment") and self.name.startswith("xl/"):
            self.hidden.add("comments")
        elif local == "sheet" and attributes.get("state") in ("hidden", "veryHidden"):
            self.hidden.add("sheet")
        elif "opendocument" in space:
            self._open_document(space, local, attributes)

    def _open_document(self, space: str, local: str, attributes: Any) -> None:
        if local == "annotation" and space == _OFFICE:
            self.hidden.add("comments")
        elif local in ("changed-region", "cell-content-change", "insertion", "deletion", "movement"):
            self.hidden.add("changes")
        elif local == "style" and attributes.get(f"{{{_STYLE}}}family") == "table":
            self._style = attributes.get(f"{{{_STYLE}}}name", "")
        elif local == "table-properties" and attributes.get(f"{{{_TABLE}}}display") == "false":
            self.hidden_styles.add(self._style)
        elif local == "table" and space == _TABLE:
            self.table_styles.add(attributes.get(f"{{{_TABLE}}}style-name", ""))

    def end(self, tag: Any) -> None:
        space, _, local = tag.rpartition("}")
        if local in _BLOCKS:
            self.text.append("\n")
        if local in _ASIDE and "opendocument" in space:
            self.values.append("".join(self.text))
            self.text = self._around.pop()

    def data(self, data: str | bytes) -> None:
        self.text.append(str(data))

    def comment(self, text: str | bytes) -> None:
        self.values.append(str(text))

    def pi(self, target: str | bytes, data: str | bytes | None = None) -> None:
        self.values.append(str(data or ""))

    def close(self) -> None:
        return None
