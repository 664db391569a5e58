"""What Word holds and a page cannot is told, with its place, and nothing of it slips into the text."""

from __future__ import annotations

import base64
import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from . import word

Import = Callable[..., Any]
PNG = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg=="
)
_VML = 'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"'
_MC = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
_WPS = 'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
_MATH = 'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'


def _document() -> tuple[Any, Any]:
    """A document with one §, and the paragraph under it."""
    document = word.new()
    word.bold(document, "§ 5 Ett ärende")
    return document, document.add_paragraph("Före.")


def _one(imported: Import, document: Any) -> tuple[str, str, str]:
    """The answer, the text, and the line that the loss was told of."""
    found = imported(document)
    assert found.run.code == 0, found.run.err
    told = found.run.out.partition("togs inte med:\n")[2].partition("\n\n")[0]
    return found.run.out, found.text.partition("\n---\n\n")[2], told


def _box(words: str) -> str:
    inner = f"<w:txbxContent><w:p><w:r><w:t>{words}</w:t></w:r></w:p></w:txbxContent>"
    return (
        f"<w:r {_MC} {_VML} {_WPS}><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wp:inline>"
        f"<a:graphic><a:graphicData><wps:wsp><wps:txbx>{inner}</wps:txbx></wps:wsp></a:graphicData></a:graphic>"
        f"</wp:inline></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox>{inner}</v:textbox></v:shape>"
        "</w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )


XML = {
    "inserted": (
        '<w:ins w:id="1" w:author="A"><w:r><w:t> Tillagt.</w:t></w:r></w:ins>',
        "spårad ändring: tillägget ”Tillagt.” står i texten",
    ),
    "deleted": (
        '<w:del w:id="1" w:author="A"><w:r><w:delText> Struket.</w:delText></w:r></w:del>',
        "spårad ändring: det strukna ”Struket.” är borta ur texten",
    ),
    "textbox": (_box("Ruta."), "textruta: ”Ruta.”"),
    "object": (
        f'<w:r {_VML}><w:object><v:shape/><o:OLEObject ProgID="Excel.Sheet.12"/></w:object></w:r>',
        "inbäddat objekt (Excel.Sheet.12)",
    ),
    "shape": (f'<w:r {_VML}><w:pict><v:shape alt="Pil"/></w:pict></w:r>', "ritad figur (”Pil”)"),
    "equation": (f"<m:oMath {_MATH}><m:r><m:t>x=1</m:t></m:r></m:oMath>", "formel: ”x=1”"),
    "hidden": ("<w:r><w:rPr><w:vanish/></w:rPr><w:t>Gömt.</w:t></w:r>", "dold text: ”Gömt.”"),
    "symbol": ("<w:r><w:t>\uf0fc</w:t></w:r>", "tecken som bara finns i ett visst teckensnitt"),
    "contents": (
        "<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val='Table of Contents'/></w:docPartObj></w:sdtPr>"
        "<w:sdtContent><w:r><w:t>Innehåll</w:t></w:r></w:sdtContent></w:sdt>",
        "",
    ),
}


@pytest.mark.parametrize("kind", XML)
def test_each_is_told_with_its_section_and_line(imported: Import, kind: str) -> None:
    xml, words = XML[kind]
    document, paragraph = _document()
    word.raw(paragraph, xml)
    paragraph.add_run(" Efter.")
    out, text, told = _one(imported, document)
    if words:
        assert words in told and "§ 5, rad " in told
        assert told.count("\n") == 0
    else:
        assert "Listan över ärenden togs inte med" in out
    assert "Efter." in text
    for gone in ("Struket", "Ruta", "Gömt", "\uf0fc", "Innehåll", "x=1", "\ue000"):
        assert gone not in text
    assert ("Tillagt." in text) is (kind == "inserted")


def test_the_line_is_the_one_in_the_file(imported: Import) -> None:
    document, paragraph = _document()
    word.raw(paragraph, XML["deleted"][0])
    found = imported(document)
    line = found.text.splitlines().index("Före.") + 1
    assert f"§ 5, rad {line}: spårad ändring" in found.run.out


def test_a_picture(imported: Import) -> None:
    document, paragraph = _document()
    shape = paragraph.add_run().add_picture(io.BytesIO(PNG))
    shape._inline.docPr.set("descr", "Karta över byn")
    _, text, told = _one(imported, document)
    assert "bild (”Karta över byn”)" in told
    assert "data:" not in text and "![" not in text


def test_a_picture_alone_in_its_paragraph(imported: Import) -> None:
    document, _ = _document()
    document.add_picture(io.BytesIO(PNG))
    _, text, told = _one(imported, document)
    assert "§ 5, rad" in told
    assert text.endswith("Före.\n")


def test_a_comment(imported: Import) -> None:
    document, paragraph = _document()
    document.add_comment(paragraph.runs, text="Stämmer det här?", author="A")
    _, text, told = _one(imported, document)
    assert "kommentar: ”Stämmer det här?”" in told
    assert "Stämmer" not in text


def test_a_footnote(imported: Import, tmp_path: Path) -> None:
    document, paragraph = _document()
    word.raw(paragraph, '<w:r><w:footnoteReference w:id="2"/></w:r>')
    path = word.save(document, tmp_path / "noter.docx")
    names = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    notes = (
        f'<w:footnotes {names}><w:footnote w:id="2"><w:p><w:r><w:t>En not.</w:t></w:r></w:p></w:footnote></w:footnotes>'
    )
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"
    related = f'<Relationship Id="n1" Type="{kind}" Target="footnotes.xml"/></Relationships>'.encode()
    word.repacked(
        path,
        {"word/_rels/document.xml.rels": lambda raw: raw.replace(b"</Relationships>", related)},
        {"word/footnotes.xml": notes.encode()},
    )
    _, text, told = _one(imported, path)
    assert "fotnot: ”En not.”" in told
    assert "En not" not in text


def test_one_revision_in_many_pieces_is_told_once(imported: Import) -> None:
    document, paragraph = _document()
    for piece in ("ett", " två", " tre"):
        word.raw(paragraph, f'<w:ins w:id="1" w:author="A"><w:r><w:t xml:space="preserve">{piece}</w:t></w:r></w:ins>')
    for piece in ("fyra", " fem"):
        word.raw(paragraph, f'<w:del w:id="2" w:author="A"><w:r><w:delText>{piece}</w:delText></w:r></w:del>')
    _, text, told = _one(imported, document)
    assert "Före.ett två tre" in text
    assert told.count("spårad ändring") == 2


def test_a_struck_row_and_an_added_row(imported: Import) -> None:
    document, _ = _document()
    made = word.table(document, ("A", "B"), ("borta", "1"), ("ny", "2"))
    for row, kind in ((1, "del"), (2, "ins")):
        properties = made.rows[row]._tr.get_or_add_trPr()
        properties.append(properties.makeelement(f"{{{properties.nsmap['w']}}}{kind}", {}))
    _, text, told = _one(imported, document)
    assert "borta" not in text and "| ny | 2 |" in text
    assert "det strukna ”borta 1”" in told and "tillägget ”ny 2”" in told


def test_links(imported: Import) -> None:
    document, paragraph = _document()
    for target in ("https://kronoby.example/sv(1)", "file:///C:/hem/hemligt.docx", "javascript:alert(1)"):
        number = document.part.relate_to(target, word_link(), is_external=True)
        word.raw(paragraph, f'<w:hyperlink r:id="{number}"><w:r><w:t> länk</w:t></w:r></w:hyperlink>')
    _, text, told = _one(imported, document)
    assert "[länk](https://kronoby.example/sv%281%29)" in text
    assert text.count("](") == 1 and "javascript" not in text and "hemligt" not in text
    assert told.count("länk som inte leder någonstans") == 2


def word_link() -> str:
    return "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"


def test_merged_cells_and_tables_within_tables(imported: Import) -> None:
    document, _ = _document()
    made = word.table(document, ("A", "B", "C"), ("1", "2", "3"), ("4", "5", "6"))
    made.cell(1, 0).merge(made.cell(2, 0))
    made.cell(1, 1).merge(made.cell(1, 2))
    inner = made.cell(2, 2).add_table(1, 2)
    inner.cell(0, 0).text, inner.cell(0, 1).text = "in", "ut"
    out, text, told = _one(imported, document)
    assert "sammanslagna celler" in out and "tabell inne i en tabell" in told
    assert "| A | B | C |\n| --- | --- | --- |\n| 1<br>4 | 2<br>3 |  |\n|  | 5 | 6<br>in<br>ut |" in text


def test_an_identity_code_is_left_out_and_never_repeated(imported: Import) -> None:
    document, paragraph = _document()
    code = "131052-308T"
    paragraph.add_run(f" Sökanden {code[:4]}").bold = True
    paragraph.add_run(f"{code[4:]} bor här.")
    found = imported(document)
    assert code not in found.text and code not in found.run.out
    assert "Sökanden [personbeteckning borttagen]".replace("[", "\\[").replace("]", "\\]") in found.text.replace(
        "*", ""
    )
    assert "§ 5, rad" in found.run.out and "VARNING: en personbeteckning" in found.run.out
