"""Clean files that look like the planted ones: none of them may be accused of anything about leaks."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from . import in_docx, in_images, in_opendocument, in_pdf_pages, in_pdf_parts, in_tables_and_drawings, in_text, in_xlsx
from .clean_images import CLEAN as IMAGES
from .clean_office import CLEAN as OFFICE
from .clean_pdfs import CLEAN as PDFS
from .persons import person, spoiled
from .planted import Planted

NEVER = (
    "identity-code",
    "image-location",
    "attachment-readable",
    "attachment-hidden",
    "attachment-scanned",
    "attachment-format",
    "redaction-real",
    "redaction-doubtful",
)
"""The rules that must be silent."""

NUMBERS: dict[str, str] = {
    "property": "fastigheten 65-407-3-1",
    "property-here": "fastigheten 288-401-0003-0012",
    "property-long": "fastigheten 28840100030012",
    "unit-of-property": "288-402-12-34-M601",
    "diary": "diarienummer 131052/308/2026",
    "diary-with-class": "D/131052/10.03.00.00/2026",
    "telephone": "telefon 06 123 4567",
    "telephone-abroad": "telefon +358 6 123 4567",
    "account": "konto FI21 1234 5600 0007 85",
    "account-in-one": "konto FI2112345600000785",
    "reference": "referens RF18 5390 0754 7034",
    "reference-spaced": "referens 13 10523 08004",
    "date-range": "13.10.1952–30.8.2026",
    "short-date-range": "131026–141026",
    "iso-date": "2026-11-24",
    "time": "den 24.11.2026 kl. 18.30–20.15",
    "business": "FO-nummer 0123456-7",
    "vat": "FI01234567",
    "wrong-check": "131052-308U",
    "wrong-check-newer-sign": "010206A901W",
    "no-such-day": "320152-308T",
    "no-such-month": "131352-308T",
    "no-such-number": "131052-001W",
    "in-a-longer-number": "1131052-308T",
    "before-a-digit": "131052-308T5",
    "in-a-word": "131052-308Test",
    "in-a-hash": "9a131052f308tb4c",
    "version": "version 13.10.52-308",
    "coordinates": "N 63.725310, E 23.033108",
    "plane-coordinates": "6984131.052, 308123.900",
    "book": "ISBN 978-952-13-1052-3",
    "product": "artikel 131052-308-TX",
    "invoice": "faktura 131052-3080",
    "sum": "131 052 – 308 000 euro",
    "section": "§ 131052 - 308 000 euro",
    "car": "bilen ABC-308",
    "postcode": "68500 Kronoby",
    "barcode": "6 413105 230807",
    "law": "lag 410/2015 140 § 3 mom.",
    "half": "131052- och 308 T",
}
"""Numbers of other kinds; the account, the reference and the business id are those of standards' own examples."""

_HOLDING_MORE = ("annotations", "comments", "files-inside", "hidden-sheets", "tracked")
"""Kinds of which the rule about hidden data may speak whatever is written in them."""
_COVERING = ("under-a-box",)
_PLAIN = {
    "pdf": in_pdf_pages.PAGES["plain"],
    "docx": in_docx.LEAKS["docx-text"]["body"],
    "xlsx": in_xlsx.LEAKS["xlsx-text"]["cell"],
    "odt": in_opendocument.LEAKS["odt-text"]["body"],
    "ods": in_opendocument.LEAKS["ods-text"]["cell"],
    "csv": in_tables_and_drawings.LEAKS["csv"]["semicolon"],
    "svg": in_tables_and_drawings.LEAKS["svg"]["text"],
    "jpg": in_images.IMAGES["jpg"]["description"],
    "png": in_images.IMAGES["png"]["text"],
    "webp": in_images.IMAGES["webp"]["exif"],
}
_ASCII_ONLY = ("jpg", "png", "webp")


@cache
def look_alikes() -> tuple[Planted, ...]:
    return (*_numbers(), *_spoiled(), *_made())


def _clean(kind: str, name: str, ending: str, content: str | bytes, may: tuple[str, ...] = ()) -> Planted:
    return Planted(kind, name, f"docs/{kind}/{name}.{ending}", content, may)


def _numbers() -> Iterator[Planted]:
    """Every number in a text, in its facts, in a link, and in two of the other kinds of file."""
    endings = list(_PLAIN)
    for place, (name, number) in enumerate(NUMBERS.items()):
        link = number.replace(" ", "-")
        text = f"Se {number}.\n\n[Mera]( <https://exempel.example/{link}> )"
        yield _clean("numbers-text", name, "sv.md", in_text.page(text, title=f'"Om {number}"'))
        for step in (0, 3, 7):
            ending = endings[(place + step) % len(endings)]
            written = number.replace("–", "-").replace("§", "par") if ending in _ASCII_ONLY else number
            yield _clean("numbers", f"{name}-{step}", ending, _PLAIN[ending](written))


def _spoiled() -> Iterator[Planted]:
    """The planted files again, with a code whose check character is wrong."""
    number = 0
    for kind, leaks in in_text.LEAKS.items():
        for name, write in leaks.items():
            number += 1
            yield _clean(f"almost-{kind}", name, "sv.md", write(_almost(name, number)))
    parts = (in_pdf_pages, in_pdf_parts, in_docx, in_xlsx, in_opendocument, in_tables_and_drawings)
    for kind, leaks in (pair for part in parts for pair in part.LEAKS.items()):
        ending, _, what = kind.partition("-")
        for name, make in leaks.items():
            number += 1
            more = what in _HOLDING_MORE or name == "web-page"
            if name not in _COVERING and name != "utf-16":
                content = make(_almost(name, number))
                yield _clean(f"almost-{kind}", name, ending, content, ("attachment-hidden",) if more else ())
    for ending, leaks in in_images.IMAGES.items():
        for name, make in leaks.items():
            number += 1
            yield _clean("almost-images", f"{ending}-{name}", ending, make(_almost(name, number)))


def _almost(name: str, number: int) -> str:
    return spoiled(person(number, "-") if name.startswith("hyphen") else person(number))


def _made() -> Iterator[Planted]:
    for kind, contents in (("clean-pdf", PDFS), ("clean-office", OFFICE), ("clean-images", IMAGES)):
        for name, content in contents.items():
            stem, _, ending = name.partition(".")
            yield _clean(kind, stem, ending, content)
