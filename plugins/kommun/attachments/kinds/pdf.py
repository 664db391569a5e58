"""PDF: its pages as a browser would show them, and every object behind them."""

from __future__ import annotations

import io
import re

import pikepdf

from ..limits import Broken, Encrypted, Refused
from ..pdf_cleaning import cleaned, traces
from ..pdf_objects import read_looks, read_objects
from ..pdf_pages import read_pages
from ..seen import Seen

_BYTE_RANGE = re.compile(rb"/ByteRange\s*\[\s*\d+\s+\d+\s")
_SIZE = re.compile(rb"/(?:Size|N) (\d{1,10})\b")


def inspect(data: bytes, seen: Seen, depth: int) -> None:
    _bounded(data, seen.limits.objects)
    with _opened(data) as pdf:
        if len(pdf.objects) > seen.limits.objects or len(pdf.pages) > seen.limits.pages:
            raise Refused
        seen.pages = len(pdf.pages)
        if not seen.pages:
            raise Broken
        seen.signed = is_signed(data)
        if not seen.signed:
            seen.traces |= set(traces(pdf))
        read_objects(pdf, seen, depth)
        # A program that opens a damaged file mends it in its own way: the pages are read as they are published.
        shown = data if seen.signed else _cleaned(pdf)
    read_pages(shown, seen)
    if seen.says_little:
        with _opened(shown) as published:
            read_looks(published, seen)


def clean(data: bytes) -> bytes:
    """The same pages without authors, programs, files inside and earlier versions; a signed PDF as it is."""
    with _opened(data) as pdf:
        return data if is_signed(data) else _cleaned(pdf)


def _cleaned(pdf: pikepdf.Pdf) -> bytes:
    try:
        return cleaned(pdf)
    except (pikepdf.PdfError, ValueError, OverflowError):
        raise Broken from None


def is_signed(data: bytes) -> bool:
    """Whether any change would break an electronic signature, which stands unpacked in the file (ISO 32000-2, 12.8)."""
    return _BYTE_RANGE.search(data) is not None


def _bounded(data: bytes, objects: int) -> None:
    """Refused before anything is opened, where the file itself says how many objects it has."""
    said = max((int(found[1]) for found in _SIZE.finditer(data)), default=0)
    if said > objects or data.count(b" obj") > objects:
        raise Refused


def _opened(data: bytes) -> pikepdf.Pdf:
    try:
        return pikepdf.open(io.BytesIO(data), suppress_warnings=True, attempt_recovery=True)
    except pikepdf.PasswordError:
        raise Encrypted from None
    except (pikepdf.PdfError, ValueError, OverflowError, TypeError):
        raise Broken from None
