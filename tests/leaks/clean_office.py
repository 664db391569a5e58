"""Office files that look as if they hid something, and do not."""

from __future__ import annotations

from . import in_docx as word
from .images import DESCRIPTION, exif, picture
from .in_xlsx import SHARED_CELL, shared
from .ooxml import (
    EXCEL,
    HEAD,
    SHEETS,
    Part,
    Sheet,
    application_properties,
    cells,
    core_properties,
    custom_properties,
    docx,
    paragraph,
    run,
    xlsx,
)
from .opendocument import ods, odt, p, page_header, sheet

_STYLES = word.part(
    "styles", '<w:style w:type="paragraph" w:styleId="Rubrik1"><w:name w:val="heading 1"/></w:style>', relation="styles"
)
_PROPERTIES = (
    core_properties(
        "<dc:title>Utlåtande</dc:title><dc:creator>Byggnadstillsynen</dc:creator><cp:revision>3</cp:revision>"
    ),
    application_properties("<Application>Ordbehandling</Application><Pages>1</Pages>"),
    custom_properties("Diarienummer", "131052/308/2026"),
)
_NO_NOTES = Part(
    "xl/comments1.xml",
    f"{HEAD}<comments {SHEETS}><authors/><commentList/></comments>",
    f"{EXCEL}.comments+xml",
    "comments",
    "xl/worksheets/sheet2.xml",
)
_PICTURE = Part(
    "word/media/image1.jpg", picture("jpg", exif=exif({DESCRIPTION: "Kommungården"})), "image/jpeg", "image"
)


def _header() -> bytes:
    made, section = word.header("Kronoby kommun")
    return docx("Text.", parts=[made], section=section)


CLEAN: dict[str, bytes] = {
    "styles.docx": docx(f'<w:p><w:pPr><w:pStyle w:val="Rubrik1"/></w:pPr>{run("Rubrik")}</w:p>', parts=[_STYLES]),
    "properties.docx": docx("Text.", parts=_PROPERTIES),
    "accepted.docx": docx(f'<w:p w:rsidR="00131052" w:rsidDel="00308000">{run("Ändringen är godkänd.")}</w:p>'),
    "tracking-on.docx": docx("Inget har ändrats.", parts=[word.part("settings", "<w:trackRevisions/>")]),
    "empty-comments.docx": docx("Text.", parts=[word.part("comments", "")]),
    "words-of-comments.docx": docx("Kommentarer, w:ins och w:del: så heter de.", "Spåra ändringar i comments.xml"),
    "header.docx": _header(),
    "table.docx": docx(
        f"<w:tbl><w:tr><w:tc>{paragraph('Avgift')}</w:tc><w:tc>{paragraph('310')}</w:tc></w:tr></w:tbl>"
    ),
    "separators.docx": docx(
        "Text.",
        parts=[
            word.part(
                "footnotes",
                '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>',
            )
        ],
    ),
    "picture.docx": docx(word.picture('id="1" name="Bild" descr="Kommungården"'), parts=[_PICTURE]),
    "longer-number-in-runs.docx": docx(paragraph(run("faktura 1"), run("131052-308T", "<w:b/>"))),
    "longer-word-in-runs.docx": docx(paragraph(run("131052-308T", "<w:b/>"), run("est"))),
    "longer-number-in-runs.xlsx": xlsx(
        Sheet(SHARED_CELL, "Lista"), parts=[shared("<r><t>faktura 1</t></r><r><t>131052-308T</t></r>")]
    ),
    "longer-number-in-spans.odt": odt(p("faktura 1<text:span>131052-308T</text:span>")),
    "page-number.docx": docx(
        f'<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> PAGE </w:instrText></w:r>{run("1")}</w:p>'
    ),
    "hidden-columns.xlsx": xlsx(
        Sheet(cells("Avgift", "310"), "Lista", before='<cols><col min="2" max="2" hidden="1"/></cols>')
    ),
    "visible-state.xlsx": xlsx(Sheet(cells("Avgift"), "Lista", "visible")),
    "empty-comments.xlsx": xlsx(Sheet(cells("Avgift"), "Lista"), parts=[_NO_NOTES]),
    "sheet-called-hidden.xlsx": xlsx(Sheet(cells("state hidden"), "hidden")),
    "shared.xlsx": xlsx(Sheet(SHARED_CELL, "Lista"), parts=[shared("<t>Bygglov 131052/308</t>")]),
    "dates-as-numbers.xlsx": xlsx(
        Sheet("<row><c><v>46350</v></c><c><v>131052</v></c><c><v>-308</v></c></row>", "Lista")
    ),
    "properties.xlsx": xlsx(parts=_PROPERTIES),
    "formula.xlsx": xlsx(Sheet("<row><c><f>131052-308</f><v>130744</v></c></row>", "Lista")),
    "plain.odt": odt("Ingenting är dolt."),
    "empty-changes.odt": odt(before="<text:tracked-changes/>"),
    "changes-off.odt": odt(before='<text:tracked-changes text:track-changes="false"/>'),
    "header.odt": odt(styles=page_header("Kronoby kommun")),
    "properties.odt": odt(
        meta='<dc:title>Utlåtande</dc:title><meta:user-defined meta:name="Diarienummer">131052/308</meta:user-defined>'
    ),
    "picture.odt": odt(p("<draw:frame/>"), more={"Pictures/bild.png": picture("png")}),
    "plain.ods": ods(sheet(("Avgift", "310"))),
    "visible-style.ods": ods(
        sheet(("Avgift",), style="synlig"),
        automatic='<style:style style:name="synlig" style:family="table"><style:table-properties table:display="true"/></style:style>',
    ),
    "empty-changes.ods": ods(before='<table:tracked-changes table:track-changes="false"/>'),
    "words-of-notes.ods": ods(sheet(("office:annotation", "table:display=false"))),
}
