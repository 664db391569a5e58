"""Redaction that is none: a box drawn over words that can still be copied from under it.

The page is drawn as a reader sees it, with notes and forms, but only where it holds
something that could cover words. A word whose letters are one dark field is covered;
so is one under a light box that was drawn after it.
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from typing import Any

import pypdfium2 as pdfium
import pypdfium2.raw as raw
from PIL import Image

Box = tuple[float, float, float, float]
"""Left, bottom, right and top in points."""

_SCALE = 2.0
_SMALLEST = 5.0
"""Points: a box lower than this hides no letter."""
_DARK, _EVEN = 100, 14
"""Grey values: below the first a field is dark, within the second it is one field."""
_LETTERS = 3
"""Covered letters in a row from which a word is covered."""
_LARGEST_SIDE = 4000
_NESTED = 4
_COVERING_NOTES = frozenset(
    (raw.FPDF_ANNOT_SQUARE, raw.FPDF_ANNOT_HIGHLIGHT, raw.FPDF_ANNOT_REDACT, raw.FPDF_ANNOT_INK, raw.FPDF_ANNOT_STAMP,
     raw.FPDF_ANNOT_FREETEXT, raw.FPDF_ANNOT_POLYGON, raw.FPDF_ANNOT_LINE, raw.FPDF_ANNOT_CIRCLE),
)  # fmt: skip


def is_covered(page: pdfium.PdfPage, words: pdfium.PdfTextPage) -> bool:
    """Whether a word on the page is hidden from the eye alone."""
    notes = list(_notes(page))
    if any(kind == raw.FPDF_ANNOT_REDACT and _says(words, box) for kind, box in notes):
        return True  # marked to be taken away, and still there
    light = [box for box in _light_boxes(page) if _says(words, box)]
    dark = [box for box in (*_dark_boxes(page), *(box for _, box in notes)) if _says(words, box)]
    if not (light or dark):
        return False
    picture = _drawn(page)
    run = 0
    for index, letter in enumerate(_letters(words)):
        if letter is None:
            run = run if words.get_text_range(index, 1).isspace() else 0
            continue
        run = run + 1 if _hidden(picture, page, letter, dark, light) else 0
        if run >= _LETTERS:
            return True
    return False


def _says(words: pdfium.PdfTextPage, box: Box) -> bool:
    """Whether there are words within a box at all."""
    left, bottom, right, top = box
    return any(letter.isalnum() for letter in words.get_text_bounded(left, bottom, right, top))


def _letters(words: pdfium.PdfTextPage) -> Iterator[Box | None]:
    """The field of each character; None where it is none that could be read."""
    for index in range(words.count_chars()):
        sign = chr(raw.FPDFText_GetUnicode(words, index))
        if not sign.isalnum():
            yield None
            continue
        yield words.get_charbox(index, loose=True)


def _within(letter: Box, box: Box) -> bool:
    across, up = (letter[0] + letter[2]) / 2, (letter[1] + letter[3]) / 2
    return box[0] <= across <= box[2] and box[1] <= up <= box[3]


def _hidden(picture: Image.Image, page: pdfium.PdfPage, letter: Box, dark: list[Box], light: list[Box]) -> bool:
    under_light = any(_within(letter, box) for box in light)
    if not (under_light or any(_within(letter, box) for box in dark)):
        return False
    field = _field(picture, page, letter)
    if field is None:
        return False
    greys = [grey for grey, count in enumerate(picture.crop(field).histogram()) if count]
    if greys[-1] - greys[0] > _EVEN:
        return False
    return greys[-1] < _DARK or under_light


def _field(picture: Image.Image, page: pdfium.PdfPage, letter: Box) -> tuple[int, int, int, int] | None:
    """The middle of a letter's field in the picture; None outside of it."""
    left, bottom, right, top = letter
    third = (top - bottom) / 4
    corners = [_to_picture(picture, page, x, y) for x, y in ((left, bottom + third), (right, top - third))]
    across, down = sorted(c[0] for c in corners), sorted(c[1] for c in corners)
    field = (across[0], down[0], max(across[1], across[0] + 1), max(down[1], down[0] + 1))
    inside = field[0] >= 0 and field[1] >= 0 and field[2] <= picture.width and field[3] <= picture.height
    return field if inside else None


def _to_picture(picture: Image.Image, page: pdfium.PdfPage, x: float, y: float) -> tuple[int, int]:
    across, down = ctypes.c_int(), ctypes.c_int()
    raw.FPDF_PageToDevice(page, 0, 0, picture.width, picture.height, 0, x, y, across, down)
    return across.value, down.value


def _drawn(page: pdfium.PdfPage) -> Image.Image:
    scale = min(_SCALE, _LARGEST_SIDE / max(*page.get_size(), 1.0))
    bitmap = page.render(scale=scale, grayscale=True, may_draw_forms=False, draw_annots=True)
    picture: Image.Image = bitmap.to_pil().convert("L")
    return picture


def _notes(page: pdfium.PdfPage) -> Iterator[tuple[int, Box]]:
    """Notes laid over the page that may cover something, with their place."""
    for index in range(raw.FPDFPage_GetAnnotCount(page)):
        note = raw.FPDFPage_GetAnnot(page, index)
        if not note:
            continue
        kind, place = raw.FPDFAnnot_GetSubtype(note), raw.FS_RECTF()
        raw.FPDFAnnot_GetRect(note, place)
        raw.FPDFPage_CloseAnnot(note)
        if kind in _COVERING_NOTES:
            yield kind, (place.left, place.bottom, place.right, place.top)


def _dark_boxes(page: pdfium.PdfPage) -> Iterator[Box]:
    """Where something dark, or a picture, may lie over letters; of what is nested, the whole that it is in."""
    for thing in page.get_objects(max_depth=1):
        if any(_may_cover(found) for found in _with_nested(thing.raw)):
            left, bottom, right, top = _bounds(thing.raw)
            # A line has no height of its own, but its stroke has.
            yield left - _SMALLEST, bottom - _SMALLEST, right + _SMALLEST, top + _SMALLEST


def _with_nested(thing: Any, depth: int = 0) -> Iterator[Any]:
    """An object, or those of a form within the page."""
    if raw.FPDFPageObj_GetType(thing) != raw.FPDF_PAGEOBJ_FORM or depth > _NESTED:
        yield thing
        return
    for index in range(raw.FPDFFormObj_CountObjects(thing)):
        yield from _with_nested(raw.FPDFFormObj_GetObject(thing, index), depth + 1)


def _may_cover(thing: Any) -> bool:
    kind = raw.FPDFPageObj_GetType(thing)
    return bool(kind == raw.FPDF_PAGEOBJ_IMAGE or (kind == raw.FPDF_PAGEOBJ_PATH and _paints_dark(thing)))


def _paints_dark(path: Any) -> bool:
    left, bottom, right, top = _bounds(path)
    filled, stroked = _painted(path)
    large = min(right - left, top - bottom) >= _SMALLEST
    if filled and large and _grey(path, raw.FPDFPageObj_GetFillColor) < _DARK:
        return True
    width = ctypes.c_float()
    raw.FPDFPageObj_GetStrokeWidth(path, width)
    return stroked and width.value >= _SMALLEST and _grey(path, raw.FPDFPageObj_GetStrokeColor) < _DARK


def _bounds(thing: Any) -> Box:
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    raw.FPDFPageObj_GetBounds(thing, left, bottom, right, top)
    return left.value, bottom.value, right.value, top.value


def _painted(path: Any) -> tuple[bool, bool]:
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    raw.FPDFPath_GetDrawMode(path, fill, stroke)
    return fill.value != raw.FPDF_FILLMODE_NONE, bool(stroke.value)


def _grey(path: Any, asked: Any) -> float:
    """How light a colour is, from 0 to 255; 255 also for what one sees through."""
    red, green, blue, solid = (ctypes.c_uint() for _ in range(4))
    asked(path, red, green, blue, solid)
    return 255.0 if solid.value < 200 else 0.3 * red.value + 0.59 * green.value + 0.11 * blue.value


def _light_boxes(page: pdfium.PdfPage) -> Iterator[Box]:
    """Light boxes drawn over the page after some of its words."""
    after_words = False
    for thing in page.get_objects(max_depth=1):
        if thing.type == raw.FPDF_PAGEOBJ_TEXT:
            after_words = True
        elif after_words and thing.type == raw.FPDF_PAGEOBJ_PATH:
            left, bottom, right, top = _bounds(thing.raw)
            large = min(right - left, top - bottom) >= _SMALLEST
            if large and _painted(thing.raw)[0] and _opaque(thing.raw):
                yield left, bottom, right, top


def _opaque(path: Any) -> bool:
    red, green, blue, solid = (ctypes.c_uint() for _ in range(4))
    raw.FPDFPageObj_GetFillColor(path, red, green, blue, solid)
    return solid.value >= 200
