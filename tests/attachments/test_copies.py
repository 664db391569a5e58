"""What is published of an attachment: the same to the eye, and nothing beside it; the source is never touched."""

from __future__ import annotations

import io

import pikepdf
import pytest
from PIL import Image

from kommun.attachments.reading import cleaned, inspected_bytes
from tests.leaks import images, ooxml, opendocument, pdfs

POSITION = images.exif(main={images.ARTIST: "Exempel", images.ORIENTATION: 6}, gps=images.POSITION)
AUTHORS = ooxml.core_properties(
    '<dc:creator xmlns:dc="http://purl.org/dc/elements/1.1/">Anna Exempel</dc:creator>'
    '<dc:title xmlns:dc="http://purl.org/dc/elements/1.1/">Planen</dc:title>'
)
TEXT = "Tekniska nämnden har behandlat planen för gångvägen och godkänt den med de ändringar som framgår nedan."


def _pdf() -> bytes:
    def change(made: pikepdf.Pdf) -> None:
        made.docinfo["/Author"], made.docinfo["/Title"] = "Anna Exempel", "Planen"
        made.Root.Lang = pikepdf.String("sv-FI")
        made.Root.MarkInfo = pikepdf.Dictionary(Marked=True)
        made.Root.PieceInfo = pikepdf.Dictionary(Program=pikepdf.Dictionary(Private=pikepdf.String("C:/anna")))

    return pdfs.text_pdf(TEXT, change=change)


FILES = {
    "jpg": images.picture("jpg", exif=POSITION),
    "png": images.picture("png", exif=POSITION),
    "webp": images.picture("webp", exif=POSITION),
    "pdf": _pdf(),
    "docx": ooxml.docx(ooxml.paragraph(ooxml.run(TEXT)), parts=[AUTHORS]),
    "odt": opendocument.odt(opendocument.p(TEXT)),
    "svg": b'<svg xmlns="http://www.w3.org/2000/svg" xmlns:i="urn:i" i:path="C:/anna"><!-- Anna --><text>Plan</text></svg>',
    "csv": b"a;b\n1;2\n",
}


@pytest.mark.parametrize("kind", FILES)
def test_a_copy_is_clean_says_the_same_and_is_always_the_same(kind: str) -> None:
    source = FILES[kind]
    copy = cleaned(source)
    assert copy is not None
    before, after = inspected_bytes(source), inspected_bytes(copy)
    assert (after.traces, after.position, after.trouble) == ((), False, "")
    assert after.essence == before.essence
    assert cleaned(source) == copy == cleaned(copy)


@pytest.mark.parametrize("kind", ["jpg", "png", "webp", "pdf", "docx", "svg"])
def test_the_source_has_what_the_copy_has_not(kind: str) -> None:
    assert inspected_bytes(FILES[kind]).traces


@pytest.mark.parametrize("kind", ["jpg", "png", "webp"])
def test_a_picture_keeps_its_pixels_and_how_it_is_turned(kind: str) -> None:
    copy = cleaned(FILES[kind])
    assert copy is not None
    with Image.open(io.BytesIO(FILES[kind])) as source, Image.open(io.BytesIO(copy)) as published:
        assert published.tobytes() == source.tobytes()
        assert published.getexif().get(images.ORIENTATION) == 6
        assert not published.getexif().get_ifd(images.GPS)


def test_a_pdf_keeps_its_title_language_and_structure() -> None:
    copy = cleaned(FILES["pdf"])
    assert copy is not None
    with pikepdf.open(io.BytesIO(copy)) as pdf:
        assert str(pdf.docinfo["/Title"]) == "Planen"
        assert "/Author" not in pdf.docinfo
        assert str(pdf.Root.Lang) == "sv-FI"
        assert pdf.Root.MarkInfo.Marked
        assert "/PieceInfo" not in pdf.Root


def test_what_an_earlier_version_of_a_pdf_said_is_gone() -> None:
    """A program that only adds to a file leaves the old text in it."""
    said = FILES["pdf"] + b"\n9 0 obj\n(Anna Exempel bor granne)\nendobj\n"
    copy = cleaned(said)
    assert copy is not None and b"granne" not in copy


def test_a_signed_pdf_is_published_as_it_is() -> None:
    def change(made: pikepdf.Pdf) -> None:
        made.docinfo["/Author"] = "Ordföranden"
        signature = pikepdf.Dictionary(
            Type=pikepdf.Name.Sig, ByteRange=[0, 10, 20, 30], Contents=pikepdf.String("x" * 20)
        )
        field = pikepdf.Dictionary(FT=pikepdf.Name.Sig, T=pikepdf.String("Signatur"), V=made.make_indirect(signature))
        made.Root.AcroForm = pikepdf.Dictionary(Fields=[made.make_indirect(field)], SigFlags=3)

    signed = pdfs.text_pdf(TEXT, change=change, object_stream_mode=pikepdf.ObjectStreamMode.disable)
    report = inspected_bytes(signed)
    assert report.signed and not report.traces
    assert cleaned(signed) == signed


def test_what_cannot_be_read_is_not_published() -> None:
    assert cleaned(FILES["pdf"][:60]) is None
    assert cleaned(b"\xd0\xcf\x11\xe0") is None
    assert cleaned(FILES["jpg"][:-20]) is None
