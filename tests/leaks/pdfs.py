"""Small PDFs, made of content streams and dictionaries; the same call gives the same bytes."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, Pdf, Stream, String

Change = Callable[[Pdf], None]
A4 = (595, 842)
BODY = "Byggnadstillsynen har behandlat ärendet den 2 november och antecknat beslutet."
"""A line that every ordinary page has, so that nobody takes it for a scan."""


@dataclass
class Page:
    """What is drawn on a page, and what its dictionary has besides."""

    content: str | bytes
    more: dict[str, Any] = field(default_factory=dict)
    resources: dict[str, Any] = field(default_factory=dict)
    size: tuple[int, int] = A4


def pdf(*pages: Page, change: Change | None = None, **save: Any) -> bytes:
    """The pages as a file; `change` does the rest, `save` goes to pikepdf."""
    made = Pdf.new()
    for page in pages:
        _add(made, page)
    if change:
        change(made)
    out = io.BytesIO()
    made.save(out, **({"static_id": True} | save))
    return out.getvalue()


def text_pdf(*texts: str, change: Change | None = None, **save: Any) -> bytes:
    """One page of ordinary text for each text."""
    return pdf(*(Page(body(text)) for text in texts), change=change, **save)


def _add(made: Pdf, page: Page) -> None:
    content = page.content.encode("cp1252") if isinstance(page.content, str) else page.content
    resources = Dictionary(Font=Dictionary(F1=_font("Helvetica"), F2=_font("Courier")))
    for key, value in page.resources.items():
        resources[f"/{key}"] = value(made) if callable(value) else value
    width, height = page.size
    dictionary = Dictionary(
        Type=Name.Page,
        MediaBox=[0, 0, width, height],
        Resources=resources,
        Contents=made.make_indirect(Stream(made, content)),
    )
    for key, value in page.more.items():
        dictionary[f"/{key}"] = value(made) if callable(value) else value
    made.pages.append(pikepdf.Page(made.make_indirect(dictionary)))


def _font(name: str) -> Dictionary:
    return Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name(f"/{name}"), Encoding=Name.WinAnsiEncoding)


def quoted(text: str) -> str:
    for sign in "\\()":
        text = text.replace(sign, f"\\{sign}")
    return f"({text})"


def show(text: str, x: float = 72, y: float = 700, size: float = 12, before: str = "", font: str = "F1") -> str:
    """The operators that write a line; `before` stands in front of it, inside the text object."""
    return f"BT /{font} {size} Tf {before} {x} {y} Td {quoted(text)} Tj ET\n"


def body(text: str) -> str:
    """A page's ordinary text with one line of one's own in it."""
    return show("Protokollsutdrag", y=760, size=18) + show(text) + show(BODY, y=670)


def with_body(operators: str) -> str:
    """Operators of one's own between the ordinary lines."""
    return show("Protokollsutdrag", y=760, size=18) + operators + show(BODY, y=670)


def catalog(**entries: Any) -> Change:
    """Entries of the document's catalog; a callable is given the PDF."""

    def change(made: Pdf) -> None:
        for key, value in entries.items():
            made.Root[f"/{key}"] = value(made) if callable(value) else value

    return change


def annotation(subtype: str, **entries: Any) -> Dictionary:
    """An annotation near the ordinary line."""
    made = Dictionary(Type=Name.Annot, Subtype=Name(f"/{subtype}"), Rect=[72, 600, 272, 620], F=4)
    for key, value in entries.items():
        made[f"/{key}"] = value
    return made


def annotated(*annotations: Dictionary) -> bytes:
    """A page of ordinary text with annotations."""

    def change(made: Pdf) -> None:
        made.pages[0].obj[Name.Annots] = Array([made.make_indirect(one) for one in annotations])

    return text_pdf("Handlingen har anteckningar.", change=change)


def form(made: Pdf, content: str, box: tuple[float, float, float, float] = (0, 0, 595, 842)) -> Stream:
    """A form XObject, indirect, with the usual fonts."""
    fonts = Dictionary(F1=_font("Helvetica"), F2=_font("Courier"))
    made_form = Stream(
        made,
        content.encode("cp1252"),
        Type=Name.XObject,
        Subtype=Name.Form,
        BBox=list(box),
        Resources=Dictionary(Font=fonts),
    )
    return made.make_indirect(made_form)


def jpeg(made: Pdf, data: bytes, width: int, height: int, colours: str = "DeviceRGB") -> Stream:
    """An image XObject that holds a JPEG file as it is."""
    made_image = Stream(
        made,
        data,
        Type=Name.XObject,
        Subtype=Name.Image,
        Width=width,
        Height=height,
        ColorSpace=Name(f"/{colours}"),
        BitsPerComponent=8,
    )
    made_image[Name.Filter] = Name.DCTDecode
    return made.make_indirect(made_image)


def samples(made: Pdf, data: bytes, width: int, height: int, bits: int = 8) -> Stream:
    """An image XObject of grey samples."""
    made_image = Stream(
        made,
        data,
        Type=Name.XObject,
        Subtype=Name.Image,
        Width=width,
        Height=height,
        ColorSpace=Name.DeviceGray,
        BitsPerComponent=bits,
    )
    return made.make_indirect(made_image)


def file_spec(made: Pdf, name: str, content: bytes, **entries: Any) -> Dictionary:
    """A file inside the file."""
    inside = made.make_indirect(Stream(made, content, Type=Name.EmbeddedFile))
    spec = Dictionary(Type=Name.Filespec, F=String(name), UF=String(name), EF=Dictionary(F=inside))
    for key, value in entries.items():
        spec[f"/{key}"] = value
    return made.make_indirect(spec)
