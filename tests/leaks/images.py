"""Pictures and what lies in them beside the picture."""

from __future__ import annotations

import io
import struct
import zlib
from typing import Any

from PIL import Image, ImageDraw
from PIL.PngImagePlugin import PngInfo

PICTURES = ("jpg", "png", "webp")
FORMATS = {"jpg": "JPEG", "png": "PNG", "webp": "WEBP"}
EXIF, GPS = 0x8769, 0x8825
DESCRIPTION, ARTIST, COPYRIGHT, ORIENTATION, MAKE, WHEN = 0x010E, 0x013B, 0x8298, 0x0112, 0x010F, 0x0132
USER_COMMENT, XP_COMMENT, XP_KEYWORDS, MAKER_NOTE = 0x9286, 0x9C9C, 0x9C9E, 0x927C
POSITION = {1: "N", 2: (63.0, 43.0, 30.0), 3: "E", 4: (23.0, 2.0, 0.0)}
"""A place in Kronoby: a municipality is no person."""
XMP = (
    '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
    '<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" '
    'xmlns:exif="http://ns.adobe.com/exif/1.0/" xmlns:xmp="http://ns.adobe.com/xap/1.0/"{attributes}>{elements}'
    "</rdf:Description></rdf:RDF></x:xmpmeta>"
)


def drawn(width: int = 160, height: int = 120) -> Image.Image:
    """A house under a sky."""
    made = Image.new("RGB", (width, height), "#9cc4e4")
    pen = ImageDraw.Draw(made)
    pen.rectangle((width * 0.3, height * 0.5, width * 0.7, height * 0.9), "#a33b2a")
    pen.polygon([(width * 0.25, height * 0.5), (width * 0.5, height * 0.2), (width * 0.75, height * 0.5)], "#3a3a3a")
    return made


def exif(
    main: dict[int, Any] | None = None, inner: dict[int, Any] | None = None, gps: dict[int, Any] | None = None
) -> bytes:
    """EXIF data: tags of the picture, of the exposure and of the place."""
    made = Image.Exif()
    for tag, value in (main or {}).items():
        made[tag] = value
    if inner:
        made.get_ifd(EXIF).update(inner)
    if gps:
        made.get_ifd(GPS).update(gps)
    return made.tobytes()


def picture(kind: str, **save: Any) -> bytes:
    """A picture in one of the formats; `save` goes to Pillow."""
    out = io.BytesIO()
    drawn().save(out, FORMATS[kind], **save)
    return out.getvalue()


def xmp(attributes: str = "", elements: str = "") -> str:
    return XMP.format(attributes=attributes, elements=elements)


def with_xmp(kind: str, packet: str) -> bytes:
    if kind != "png":
        return picture(kind, xmp=packet.encode())
    info = PngInfo()
    info.add_itxt("XML:com.adobe.xmp", packet)
    return picture("png", pnginfo=info)


def with_segment(marker: int, content: bytes) -> bytes:
    """A JPEG with one more segment in front."""
    made = picture("jpg")
    return made[:2] + bytes((0xFF, marker)) + struct.pack(">H", len(content) + 2) + content + made[2:]


def with_iptc(text: str, dataset: int = 120) -> bytes:
    """A JPEG with a caption as newspapers write it."""
    raw = text.encode("latin-1")
    record = b"\x1c\x02" + bytes((dataset,)) + struct.pack(">H", len(raw)) + raw
    record += b"\x00" * (len(record) % 2)
    block = b"8BIM\x04\x04\x00\x00" + struct.pack(">I", len(record)) + record
    return with_segment(0xED, b"Photoshop 3.0\x00" + block)


def with_text(key: str, text: str, packed: bool = False) -> bytes:
    """A PNG with a tEXt or zTXt chunk."""
    info = PngInfo()
    info.add_text(key, text, zip=packed)
    return picture("png", pnginfo=info)


def with_international_text(key: str, text: str, packed: bool = False) -> bytes:
    info = PngInfo()
    info.add_itxt(key, text, zip=packed)
    return picture("png", pnginfo=info)


def chunk(name: bytes, content: bytes) -> bytes:
    """A chunk of a PNG."""
    return struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))


def with_chunk(name: bytes, content: bytes) -> bytes:
    """A PNG with one more chunk before its end."""
    made = picture("png")
    end = made.rindex(b"IEND") - 4
    return made[:end] + chunk(name, content) + made[end:]


def scan(width: int = 620, height: int = 877, mode: str = "L") -> Image.Image:
    """A sheet as a scanner sees it: grey lines where words were."""
    made = Image.new("L", (width, height), 245)
    pen = ImageDraw.Draw(made)
    for line in range(60, height - 60, 24):
        for word in range(50, width - 90, 70):
            pen.rectangle((word, line, word + 40 + (word * line) % 25, line + 9), 40 + (word + line) % 40)
    return made.convert(mode)


def as_jpeg(image: Image.Image) -> bytes:
    out = io.BytesIO()
    image.save(out, "JPEG", quality=60)
    return out.getvalue()
