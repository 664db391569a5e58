"""Files that hold more than they show: notes, changes nobody has accepted, hidden sheets, programs. No codes in them."""

from __future__ import annotations

from pikepdf import String

from . import in_docx as word
from . import in_pdf_parts
from .in_tables_and_drawings import svg
from .in_xlsx import comments, threaded
from .ooxml import EXCEL, HEAD, SHEETS, Part, Sheet, cells, docx, paragraph, run, xlsx
from .opendocument import HIDDEN, annotation, ods, odt, p, page_header, sheet, tracked
from .pdfs import annotated
from .pdfs import annotation as note

BY = word.BY
_MARK = '<w:r><w:commentReference w:id="1"/></w:r>'
_GONE = "<w:r><w:delText>gammal text</w:delText></w:r>"
_CELL_CHANGE = (
    '<table:tracked-changes><table:cell-content-change table:id="c1"><table:previous>'
    f"<table:change-track-table-cell>{p('före')}</table:change-track-table-cell>"
    "</table:previous></table:cell-content-change></table:tracked-changes>"
)


def _changed_header() -> bytes:
    made, section = word.header("Rubrik")
    content = word.word("hdr", f"<w:p><w:ins {BY}>{run('ny rubrik')}</w:ins></w:p>")
    return docx("Text.", parts=[Part(made.name, content, made.kind, made.relation, ident=made.ident)], section=section)


def _changed_note() -> bytes:
    inside = f'<w:footnote w:id="2"><w:p><w:del {BY}>{_GONE}</w:del></w:p></w:footnote>'
    return docx("Text.", parts=[word.part("footnotes", inside)])


def _revisions() -> Part:
    """What a shared workbook remembers of its changes."""
    row = '<rcc rId="1" sId="1"><oc r="A1" t="inlineStr"><is><t>före</t></is></oc><nc r="A1"/></rcc>'
    content = f"{HEAD}<revisions {SHEETS}>{row}</revisions>"
    return Part("xl/revisions/revisionLog1.xml", content, f"{EXCEL}.revisionLog+xml", "revisionLog")


def _noted(*parts: Part) -> bytes:
    return xlsx(Sheet(cells("Avgift"), "Lista"), parts=parts)


HIDING: dict[str, dict[str, bytes]] = {
    "comments": {
        "comment.docx": docx(paragraph("Text.", _MARK), parts=[word.comments("Kolla det här")]),
        "comment-without-mark.docx": docx("Text.", parts=[word.comments("Kolla det här")]),
        "legacy-comment.xlsx": _noted(comments("Kolla det här")),
        "threaded-comment.xlsx": _noted(threaded("Kolla det här")),
        "annotation.odt": odt(p(f"Text{annotation('Kolla det här')}")),
        "annotation-in-header.odt": odt(styles=page_header(f"Rubrik{annotation('Kolla')}")),
        "annotation.ods": ods(sheet(("Avgift",), cell=annotation("Kolla det här"))),
        "note.pdf": annotated(note("Text", Contents=String("Kolla det här"))),
        "highlight-with-words.pdf": annotated(note("Highlight", Contents=String("Stämmer det här?"))),
    },
    "changes": {
        "inserted.docx": docx(f"<w:p><w:ins {BY}>{run('ny text')}</w:ins></w:p>"),
        "deleted.docx": docx(f"<w:p><w:del {BY}>{_GONE}</w:del></w:p>"),
        "moved.docx": docx(
            f"<w:p><w:moveFrom {BY}>{run('flyttad')}</w:moveFrom></w:p>",
            f"<w:p><w:moveTo {BY}>{run('flyttad')}</w:moveTo></w:p>",
        ),
        "run-format.docx": docx(paragraph(run("fet", f"<w:b/><w:rPrChange {BY}><w:rPr/></w:rPrChange>"))),
        "paragraph-format.docx": docx(
            f"<w:p><w:pPr><w:pPrChange {BY}><w:pPr/></w:pPrChange></w:pPr>{run('Text')}</w:p>"
        ),
        "paragraph-mark.docx": docx(f"<w:p><w:pPr><w:rPr><w:del {BY}/></w:rPr></w:pPr>{run('Text')}</w:p>"),
        "table-row.docx": docx(
            f"<w:tbl><w:tr><w:trPr><w:ins {BY}/></w:trPr><w:tc>{paragraph('Ny rad')}</w:tc></w:tr></w:tbl>"
        ),
        "section-format.docx": docx("Text.", section=f"<w:sectPrChange {BY}><w:sectPr/></w:sectPrChange>"),
        "in-header.docx": _changed_header(),
        "in-footnote.docx": _changed_note(),
        "revisions.xlsx": _noted(_revisions()),
        "deletion.odt": odt(before=tracked("deletion", p("gammal text"))),
        "insertion.odt": odt(before=tracked("insertion")),
        "format-change.odt": odt(before=tracked("format-change")),
        "changed-cell.ods": ods(before=_CELL_CHANGE),
    },
    "sheet": {
        "hidden-sheet.xlsx": xlsx(Sheet(cells("Utkast"), "Utkast", "hidden")),
        "very-hidden-sheet.xlsx": xlsx(Sheet(cells("Utkast"), "Utkast", "veryHidden")),
        "hidden-sheet.ods": ods(sheet(("Utkast",), style="dold"), automatic=HIDDEN),
    },
    "files": {
        "file.pdf": in_pdf_parts.file_inside("utkast.txt", b"Utkast\n"),
    },
    "program": {
        "script.svg": svg("<script>alert(1)</script>"),
        "handler.svg": svg("", ' onload="alert(1)"'),
        "address.svg": svg('<a xlink:href="javascript:alert(1)"><text>Se</text></a>'),
        "macro.docx": docx(
            "Text.", parts=[Part("word/vbaProject.bin", b"makro", "application/vnd.ms-office.vbaProject", "vbaProject")]
        ),
        "macro.odt": odt(more={"Basic/Standard/Module1.xml": "<module>Sub Main</module>"}),
    },
}
"""By the case of the rule."""
