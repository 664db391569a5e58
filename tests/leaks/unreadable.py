"""Files that nobody can read: locked, broken, or pictures of text."""

from __future__ import annotations

import struct
from dataclasses import dataclass

import pikepdf
from pikepdf import Dictionary, Name, Pdf

from .archives import packed, parts_of
from .images import as_jpeg, picture, scan
from .in_tables_and_drawings import svg
from .ooxml import docx, xlsx
from .opendocument import archive, odt
from .pdfs import Page, form, jpeg, pdf, samples, show, text_pdf

READABLE, FORMAT = "attachment-readable", "attachment-format"


@dataclass(frozen=True)
class Unreadable:
    content: bytes
    cases: tuple[str, ...] = ("broken",)
    rules: tuple[str, ...] = (READABLE,)
    """Any of them must accuse the file."""


def locked(user: str, owner: str, revision: int = 6) -> bytes:
    """A PDF with passwords; without `user` anybody can open it."""
    return text_pdf(
        "Handlingen är skyddad.",
        static_id=False,
        encryption=pikepdf.Encryption(user=user, owner=owner, R=revision, aes=revision > 3, metadata=revision > 3),
    )


def _compound(*names: str) -> bytes:
    """An old compound file with empty streams of these names: how Office locks a file."""
    sector, free, end = 512, 0xFFFFFFFF, 0xFFFFFFFE
    header = bytes.fromhex("d0cf11e0a1b11ae1") + bytes(16)
    header += struct.pack("<5H6x", 0x3E, 3, 0xFFFE, 9, 6)
    header += struct.pack("<9I", 0, 1, 1, 0, 4096, end, 0, end, 0)
    header += struct.pack("<109I", 0, *[free] * 108)
    table = struct.pack("<128I", 0xFFFFFFFD, end, *[free] * 126)
    entries = b""
    for place, name in enumerate(("Root Entry", *names)):
        raw = (name + "\x00").encode("utf-16-le")
        right = place + 1 if 0 < place < len(names) else free
        child = 1 if place == 0 else free
        entries += raw.ljust(64, b"\x00") + struct.pack("<HBB3I", len(raw), 2 if place else 5, 1, free, right, child)
        entries += bytes(36) + struct.pack("<IQ", end, 0)
    return header + table + entries.ljust(sector, b"\x00")


def _locked_odt() -> bytes:
    """The parts are noise, and the list of them says with what they were locked."""
    row = (
        '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml" manifest:size="900">'
        '<manifest:encryption-data manifest:checksum-type="SHA256/1K" manifest:checksum="AAAA">'
        '<manifest:algorithm manifest:algorithm-name="http://www.w3.org/2001/04/xmlenc#aes256-cbc" '
        'manifest:initialisation-vector="AAAA"/></manifest:encryption-data></manifest:file-entry>'
    )
    noise = bytes((place * place * 7 + 13) % 256 for place in range(900))
    return archive("odt", {"content.xml": noise}, row)


def _locked_zip() -> bytes:
    """A Word file in an archive whose parts ask for a password."""
    made = bytearray(docx("Text."))
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        place = made.find(mark)
        while place >= 0:
            made[place + offset] |= 1
            place = made.find(mark, place + 4)
    return bytes(made)


def _changed(made: bytes, name: str, content: bytes) -> bytes:
    return packed({**parts_of(made), name: content}, stored=("mimetype",))


def _without(made: bytes, name: str) -> bytes:
    return packed({part: content for part, content in parts_of(made).items() if part != name}, stored=("mimetype",))


def _damaged(made: bytes, mark: bytes) -> bytes:
    """Some bytes after a mark are others."""
    place = made.index(mark) + len(mark) + 60
    return made[:place] + bytes(byte ^ 0x5A for byte in made[place : place + 24]) + made[place + 24 :]


BROKEN_XML = b"<w:document><w:body><w:p>Text"
_PDF, _DOCX, _ODT = text_pdf("Handlingen är hel."), docx("Text."), odt("Text.")

UNREADABLE: dict[str, Unreadable] = {
    "locked.pdf": Unreadable(locked("hemligt", "hemligt"), ("encrypted",)),
    "locked-old.pdf": Unreadable(locked("hemligt", "agare", revision=3), ("encrypted",)),
    "locked-aes.pdf": Unreadable(locked("hemligt", "agare", revision=4), ("encrypted",)),
    "locked.docx": Unreadable(
        _compound("EncryptionInfo", "EncryptedPackage"), ("encrypted", "content", "other"), (READABLE, FORMAT)
    ),
    "locked.xlsx": Unreadable(
        _compound("EncryptionInfo", "EncryptedPackage"), ("encrypted", "content", "other"), (READABLE, FORMAT)
    ),
    "locked.odt": Unreadable(_locked_odt(), ("encrypted",)),
    "locked-zip.docx": Unreadable(_locked_zip(), ("encrypted", "broken")),
    "cut.pdf": Unreadable(_PDF[:90]),
    "garbage.pdf": Unreadable(b"%PDF-1.7\n" + bytes(range(128, 256)) * 20),
    "no-pages.pdf": Unreadable(b"%PDF-1.4\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer << /Root 1 0 R >>\n%%EOF\n"),
    "only-head.pdf": Unreadable(b"%PDF-1.7\n"),
    "cut.docx": Unreadable(_DOCX[: len(_DOCX) // 2]),
    "garbage.docx": Unreadable(b"PK\x03\x04" + bytes(26) + b"word/" + bytes(range(256)) * 4),
    "broken-xml.docx": Unreadable(_changed(_DOCX, "word/document.xml", BROKEN_XML)),
    "damaged-part.docx": Unreadable(_damaged(_DOCX, b"word/document.xml")),
    "no-main-part.docx": Unreadable(_without(_DOCX, "word/document.xml")),
    "cut.xlsx": Unreadable(xlsx()[:700]),
    "broken-xml.xlsx": Unreadable(_changed(xlsx(), "xl/worksheets/sheet1.xml", b"<worksheet><row>")),
    "broken-xml.odt": Unreadable(_changed(_ODT, "content.xml", b"<office:document-content>")),
    "no-content.odt": Unreadable(_without(_ODT, "content.xml")),
    "cut.odt": Unreadable(_ODT[: len(_ODT) // 2]),
    "cut.jpg": Unreadable(picture("jpg")[:400]),
    "garbage.jpg": Unreadable(b"\xff\xd8\xff\xe0" + bytes(range(200)) * 4),
    "cut.png": Unreadable(picture("png")[:120]),
    "garbage.png": Unreadable(b"\x89PNG\r\n\x1a\n" + bytes(range(200)) * 4),
    "cut.webp": Unreadable(picture("webp")[:150]),
    "garbage.webp": Unreadable(b"RIFF\x20\x03\x00\x00WEBP" + bytes(range(200)) * 4),
    "broken.svg": Unreadable(svg("<g>").replace(b"</svg>", b"")),
}


def _scanned(image: str = "jpeg", before: str = "", after: str = "") -> Page:
    """A page that is nothing but a picture of one."""

    def picture_of(made: Pdf) -> Dictionary:
        if image == "bits":
            return Dictionary(Im1=samples(made, scan(mode="1").tobytes(), 620, 877, bits=1))
        return Dictionary(Im1=jpeg(made, as_jpeg(scan()), 620, 877, "DeviceGray"))

    drawing = f"{before}q 595 0 0 842 0 0 cm /Im1 Do Q\n{after}"
    return Page(drawing, resources={"XObject": picture_of})


def _strips() -> Page:
    """Some scanners cut a page in pieces."""
    strip = as_jpeg(scan(height=220))
    drawing = "".join(f"q 595 0 0 210.5 0 {210.5 * place} cm /Im1 Do Q\n" for place in range(4))
    return Page(drawing, resources={"XObject": lambda made: Dictionary(Im1=jpeg(made, strip, 620, 220, "DeviceGray"))})


def _in_form() -> Page:
    def nested(made: Pdf) -> Dictionary:
        outer = form(made, "q 595 0 0 842 0 0 cm /Im1 Do Q")
        outer[Name.Resources] = Dictionary(XObject=Dictionary(Im1=jpeg(made, as_jpeg(scan()), 620, 877, "DeviceGray")))
        return Dictionary(Fm1=outer)

    return Page("/Fm1 Do\n", resources={"XObject": nested})


def _turned() -> Page:
    page = _scanned()
    page.more["Rotate"] = 270
    return page


def _words(text: str) -> Page:
    return Page(show(text) + show("Resten av sidan är också text.", y=680))


SCANNED: dict[str, bytes] = {
    "picture.pdf": pdf(_scanned()),
    "black-and-white.pdf": pdf(_scanned("bits")),
    "strips.pdf": pdf(_strips()),
    "in-form.pdf": pdf(_in_form()),
    "turned.pdf": pdf(_turned()),
    "one-of-three.pdf": pdf(_words("Första sidan."), _scanned(), _words("Tredje sidan.")),
    # Lines and fields may be letters that were turned into drawings: nobody has read them either.
    "drawing.pdf": pdf(_words("Planbeskrivning."), Page("2 w 100 100 300 400 re S 0.8 g 150 150 80 80 re f")),
    "spaces-only.pdf": pdf(_scanned(after=show("   ", before="3 Tr"))),
}
"""PDFs with a page that nobody has read."""


def read_scan() -> bytes:
    """A scan whose words were read by a machine and lie unseen on top of the picture: nothing is wrong with it."""
    return pdf(_scanned(after="".join(show("Protokoll i ord", y=700 - 24 * n, before="3 Tr") for n in range(12))))


def read_scan_below() -> bytes:
    """The same with the unseen words below the picture, as some programs write it."""
    return pdf(_scanned(before="".join(show("Protokoll i ord", y=700 - 24 * n, before="3 Tr") for n in range(12))))
