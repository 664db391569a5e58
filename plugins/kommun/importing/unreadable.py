"""Leaves a mark where the text holds something that a page of words cannot: pictures, notes, boxes, revisions."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from .marks import PRIVATE, Losses
from .ooxml import (
    CHART,
    DIAGRAM,
    DRAWING,
    MATH,
    MC,
    OFFICE,
    PICTURE,
    VML,
    WP,
    W,
    make,
    replace,
    switched_on,
    text_of,
)

Notes = dict[tuple[str, str], str]
"""The texts of footnotes, endnotes and comments by kind and number."""
_REVISIONS = {f"{W}ins": "inserted", f"{W}del": "deleted", f"{W}moveTo": "moved", f"{W}moveFrom": "moved"}
_REFERENCES = {
    f"{W}footnoteReference": "footnote",
    f"{W}endnoteReference": "endnote",
    f"{W}commentReference": "comment",
}
_DRAWN = {f"{MC}AlternateContent", f"{W}drawing", f"{W}pict", f"{W}object"}
_BETWEEN = {f"{W}bookmarkStart", f"{W}bookmarkEnd", f"{W}proofErr", f"{W}commentRangeStart", f"{W}commentRangeEnd"}


def note_texts(parts: dict[str, list[Any]]) -> Notes:
    """What the notes and comments say, from parts by kind."""
    return {
        (kind, note.get(f"{W}id", "")): text_of(note)
        for kind, roots in parts.items()
        for root in roots
        for note in root.iter(f"{W}{kind}")
    }


def mark_unreadable(root: Any, losses: Losses, notes: Notes) -> None:
    """Replace what cannot be read by marks; revisions are taken as accepted."""
    for words in root.iter(f"{W}t", f"{W}delText"):
        # Symbols of one font; and never anybody's own marks.
        if words.text and PRIVATE.search(words.text):
            words.text = PRIVATE.sub(lambda _: losses.mark("symbol"), words.text)
    _Walk(losses, notes).into(root)


class _Walk:
    def __init__(self, losses: Losses, notes: Notes) -> None:
        self.losses = losses
        self.notes = notes
        self.revised: dict[Any, int] = {}
        self.handlers: dict[str, Callable[[Any], None]] = {
            f"{W}trPr": self.row,
            f"{W}pPr": self.paragraph_mark,
            f"{W}sdt": self.control,
            f"{W}sym": self.symbol,
            f"{W}altChunk": lambda e: self.put(e, "chunk", ""),
            f"{MATH}oMath": lambda e: self.put(e, "equation", text_of(e)),
            f"{MATH}oMathPara": lambda e: self.put(e, "equation", text_of(e)),
            **dict.fromkeys(_DRAWN, self.drawn),
            **dict.fromkeys(_REVISIONS, self.revision),
            **dict.fromkeys(_REFERENCES, self.reference),
        }

    def into(self, element: Any) -> None:
        for child in list(element):
            if child.getparent() is None:
                continue  # taken away together with something before it
            if handler := self.handlers.get(child.tag):
                handler(child)
            else:
                self.into(child)

    def put(self, old: Any, kind: str, text: str) -> None:
        """A mark instead of an element, whatever it stands in."""
        replace(old, self.as_content(old.getparent(), self.losses.mark(kind, text)))

    def as_content(self, parent: Any, mark: str) -> Any:
        words = make("t", text=mark)
        if parent.tag == f"{W}r":
            return words
        run = make("r", words)
        holds_blocks = parent.tag in (f"{W}body", f"{W}tc") or parent.find(f"{W}p") is not None
        return make("p", run) if holds_blocks else run

    def symbol(self, element: Any) -> None:
        """A character by its number in a font; the converter stumbles where it has none."""
        if not re.fullmatch(r"[0-9A-Fa-f]{1,6}", element.get(f"{W}char", "")):
            self.put(element, "symbol", "")

    def reference(self, element: Any) -> None:
        kind = _REFERENCES[element.tag]
        self.put(element, kind, self.notes.get((kind, element.get(f"{W}id", "")), ""))

    def revision(self, element: Any) -> None:
        """Text that somebody has added or struck and nobody has accepted yet."""
        kind = _REVISIONS[element.tag]
        gone = element.tag in (f"{W}del", f"{W}moveFrom")
        if not (gone and kind == "moved"):
            self.tell_revision(element, kind)
        if gone:
            replace(element, None)
        else:
            self.into(element)

    def tell_revision(self, element: Any, kind: str) -> None:
        """Word breaks one revision into many; neighbours of a kind are told together."""
        before = element.getprevious()
        while before is not None and before.tag in _BETWEEN:
            before = before.getprevious()
        number = self.revised.get(before) if before is not None else None
        if number is not None and self.losses.found[number].kind == kind:
            self.losses.found[number].text += text_of(element)
            left_behind = element if kind != "deleted" else before
        else:
            number = len(self.losses.found)
            left_behind = self.as_content(element.getparent(), self.losses.mark(kind, text_of(element)))
            element.addprevious(left_behind)
            if kind != "deleted":
                left_behind = element
        self.revised[left_behind] = number

    def paragraph_mark(self, properties: Any) -> None:
        """A struck paragraph mark joins two paragraphs; that is a change too, even without struck words."""
        paragraph = properties.getparent()
        if properties.find(f"{W}rPr/{W}del") is not None and paragraph.find(f"{W}del") is None:
            paragraph.append(make("r", make("t", text=self.losses.mark("deleted", "¶"))))

    def row(self, properties: Any) -> None:
        """A row of a table that somebody has added or struck."""
        row = properties.getparent()
        if properties.find(f"{W}del") is not None:
            self.in_row(row.getnext() if row.getnext() is not None else row.getprevious(), "deleted", text_of(row))
            for paragraph in row.iter(f"{W}tc"):
                paragraph.clear()
            replace(row, None)
        elif properties.find(f"{W}ins") is not None:
            self.in_row(row, "inserted", text_of(row))

    def in_row(self, row: Any, kind: str, text: str) -> None:
        mark = self.losses.mark(kind, text)
        paragraph = next(row.iter(f"{W}p"), None) if row is not None else None
        if paragraph is not None:
            paragraph.append(make("r", make("t", text=mark)))

    def control(self, element: Any) -> None:
        """A content control: its content is text, but not a table of contents and not "click here to write"."""
        properties = element.find(f"{W}sdtPr")
        gallery = properties.find(f".//{W}docPartGallery") if properties is not None else None
        if gallery is not None and gallery.get(f"{W}val") == "Table of Contents":
            self.put(element, "contents", "")
        elif switched_on(properties, "showingPlcHdr"):
            replace(element, None)
        else:
            self.into(element)

    def drawn(self, element: Any) -> None:
        kind, text = drawn_kind(element)
        if kind == "words":  # a choice between two ways of writing the same text
            fallback = element.find(f"{MC}Fallback")
            for child in list(fallback if fallback is not None else ()):
                element.addprevious(child)
            parent = element.getparent()
            replace(element, None)
            self.into(parent)
        elif kind:
            self.put(element, kind, text)
        else:
            replace(element, None)


def drawn_kind(element: Any) -> tuple[str, str]:
    """What something drawn is, and its words; '' for what only decorates."""
    box = next(element.iter(f"{W}txbxContent"), None)
    if box is not None and text_of(box):
        return "textbox", text_of(box)
    if (embedded := next(element.iter(f"{OFFICE}OLEObject"), None)) is not None:
        return "object", embedded.get("ProgID", "")
    if element.tag == f"{W}object" or next(element.iter(f"{W}control"), None) is not None:
        return "object", ""
    if next(element.iter(f"{CHART}chart"), None) is not None:
        return "chart", _described(element)
    if next(element.iter(f"{DIAGRAM}relIds"), None) is not None:
        return "diagram", _described(element)
    if next(element.iter(f"{PICTURE}pic", f"{DRAWING}blip", f"{VML}imagedata"), None) is not None:
        return "image", _described(element)
    if any(shape.get(f"{OFFICE}hr") for shape in element.iter(f"{VML}rect")):
        return "", ""  # a line across the page
    drawing = element.tag in (f"{W}drawing", f"{W}pict") or any(True for _ in element.iter(f"{W}drawing", f"{W}pict"))
    return ("shape", _described(element)) if drawing else ("words", "")


def _described(element: Any) -> str:
    """The alternative text of a picture."""
    for properties in element.iter(f"{WP}docPr"):
        if text := properties.get("descr") or properties.get("title"):
            return str(text)
    return next((shape.get("alt") for shape in element.iter(f"{VML}shape") if shape.get("alt")), "")
