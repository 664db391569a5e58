"""What cannot be imported is said in words, and leaves nothing behind."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from kommun.importing import package
from tests.build.site import Run, kommun

from . import word

Import = Callable[..., Any]
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)


def _docx(**parts: bytes) -> bytes:
    """A zip with parts by their name, `/` and `.` written as `__` and `_`."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name.replace("__", "/").replace("_", "."), content)
    return out.getvalue()


def _text(inside: str, start: str = "") -> bytes:
    names = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    return f"{start}<w:document {names}><w:body>{inside}</w:body></w:document>".encode()


def _locked() -> bytes:
    content = bytearray(_docx(word__document_xml=_text("<w:p/>")))
    for sign, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        content[content.index(sign) + at] |= 1
    return bytes(content)


def _lies_about_its_size() -> bytes:
    """Says that its text is small; it is not."""
    content = _docx(word__document_xml=_text("<w:p/>" * 4_000_000))
    real = len(_text("<w:p/>" * 4_000_000)).to_bytes(4, "little")
    return content.replace(real, (1000).to_bytes(4, "little"))


ENTITIES = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
OUTSIDE = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/hostname">]>'
DEEP = "<w:sdt><w:sdtContent>" * 200 + "<w:p/>" + "</w:sdtContent></w:sdt>" * 200
CASES: dict[str, tuple[str, Callable[[], bytes], str]] = {
    "old": ("protokoll.doc", lambda: OLE, "Words gamla format (.doc)"),
    "old by name": ("protokoll.doc", lambda: b"vad som helst", "Words gamla format (.doc)"),
    "old as docx": ("protokoll.docx", lambda: OLE, "lösenord eller sparad i Words gamla format"),
    "locked": ("p.docx", lambda: OLE + "EncryptedPackage".encode("utf-16-le"), "skyddad med lösenord"),
    "locked zip": ("p.docx", _locked, "skyddad med lösenord"),
    "empty": ("p.docx", lambda: b"", "är tom"),
    "text": ("p.docx", lambda: b"Hej", "inget Word-dokument"),
    "pdf": ("p.pdf", lambda: b"%PDF-1.4\n", "inget Word-dokument"),
    "another zip": ("p.docx", lambda: _docx(a_txt=b"hej"), "inget Word-dokument"),
    "a workbook": ("p.docx", lambda: _docx(word__document_xml=b"<workbook/>"), "inget Word-dokument"),
    "half a zip": ("p.docx", lambda: _docx(word__document_xml=_text("<w:p/>" * 99))[:90], "skadad"),
    "no zip after all": ("p.docx", lambda: b"PK\x03\x04" + bytes(200), "skadad"),
    "half an xml": ("p.docx", lambda: _docx(word__document_xml=_text("<w:p/>")[:-9]), "skadad"),
    "entities": ("p.docx", lambda: _docx(word__document_xml=_text("<w:p>&b;</w:p>", ENTITIES)), "skadad"),
    "an outside entity": ("p.docx", lambda: _docx(word__document_xml=_text("<w:p>&a;</w:p>", OUTSIDE)), "skadad"),
    "too deep": ("p.docx", lambda: _docx(word__document_xml=_text(DEEP)), "skadad"),
    "bomb": ("p.docx", lambda: _docx(word__document_xml=_text(" " * 60_000_000)), "för stor"),
    "bomb beside": ("p.docx", lambda: _docx(word__document_xml=_text("<w:p/>"), word__media__a_bin=bytes(60_000_000)), "för stor"),
    "many elements": ("p.docx", lambda: _docx(word__document_xml=_text("<w:p/>" * 20_001)), "för stor"),
    "a lie": ("p.docx", _lies_about_its_size, ""),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_a_file_that_is_no_minutes(town: Path, tmp_path: Path, case: str) -> None:
    name, content, words = CASES[case]
    file = tmp_path / name
    file.write_bytes(content())
    run = _run(town, file)
    _refused(town, run, words)


def test_a_file_that_is_not_there(town: Path, tmp_path: Path) -> None:
    _refused(town, _run(town, tmp_path / "borta.docx"), "borta.docx finns inte")
    _refused(town, _run(town, tmp_path), "ingen fil")


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("--body", "kommunstyrelse", "--date", word.DAY), "Menade du kommunstyrelsen?"),
        (("--body", "qqq", "--date", word.DAY), "Organen är: arbetsgruppen, bildningsnamnden"),
        (("--body", "../docs", "--date", word.DAY), "inget organ"),
        (("--body", "kommunstyrelsen", "--date", "2026-13-01"), "”2026-13-01” är inget mötesdatum"),
        (("--body", "kommunstyrelsen", "--date", "2.11.2026"), "är inget mötesdatum"),
        (("--body", "kommunstyrelsen", "--date", "0206-11-02"), "är inget mötesdatum"),
        (("--body", "kommunstyrelsen", "--date", "2026-11-02-x"), "är inget mötesdatum"),
        (("--body", "kommunstyrelsen", "--date", ""), "är inget mötesdatum"),
    ],
)
def test_a_body_or_a_date_that_is_none(town: Path, tmp_path: Path, arguments: tuple[str, ...], words: str) -> None:
    file = word.save(word.board(), tmp_path / "p.docx")
    _refused(town, kommun(town, "import", str(file), *arguments), words)


def test_nothing_is_overwritten(imported: Import) -> None:
    first = imported(word.board())
    second = imported(word.council())
    assert second.run.code == 2
    assert "meetings/kommunstyrelsen/2026-11-02/minutes.sv.md finns redan" in second.run.err
    assert second.text == first.text


def test_a_link_in_the_way_is_not_followed(town: Path, imported: Import, tmp_path: Path) -> None:
    folder = town / f"meetings/kommunstyrelsen/{word.DAY}"
    folder.mkdir()
    (folder / "minutes.sv.md").symlink_to(tmp_path / "annanstans.md")
    assert imported(word.board()).run.code == 2
    assert not (tmp_path / "annanstans.md").exists()


def test_a_second_meeting_on_the_day(town: Path, tmp_path: Path) -> None:
    file = word.save(word.board(), tmp_path / "p.docx")
    run = kommun(town, "import", str(file), "--body", "kommunstyrelsen", "--date", "2026-11-02-2")
    assert run.code == 0
    assert (town / "meetings/kommunstyrelsen/2026-11-02-2/minutes.sv.md").exists()


def test_the_strict_form_of_the_format_is_read(imported: Import, tmp_path: Path) -> None:
    path = word.save(word.board(), tmp_path / "p.docx")

    def strict(raw: bytes) -> bytes:
        for new, old in package.STRICT.items():
            raw = raw.replace(old.encode(), new.encode())
        return raw

    names = (
        "word/document.xml",
        "_rels/.rels",
        "word/_rels/document.xml.rels",
        "word/styles.xml",
        "word/numbering.xml",
    )
    found = imported(word.repacked(path, dict.fromkeys(names, strict)))
    assert found.run.code == 0, found.run.err
    assert "## § 71 Kommittéer: Arbetsgrupp" in found.text and "- skolnätet" in found.text


def _run(town: Path, file: Path) -> Run:
    return kommun(town, "import", str(file), "--body", "kommunstyrelsen", "--date", word.DAY)


def _refused(town: Path, run: Run, words: str) -> None:
    assert run.code == 2
    assert run.err.startswith("Kunde inte köras: ") and words in run.err
    assert "Traceback" not in run.err and not run.out
    assert not list(town.glob("meetings/*/2026*"))
