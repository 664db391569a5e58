"""Pictures with an identity code, or a place, in the data that follows them."""

from __future__ import annotations

from pikepdf import Dictionary

from .images import (
    ARTIST,
    COPYRIGHT,
    DESCRIPTION,
    MAKER_NOTE,
    POSITION,
    USER_COMMENT,
    XP_COMMENT,
    XP_KEYWORDS,
    chunk,
    exif,
    picture,
    with_chunk,
    with_international_text,
    with_iptc,
    with_segment,
    with_text,
    with_xmp,
    xmp,
)
from .in_docx import Maker
from .ooxml import Part, docx, xlsx
from .opendocument import odt
from .pdfs import Page, jpeg, pdf, with_body


def _description(code: str) -> str:
    return xmp(
        elements=f'<dc:description><rdf:Alt><rdf:li xml:lang="x-default">{code}</rdf:li></rdf:Alt></dc:description>'
    )


def _user_comment(code: str) -> bytes:
    return exif(inner={USER_COMMENT: b"ASCII\x00\x00\x00" + code.encode()})


def _user_comment_unicode(code: str) -> bytes:
    return exif(inner={USER_COMMENT: b"UNICODE\x00" + code.encode("utf-16-be")})


def _xp(tag: int, code: str) -> bytes:
    return exif({tag: f"{code}\x00".encode("utf-16-le")})


IMAGES: dict[str, dict[str, Maker]] = {
    "jpg": {
        "description": lambda code: picture("jpg", exif=exif({DESCRIPTION: f"Kopia av {code}"})),
        "artist": lambda code: picture("jpg", exif=exif({ARTIST: code})),
        "user-comment": lambda code: picture("jpg", exif=_user_comment(code)),
        "user-comment-unicode": lambda code: picture("jpg", exif=_user_comment_unicode(code)),
        "windows-comment": lambda code: picture("jpg", exif=_xp(XP_COMMENT, code)),
        "windows-keywords": lambda code: picture("jpg", exif=_xp(XP_KEYWORDS, code)),
        "maker-note": lambda code: picture("jpg", exif=exif(inner={MAKER_NOTE: b"BYN\x00" + code.encode()})),
        "xmp": lambda code: with_xmp("jpg", _description(code)),
        "xmp-attribute": lambda code: with_xmp("jpg", xmp(attributes=f' xmp:Label="{code}"')),
        "iptc-caption": with_iptc,
        "iptc-keyword": lambda code: with_iptc(code, 25),
        "comment": lambda code: picture("jpg", comment=f"Sökande {code}".encode()),
        "unknown-segment": lambda code: with_segment(0xEB, b"Egen\x00" + code.encode()),
        "after-the-end": lambda code: picture("jpg") + f"\n{code}\n".encode(),
    },
    "png": {
        "text": lambda code: with_text("Comment", code),
        "text-key": lambda code: with_text(code, "Karta"),
        "packed-text": lambda code: with_text("Description", f"Kopia av {code}", packed=True),
        "international-text": lambda code: with_international_text("Title", f"Ansökan {code}"),
        "packed-international-text": lambda code: with_international_text("Title", f"Ansökan {code}", packed=True),
        "exif": lambda code: picture("png", exif=exif({DESCRIPTION: code})),
        "xmp": lambda code: with_xmp("png", _description(code)),
        "own-chunk": lambda code: with_chunk(b"byNa", code.encode()),
        "after-the-end": lambda code: picture("png") + code.encode(),
        "chunk-after-the-end": lambda code: picture("png") + chunk(b"tEXt", f"Comment\x00{code}\n".encode()),
    },
    "webp": {
        "exif": lambda code: picture("webp", exif=exif({COPYRIGHT: code})),
        "windows-comment": lambda code: picture("webp", exif=_xp(XP_COMMENT, code)),
        "xmp": lambda code: with_xmp("webp", _description(code)),
        "after-the-end": lambda code: picture("webp") + code.encode(),
    },
}
"""By the ending of the file."""

_GPS = exif(gps=POSITION)
_ATTRIBUTE = xmp(attributes=' exif:GPSLatitude="63,43.5N" exif:GPSLongitude="23,2.0E"')
_ELEMENT = xmp(elements="<exif:GPSLatitude>63,43.5N</exif:GPSLatitude><exif:GPSLongitude>23,2.0E</exif:GPSLongitude>")


def _in_docx(content: bytes, ending: str) -> bytes:
    kind = {"jpg": "image/jpeg", "png": "image/png"}[ending]
    return docx("Karta", parts=[Part(f"word/media/image1.{ending}", content, kind, "image", ident="bild")])


def _in_xlsx(content: bytes) -> bytes:
    return xlsx(parts=[Part("xl/media/image1.jpg", content, "image/jpeg", "image", ident="bild")])


def in_pdf(content: bytes) -> bytes:
    """A page with a photograph, kept as the JPEG it was."""
    drawing = with_body("q 160 0 0 120 72 400 cm /Im1 Do Q\n")
    return pdf(Page(drawing, resources={"XObject": lambda made: Dictionary(Im1=jpeg(made, content, 160, 120))}))


LOCATIONS: dict[str, bytes] = {
    "photo.jpg": picture("jpg", exif=_GPS),
    "photo.png": picture("png", exif=_GPS),
    "photo.webp": picture("webp", exif=_GPS),
    "latitude-only.jpg": picture("jpg", exif=exif(gps={1: "N", 2: (63.0, 43.0, 30.0)})),
    "xmp-attribute.jpg": with_xmp("jpg", _ATTRIBUTE),
    "xmp-attribute.png": with_xmp("png", _ATTRIBUTE),
    "xmp-attribute.webp": with_xmp("webp", _ATTRIBUTE),
    "xmp-element.jpg": with_xmp("jpg", _ELEMENT),
    "xmp-element.webp": with_xmp("webp", _ELEMENT),
    "in-word.docx": _in_docx(picture("jpg", exif=_GPS), "jpg"),
    "png-in-word.docx": _in_docx(picture("png", exif=_GPS), "png"),
    "in-workbook.xlsx": _in_xlsx(with_xmp("jpg", _ATTRIBUTE)),
    "in-text.odt": odt(more={"Pictures/bild.jpg": picture("jpg", exif=_GPS)}),
    "in-pdf.pdf": in_pdf(picture("jpg", exif=_GPS)),
    "xmp-in-pdf.pdf": in_pdf(with_xmp("jpg", _ELEMENT)),
}
"""Files that say where a picture was taken."""

INSIDE: dict[str, dict[str, Maker]] = {
    "docx": {"picture": lambda code: _in_docx(picture("jpg", exif=exif({DESCRIPTION: code})), "jpg")},
    "pdf": {"picture": lambda code: in_pdf(picture("jpg", exif=exif({DESCRIPTION: code})))},
    "odt": {"picture": lambda code: odt(more={"Pictures/bild.png": with_text("Comment", code, packed=True)})},
}
"""Pictures inside other files, by the ending of those."""
