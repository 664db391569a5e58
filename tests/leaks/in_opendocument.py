"""Open documents with an identity code in every place that they have for words."""

from __future__ import annotations

from .in_docx import Maker
from .opendocument import HIDDEN, annotation, ods, odt, p, page_header, sheet, tracked


def _frame(inside: str) -> str:
    return p(f'<draw:frame draw:name="Bild">{inside}</draw:frame>')


def _changed_cell(code: str) -> bytes:
    was = f'<table:change-track-table-cell office:value-type="string">{p(code)}</table:change-track-table-cell>'
    content = (
        f'<table:cell-content-change table:id="c1"><table:previous>{was}</table:previous></table:cell-content-change>'
    )
    return ods(before=f"<table:tracked-changes>{content}</table:tracked-changes>")


def _named(expression: str) -> str:
    return f'<table:named-expressions><table:named-expression table:name="a" table:expression="{expression}"/></table:named-expressions>'


LEAKS: dict[str, dict[str, Maker]] = {
    "odt-text": {
        "body": lambda code: odt(f"Sökande {code} har fått lov."),
        "spans": lambda code: odt(p(f"Sökande {code[:4]}<text:span>{code[4:7]}</text:span>{code[7:]}")),
        "line-break": lambda code: odt(p(f"{code[:7]}<text:line-break/>{code[7:]}")),
        "space-element": lambda code: odt(p(f'{code[:6]}<text:s text:c="2"/>{code[6:]}')),
        "soft-page-break": lambda code: odt(p(f"{code[:6]}<text:soft-page-break/>{code[6:]}")),
        "soft-hyphen": lambda code: odt(f"Sökande {code[:8]}\u00ad{code[8:]}"),
        "table": lambda code: odt(sheet(("Sökande", code))),
        "note": lambda code: odt(p(f"Se<text:note><text:note-body>{p(code)}</text:note-body></text:note>")),
        "header": lambda code: odt(styles=page_header(f"Ansökan {code}")),
        "link-target": lambda code: odt(p(f'<text:a xlink:href="https://a.example/{code}">Se</text:a>')),
        "picture-title": lambda code: odt(_frame(f"<svg:title>{code}</svg:title>")),
        "picture-description": lambda code: odt(_frame(f"<svg:desc>Kopia av {code}</svg:desc>")),
        "text-box": lambda code: odt(_frame(f"<draw:text-box>{p(code)}</draw:text-box>")),
        "hidden-text": lambda code: odt(p(f'<text:hidden-text text:condition="true" text:string-value="{code}"/>')),
        "hidden-section": lambda code: odt(f'<text:section text:display="none" text:name="a">{p(code)}</text:section>'),
        "field": lambda code: odt(p(f"<text:user-field-get>{code}</text:user-field-get>")),
        "variable": lambda code: odt(
            before=f'<text:user-field-decls><text:user-field-decl text:name="a" office:string-value="{code}"/></text:user-field-decls>'
        ),
        "script": lambda code: odt(scripts=f"<office:scripts><office:script>{code}</office:script></office:scripts>"),
        "setting": lambda code: odt(
            settings=f'<office:settings><config:config-item config:name="a">{code}</config:config-item></office:settings>'
        ),
        "object-inside": lambda code: odt(more={"Object 1/content.xml": f"<a><b>{code}</b></a>"}),
    },
    "odt-comments": {
        "annotation": lambda code: odt(p(f"Ärendet{annotation(f'Gäller {code}')}")),
        "annotation-in-the-middle": lambda code: odt(p(f"{code[:6]}{annotation('Obs')}{code[6:]}")),
        "annotation-author": lambda code: odt(p(f"Ärendet{annotation('Obs').replace('Tillsynen', code)}")),
    },
    "odt-tracked": {
        "deletion": lambda code: odt(before=tracked("deletion", p(code))),
        "author": lambda code: odt(before=tracked("insertion").replace("Tillsynen", code)),
    },
    "odt-properties": {
        "title": lambda code: odt(meta=f"<dc:title>{code}</dc:title>"),
        "author": lambda code: odt(meta=f"<meta:initial-creator>{code}</meta:initial-creator>"),
        "user-defined": lambda code: odt(meta=f'<meta:user-defined meta:name="Sökande">{code}</meta:user-defined>'),
        "user-defined-name": lambda code: odt(meta=f'<meta:user-defined meta:name="{code}">ja</meta:user-defined>'),
    },
    "ods-text": {
        "cell": lambda code: ods(sheet(("Sökande", code))),
        "cell-in-pieces": lambda code: ods(sheet((f"{code[:6]}<text:span>{code[6:]}</text:span>",))),
        "cell-of-two-lines": lambda code: ods(sheet((f"{code[:7]}</text:p><text:p>{code[7:]}",))),
        "cell-value": lambda code: ods(
            sheet(("dolt",)).replace('"string">', f'"string" office:string-value="{code}">')
        ),
        "formula": lambda code: ods(
            sheet(("dolt",)).replace('"string">', f'"string" table:formula="of:=&quot;{code}&quot;">')
        ),
        "sheet-name": lambda code: ods(sheet(("Sökande",), name=code)),
        "header": lambda code: ods(styles=page_header(code)),
        "named-expression": lambda code: ods(after=_named(f"&quot;{code}&quot;")),
    },
    "ods-comments": {"annotation": lambda code: ods(sheet(("Sökande",), cell=annotation(code)))},
    "ods-hidden-sheets": {"hidden": lambda code: ods(sheet((code,), style="dold"), automatic=HIDDEN)},
    "ods-tracked": {"cell": _changed_cell},
    "ods-properties": {
        "keyword": lambda code: ods(meta=f"<meta:keyword>{code}</meta:keyword>"),
        "user-defined": lambda code: ods(meta=f'<meta:user-defined meta:name="a">{code}</meta:user-defined>'),
    },
}
