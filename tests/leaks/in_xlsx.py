"""Workbooks with an identity code in every place that Excel has for words."""

from __future__ import annotations

from .in_docx import Maker
from .ooxml import EXCEL, HEAD, SHEETS, Link, Part, Sheet, cells, core_properties, custom_properties, xlsx

FIRST = "xl/worksheets/sheet2.xml"
"""The sheet after the usual one."""
DRAWN = (
    'xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"'
)


def comments(text: str, author: str = "Tillsynen") -> Part:
    """A note on a cell, as older programs keep it."""
    inside = (
        f"<authors><author>{author}</author></authors><commentList>"
        f'<comment ref="A1" authorId="0"><text><r><t>{text}</t></r></text></comment></commentList>'
    )
    content = f"{HEAD}<comments {SHEETS}>{inside}</comments>"
    return Part("xl/comments1.xml", content, f"{EXCEL}.comments+xml", "comments", FIRST)


def threaded(text: str) -> Part:
    """A note on a cell, as newer programs keep it."""
    space = 'xmlns="http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments"'
    one = (
        '<threadedComment ref="A1" dT="2026-11-02T10:00:00.00" personId="{00000000-0000-4000-8000-000000000001}" '
        f'id="{{00000000-0000-4000-8000-000000000002}}"><text>{text}</text></threadedComment>'
    )
    content = f"{HEAD}<ThreadedComments {space}>{one}</ThreadedComments>"
    relation = "http://schemas.microsoft.com/office/2017/10/relationships/threadedComment"
    kind = "application/vnd.ms-excel.threadedcomments+xml"
    return Part("xl/threadedComments/threadedComment1.xml", content, kind, relation, FIRST)


def shared(*items: str) -> Part:
    content = f"{HEAD}<sst {SHEETS}>{''.join(f'<si>{item}</si>' for item in items)}</sst>"
    return Part("xl/sharedStrings.xml", content, f"{EXCEL}.sharedStrings+xml", "sharedStrings")


SHARED_CELL = '<row><c t="s"><v>0</v></c></row>'


def chart(text: str) -> Part:
    pieces = "".join(f"<a:r><a:t>{piece}</a:t></a:r>" for piece in (text[:5], text[5:]))
    title = f"<c:title><c:tx><c:rich><a:p>{pieces}</a:p></c:rich></c:tx></c:title>"
    content = f"{HEAD}<c:chartSpace {DRAWN}><c:chart>{title}</c:chart></c:chartSpace>"
    kind = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"
    return Part("xl/charts/chart1.xml", content, kind, "chart", FIRST)


def drawing(text: str) -> Part:
    box = f'<xdr:sp><xdr:nvSpPr><xdr:cNvPr id="2" name="Ruta"/></xdr:nvSpPr><xdr:txBody><a:p><a:r><a:t>{text}</a:t></a:r></a:p></xdr:txBody></xdr:sp>'
    content = f"{HEAD}<xdr:wsDr {DRAWN}><xdr:twoCellAnchor>{box}</xdr:twoCellAnchor></xdr:wsDr>"
    kind = "application/vnd.openxmlformats-officedocument.drawing+xml"
    return Part("xl/drawings/drawing1.xml", content, kind, "drawing", FIRST)


def _table(code: str) -> bytes:
    content = (
        f'{HEAD}<table {SHEETS} id="1" name="T" displayName="T" ref="A1:A2"><tableColumns count="1">'
        f'<tableColumn id="1" name="{code}"/></tableColumns></table>'
    )
    return _sheet("Lista", parts=[Part("xl/tables/table1.xml", content, f"{EXCEL}.table+xml", "table", FIRST)])


def _outside(code: str) -> bytes:
    """What another workbook said when it was last read."""
    inside = (
        '<externalBook r:id="ut"><sheetNames><sheetName val="Register"/></sheetNames><sheetDataSet>'
        f'<sheetData sheetId="0"><row r="1"><cell r="A1" t="str"><v>{code}</v></cell></row></sheetData>'
        "</sheetDataSet></externalBook>"
    )
    content = f"{HEAD}<externalLink {SHEETS}>{inside}</externalLink>"
    made = Part("xl/externalLinks/externalLink1.xml", content, f"{EXCEL}.externalLink+xml", "externalLink")
    return xlsx(parts=[made, Link("register.xlsx", "ut", "externalLinkPath", made.name)])


def _outside_path(code: str) -> bytes:
    content = f'{HEAD}<externalLink {SHEETS}><externalBook r:id="ut"/></externalLink>'
    made = Part("xl/externalLinks/externalLink1.xml", content, f"{EXCEL}.externalLink+xml", "externalLink")
    return xlsx(parts=[made, Link(f"ansokan-{code}.xlsx", "ut", "externalLinkPath", made.name)])


def _pivot(code: str) -> bytes:
    """The table behind a summary stays in the file when the sheet it came from is gone."""
    items = f'<cacheFields count="1"><cacheField name="Sökande"><sharedItems><s v="{code}"/></sharedItems></cacheField></cacheFields>'
    content = f"{HEAD}<pivotCacheDefinition {SHEETS}>{items}</pivotCacheDefinition>"
    kind = f"{EXCEL}.pivotCacheDefinition+xml"
    return xlsx(parts=[Part("xl/pivotCache/pivotCacheDefinition1.xml", content, kind, "pivotCacheDefinition")])


def _sheet(*texts: str, parts: list[Part | Link] | None = None, after: str = "", name: str = "Lista") -> bytes:
    return xlsx(Sheet(cells(*texts), name, after=after), parts=parts or ())


def _link(code: str) -> bytes:
    link = Link(f"https://exempel.example/{code}", "lank", owner=FIRST)
    return _sheet("Se", after='<hyperlinks><hyperlink ref="A1" r:id="lank"/></hyperlinks>', parts=[link])


LEAKS: dict[str, dict[str, Maker]] = {
    "xlsx-text": {
        "cell": lambda code: _sheet("Sökande", code),
        "shared-string": lambda code: xlsx(Sheet(SHARED_CELL, "Lista"), parts=[shared(f"<t>{code}</t>")]),
        "rich-text": lambda code: xlsx(
            Sheet(SHARED_CELL, "Lista"),
            parts=[shared(f"<r><rPr><b/></rPr><t>{code[:6]}</t></r><r><t>{code[6:]}</t></r>")],
        ),
        "line-break-in-cell": lambda code: _sheet(f"{code[:6]}&#10;{code[6:]}"),
        "formula-result": lambda code: xlsx(
            Sheet(f'<row><c t="str"><f>Register!A1</f><v>{code}</v></c></row>', "Lista")
        ),
        "formula": lambda code: xlsx(Sheet(f'<row><c t="str"><f>"{code}"</f><v>dolt</v></c></row>', "Lista")),
        "sheet-name": lambda code: _sheet("Sökande", name=code),
        "defined-name": lambda code: xlsx(
            more=f'<definedNames><definedName name="sokande">"{code}"</definedName></definedNames>'
        ),
        "defined-name-comment": lambda code: xlsx(
            more=f'<definedNames><definedName name="a" comment="{code}">Avgifter!$A$1</definedName></definedNames>'
        ),
        "header": lambda code: _sheet("A", after=f"<headerFooter><oddHeader>&amp;L{code}</oddHeader></headerFooter>"),
        "footer": lambda code: _sheet("A", after=f"<headerFooter><oddFooter>&amp;R{code}</oddFooter></headerFooter>"),
        "validation": lambda code: _sheet(
            "A", after=f'<dataValidations><dataValidation prompt="Till exempel {code}" sqref="A1"/></dataValidations>'
        ),
        "link-target": _link,
        "link-tooltip": lambda code: _sheet(
            "A", after=f'<hyperlinks><hyperlink ref="A1" location="A2" tooltip="{code}"/></hyperlinks>'
        ),
        "chart-title": lambda code: _sheet("A", parts=[chart(code)]),
        "text-box": lambda code: _sheet("A", parts=[drawing(code)]),
        "table-column": _table,
        "external-cache": _outside,
        "external-path": _outside_path,
        "pivot-cache": _pivot,
    },
    "xlsx-comments": {
        "legacy": lambda code: _sheet("A", parts=[comments(code)]),
        "legacy-author": lambda code: _sheet("A", parts=[comments("Obs", code)]),
        "threaded": lambda code: _sheet("A", parts=[threaded(f"Gäller {code}")]),
    },
    "xlsx-hidden-sheets": {
        "hidden": lambda code: xlsx(Sheet(cells(code), "Register", "hidden")),
        "very-hidden": lambda code: xlsx(Sheet(cells(code), "Register", "veryHidden")),
        "hidden-column": lambda code: xlsx(
            Sheet(cells(code), "Lista", before='<cols><col min="1" max="1" hidden="1"/></cols>')
        ),
        "hidden-row": lambda code: xlsx(Sheet(cells(code).replace("<row>", '<row hidden="1">'), "Lista")),
    },
    "xlsx-properties": {
        "subject": lambda code: xlsx(parts=[core_properties(f"<dc:subject>{code}</dc:subject>")]),
        "last-author": lambda code: xlsx(parts=[core_properties(f"<cp:lastModifiedBy>{code}</cp:lastModifiedBy>")]),
        "custom": lambda code: xlsx(parts=[custom_properties("Sokande", code)]),
    },
}
