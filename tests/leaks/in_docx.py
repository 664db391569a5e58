"""Word files with an identity code in every place that Word has for words."""

from __future__ import annotations

from collections.abc import Callable

from .ooxml import (
    WORD,
    Link,
    Part,
    Sheet,
    application_properties,
    cells,
    core_properties,
    custom_properties,
    docx,
    package,
    paragraph,
    run,
    word,
    xlsx,
)

Maker = Callable[[str], bytes]
BY = 'w:id="1" w:author="Byggnadstillsynen" w:date="2026-11-02T10:00:00Z"'


def part(name: str, inside: str, tag: str = "", relation: str = "") -> Part:
    """A part of a Word file; the tag is most often the name."""
    tag = tag or name
    return Part(f"word/{name}.xml", word(tag, inside), f"{WORD}.{relation or name}+xml", relation or name)


def header(text: str) -> tuple[Part, str]:
    """A page header and the section's pointer to it."""
    made = Part("word/header1.xml", word("hdr", paragraph(text)), f"{WORD}.header+xml", "header", ident="huvud")
    return made, '<w:headerReference w:type="default" r:id="huvud"/>'


def footer(text: str) -> tuple[Part, str]:
    made = Part("word/footer1.xml", word("ftr", paragraph(text)), f"{WORD}.footer+xml", "footer", ident="fot")
    return made, '<w:footerReference w:type="default" r:id="fot"/>'


def comments(text: str) -> Part:
    return part("comments", f"<w:comment {BY}>{paragraph(text)}</w:comment>")


def _note(kind: str) -> Maker:
    def make(code: str) -> bytes:
        pointer = f'<w:r><w:{kind}Reference w:id="2"/></w:r>'
        notes = part(f"{kind}s", f'<w:{kind} w:id="2">{paragraph(f"Sökande {code}")}</w:{kind}>')
        return docx(paragraph("Ärendet", pointer), parts=[notes])

    return make


def _comment(code: str) -> bytes:
    return docx(paragraph("Ärendet", '<w:r><w:commentReference w:id="1"/></w:r>'), parts=[comments(f"Gäller {code}")])


def _comment_author(code: str) -> bytes:
    made = part("comments", f'<w:comment w:id="1" w:author="{code}">{paragraph("Obs")}</w:comment>')
    return docx("Ärendet", parts=[made])


def _header(code: str) -> bytes:
    made, section = header(f"Ansökan {code}")
    return docx("Ärendet", parts=[made], section=section)


def _footer(code: str) -> bytes:
    made, section = footer(f"Ansökan {code}")
    return docx("Ärendet", parts=[made], section=section)


def _deleted(code: str) -> bytes:
    return docx(f"<w:p><w:del {BY}><w:r><w:delText>{code}</w:delText></w:r></w:del></w:p>")


def _half_deleted(code: str) -> bytes:
    """What stood there before is the code; what stands there now is half of it."""
    gone = f"<w:del {BY}><w:r><w:delText>{code[6:]}</w:delText></w:r></w:del>"
    return docx(paragraph(f"Sökande {code[:6]}", gone))


def _table(*texts: str) -> str:
    row = "".join(f"<w:tc>{paragraph(text)}</w:tc>" for text in texts)
    return f"<w:tbl><w:tblPr/><w:tblGrid/><w:tr>{row}</w:tr></w:tbl>"


def _text_box(code: str) -> bytes:
    box = f"<wps:wsp><wps:txbx><w:txbxContent>{paragraph(code)}</w:txbxContent></wps:txbx></wps:wsp>"
    old = f"<w:pict><v:textbox><w:txbxContent>{paragraph('Rutan')}</w:txbxContent></v:textbox></w:pict>"
    choice = f'<mc:Choice Requires="wps"><w:drawing>{box}</w:drawing></mc:Choice><mc:Fallback>{old}</mc:Fallback>'
    return docx(f"<w:p><w:r><mc:AlternateContent>{choice}</mc:AlternateContent></w:r></w:p>")


def _old_text_box(code: str) -> bytes:
    box = f"<v:shape><v:textbox><w:txbxContent>{paragraph(code)}</w:txbxContent></v:textbox></v:shape>"
    return docx(f"<w:p><w:r><w:pict>{box}</w:pict></w:r></w:p>")


def picture(properties: str) -> str:
    return f"<w:p><w:r><w:drawing><wp:inline><wp:docPr {properties}/></wp:inline></w:drawing></w:r></w:p>"


def _link_target(code: str) -> bytes:
    link = Link(f"https://exempel.example/{code}", "lank")
    return docx(f'<w:p><w:hyperlink r:id="lank">{run("Ansökan")}</w:hyperlink></w:p>', parts=[link])


def _simple_field(code: str) -> bytes:
    return docx(f'<w:p><w:fldSimple w:instr=" DOCPROPERTY {code} ">{run("värde")}</w:fldSimple></w:p>')


def _field_code(code: str) -> bytes:
    pieces = "".join(
        f'<w:r><w:instrText xml:space="preserve">{text}</w:instrText></w:r>'
        for text in (' HYPERLINK "https://a.example/', code[:5], code[5:], '" ')
    )
    begin, end = (f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "end"))
    return docx(f"<w:p>{begin}{pieces}{end}</w:p>")


def embedded(name: str, content: bytes) -> Part:
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    return Part(f"word/embeddings/{name}", content, kind, "package", ident="inbaddad")


def _embedded_workbook(code: str) -> bytes:
    made = xlsx(Sheet(cells("Sökande", code), "Lista"))
    shown = (
        '<w:p><w:r><w:object><o:OLEObject Type="Embed" ProgID="Excel.Sheet.12" r:id="inbaddad"/></w:object></w:r></w:p>'
    )
    return docx(shown, parts=[embedded("blad1.xlsx", made)])


def _chart(code: str) -> bytes:
    texts = f"<c:v>{code}</c:v>"
    series = f"<c:ser><c:cat><c:strRef><c:strCache><c:pt>{texts}</c:pt></c:strCache></c:strRef></c:cat></c:ser>"
    body = f"<c:chart><c:plotArea><c:barChart>{series}</c:barChart></c:plotArea></c:chart>"
    space = 'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"'
    kind = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"
    return docx(
        "Diagram", parts=[Part("word/charts/chart1.xml", f"<c:chartSpace {space}>{body}</c:chartSpace>", kind, "chart")]
    )


def _other_main_name(code: str) -> bytes:
    """The main part may have any name."""
    body = word("document", f"<w:body>{paragraph(f'Sökande {code}')}</w:body>")
    return package(Part("word/document2.xml", body, f"{WORD}.document.main+xml", "officeDocument", "/"), [])


def _utf_16(code: str) -> bytes:
    made = word("hdr", paragraph(code)).replace('encoding="UTF-8"', 'encoding="UTF-16"').encode("utf-16")
    return docx("Ärendet", parts=[Part("word/header1.xml", made, f"{WORD}.header+xml", "header")])


def _web_page(code: str) -> bytes:
    page = f"<html><body><p>{code[:6]}<b>{code[6:]}</b></p></body></html>"
    made = Part("word/bit.html", page, "text/html", "aFChunk", ident="bit")
    return docx('<w:altChunk r:id="bit"/>', parts=[made])


def _split(code: str) -> str:
    return paragraph("Sökande ", *(run(sign, "<w:b/>" if place % 2 else "") for place, sign in enumerate(code)))


LEAKS: dict[str, dict[str, Maker]] = {
    "docx-text": {
        "body": lambda code: docx(f"Sökande {code} har fått lov."),
        "every-letter-a-run": lambda code: docx(_split(code)),
        "runs-with-marks-between": lambda code: docx(
            paragraph(
                code[:4],
                '<w:proofErr w:type="spellStart"/>',
                code[4:7],
                '<w:bookmarkStart w:id="0" w:name="a"/>',
                code[7:],
            )
        ),
        "soft-hyphen": lambda code: docx(paragraph(code[:4], "<w:r><w:softHyphen/></w:r>", code[4:])),
        "hyphen-no-break": lambda code: docx(paragraph(code[:6], "<w:r><w:noBreakHyphen/></w:r>", code[7:])),
        "line-break": lambda code: docx(paragraph(code[:6], "<w:r><w:br/></w:r>", code[6:])),
        "tab": lambda code: docx(paragraph(code[:6], "<w:r><w:tab/></w:r>", code[6:])),
        "two-paragraphs": lambda code: docx(code[:7], code[7:]),
        "table-cell": lambda code: docx(_table("Sökande", code)),
        "hidden-text": lambda code: docx(paragraph(run(code, "<w:vanish/>"))),
        "white-text": lambda code: docx(paragraph(run(code, '<w:color w:val="FFFFFF"/>'))),
        "text-box": _text_box,
        "old-text-box": _old_text_box,
        "header": _header,
        "footer": _footer,
        "footnote": _note("footnote"),
        "endnote": _note("endnote"),
        "field-code": _field_code,
        "simple-field": _simple_field,
        "link-target": _link_target,
        "link-tooltip": lambda code: docx(
            f'<w:p><w:hyperlink w:anchor="a" w:tooltip="{code}">{run("Se")}</w:hyperlink></w:p>'
        ),
        "bookmark-name": lambda code: docx(
            f'<w:p><w:bookmarkStart w:id="1" w:name="{code}"/><w:bookmarkEnd w:id="1"/></w:p>'
        ),
        "control": lambda code: docx(
            f'<w:sdt><w:sdtPr><w:alias w:val="{code}"/></w:sdtPr><w:sdtContent>{paragraph("Namn")}</w:sdtContent></w:sdt>'
        ),
        "other-main-name": _other_main_name,
        "utf-16": _utf_16,
        "web-page-inside": _web_page,
        "chart": _chart,
        "embedded-workbook": _embedded_workbook,
        "picture-description": lambda code: docx(picture(f'id="1" name="Bild" descr="Kopia av {code}"')),
        "picture-title": lambda code: docx(picture(f'id="1" name="Bild" title="{code}"')),
    },
    "docx-comments": {"text": _comment, "author": _comment_author},
    "docx-tracked": {
        "insertion": lambda code: docx(f"<w:p><w:ins {BY}>{run(code)}</w:ins></w:p>"),
        "deletion": _deleted,
        "half-deleted": _half_deleted,
        "half-inserted": lambda code: docx(paragraph(code[:5], f"<w:ins {BY}>{run(code[5:])}</w:ins>")),
    },
    "docx-properties": {
        "title": lambda code: docx(parts=[core_properties(f"<dc:title>Ansökan {code}</dc:title>")]),
        "author": lambda code: docx(parts=[core_properties(f"<dc:creator>{code}</dc:creator>")]),
        "keywords": lambda code: docx(parts=[core_properties(f"<cp:keywords>bygglov, {code}</cp:keywords>")]),
        "custom": lambda code: docx(parts=[custom_properties("Sokande", code)]),
        "custom-name": lambda code: docx(parts=[custom_properties(code, "ja")]),
        "company": lambda code: docx(parts=[application_properties(f"<Company>{code}</Company>")]),
        "variable": lambda code: docx(
            parts=[part("settings", f'<w:docVars><w:docVar w:name="hetu" w:val="{code}"/></w:docVars>')]
        ),
        "custom-xml": lambda code: docx(
            parts=[Part("customXml/item1.xml", f"<sokande><hetu>{code}</hetu></sokande>", "application/xml")]
        ),
    },
}
