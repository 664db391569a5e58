"""The files are what they say: programs that know the formats can open them, and the same call gives the same bytes."""

from __future__ import annotations

import io
import zipfile
from datetime import date

import pikepdf
import pypdfium2
import pytest
from docx import Document
from lxml import etree
from PIL import Image

from . import in_docx, in_opendocument, in_pdf_pages, in_pdf_parts, in_xlsx, redactions
from .look_alikes import look_alikes
from .persons import PUBLISHED, code, is_code, person, spoiled
from .planted import Planted, planted

WHOLE = [one for one in (*planted(), *look_alikes()) if one.kind != "unreadable" and isinstance(one.content, bytes)]


def _of(*endings: str) -> list[Planted]:
    return [one for one in WHOLE if one.file.endswith(tuple(f".{ending}" for ending in endings))]


def _bytes(one: Planted) -> io.BytesIO:
    assert isinstance(one.content, bytes)
    return io.BytesIO(one.content)


def test_pdfs_can_be_read() -> None:
    for one in _of("pdf"):
        with pikepdf.open(_bytes(one)) as opened:
            assert opened.pages, one.path
        document = pypdfium2.PdfDocument(one.content)
        for page in document:
            page.get_textpage().get_text_bounded()
            page.close()
        document.close()


def test_packages_hold_xml_that_can_be_read() -> None:
    for one in _of("docx", "xlsx", "odt", "ods"):
        with zipfile.ZipFile(_bytes(one)) as opened:
            assert opened.testzip() is None
            for name in opened.namelist():
                if name.endswith((".xml", ".rels")):
                    etree.fromstring(opened.read(name))


def test_word_files_open() -> None:
    for one in _of("docx"):
        assert Document(_bytes(one)).element is not None, one.path


def test_pictures_open() -> None:
    for one in _of("jpg", "png", "webp"):
        with Image.open(_bytes(one)) as opened:
            opened.load()


def test_drawings_are_xml() -> None:
    for one in _of("svg"):
        etree.parse(_bytes(one))


def test_covered_words_are_still_there() -> None:
    for name, content in redactions.COVERED.items():
        document = pypdfium2.PdfDocument(content)
        words = "".join(page.get_textpage().get_text_bounded() for page in document)
        assert redactions.SECRET in words, name


@pytest.mark.parametrize("module", [in_pdf_pages, in_pdf_parts, in_docx, in_xlsx, in_opendocument])
def test_the_same_call_gives_the_same_bytes(module: object) -> None:
    for leaks in module.LEAKS.values():
        for name, make in leaks.items():
            assert make(person(5)) == make(person(5)), name


def test_persons_are_of_the_temporary_series() -> None:
    codes = [person(place) for place in range(1000)]
    assert all(is_code(one) and one[7] == "9" for one in codes)
    assert not any(is_code(spoiled(one)) for one in codes)
    assert all(is_code(one) for one in PUBLISHED)
    with pytest.raises(ValueError, match="temporary"):
        code("-", date(1952, 10, 13), 308)
