"""The pages of a PDF as they are shown: their words, and words that something lies on."""

from __future__ import annotations

import unicodedata

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from .covered import is_covered
from .limits import Broken, Encrypted
from .seen import Seen

_UNREADABLE = frozenset(("Cc", "Cn", "Co", "Cs"))
_SHARE = 0.3
"""Of letters without a meaning, from which a page cannot be read by a machine, and so not by a screen reader."""


def read_pages(data: bytes, seen: Seen) -> None:
    """Tell `seen` of every page."""
    try:
        document = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        raise (Encrypted if "assword" in str(error) else Broken) from None
    try:
        for number in range(len(document)):
            _page(document, number, seen)
    finally:
        document.close()


def _page(document: pdfium.PdfDocument, number: int, seen: Seen) -> None:
    try:
        page = document[number]
    except pdfium.PdfiumError:
        raise Broken from None
    words = page.get_textpage()
    try:
        text = words.get_text_range()
        seen.text(text, number + 1)
        readable = _is_readable(text)
        if not readable and raw.FPDFPage_CountObjects(page) > 0:
            seen.unread.add(number + 1)
        if text.strip() and is_covered(page, words):
            seen.covered.add(number + 1)
        if raw.FPDFPage_GetAnnotCount(page):
            seen.beneath(_with_notes(document, number, page))
    except pdfium.PdfiumError:
        raise Broken from None
    finally:
        words.close()
        page.close()


def _with_notes(document: pdfium.PdfDocument, number: int, page: pdfium.PdfPage) -> str:
    """The page's text once its notes and form fields are drawn into it, as they look."""
    raw.FPDFPage_Flatten(page, raw.FLAT_NORMALDISPLAY)
    flat = document[number]
    words = flat.get_textpage()
    try:
        return str(words.get_text_range())
    finally:
        words.close()
        flat.close()


def _is_readable(text: str) -> bool:
    letters = [c for c in text if not c.isspace()]
    bad = sum(1 for c in letters if unicodedata.category(c) in _UNREADABLE or c == "\ufffd")
    return bool(letters) and bad < _SHARE * len(letters)
