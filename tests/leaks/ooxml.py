"""Word files and workbooks, put together from their parts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from .archives import packed

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
SPACES = " ".join(
    f'xmlns:{prefix}="{address}"'
    for prefix, address in {
        "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "r": f"{OFFICE}/relationships",
        "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
        "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
        "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
        "c": "http://schemas.openxmlformats.org/drawingml/2006/chart",
        "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
        "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
        "v": "urn:schemas-microsoft-com:vml",
        "o": "urn:schemas-microsoft-com:office:office",
    }.items()
)
SHEETS = f'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="{OFFICE}/relationships"'
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml"


@dataclass(frozen=True)
class Part:
    """A part of the package and the relation that leads to it."""

    name: str
    content: str | bytes
    kind: str = "application/xml"
    relation: str = "customXml"
    """The last word of the relation's type, or the whole type."""
    owner: str = ""
    """The part it belongs to: the main document where it is left out, the package itself for `/`."""
    ident: str = ""


@dataclass(frozen=True)
class Link:
    """A relation to something outside the file."""

    target: str
    ident: str
    relation: str = "hyperlink"
    owner: str = ""


def run(text: str, properties: str = "") -> str:
    styled = properties and f"<w:rPr>{properties}</w:rPr>"
    return f'<w:r>{styled}<w:t xml:space="preserve">{text}</w:t></w:r>'


def paragraph(*inside: str) -> str:
    """A paragraph of runs and other elements; a text without markup becomes a run."""
    return f"<w:p>{''.join(one if one.startswith('<') else run(one) for one in inside)}</w:p>"


def word(tag: str, inside: str) -> str:
    """A part of a Word file with the usual namespaces."""
    return f"{HEAD}<w:{tag} {SPACES}>{inside}</w:{tag}>"


def docx(*body: str, parts: Sequence[Part | Link] = (), section: str = "") -> bytes:
    """A Word file; what is no element becomes a paragraph."""
    texts = ("Utlåtande om planen.", *body)
    inside = "".join(one if one.startswith("<") else paragraph(one) for one in texts)
    document = word("document", f"<w:body>{inside}<w:sectPr>{section}</w:sectPr></w:body>")
    main = Part("word/document.xml", document, f"{WORD}.document.main+xml", "officeDocument", "/")
    return package(main, parts)


@dataclass(frozen=True)
class Sheet:
    """A sheet of a workbook."""

    rows: str
    name: str = "Blad"
    state: str = ""
    after: str = ""
    """What comes after the rows: hyperlinks, print settings, drawings."""
    before: str = ""


def cells(*texts: str) -> str:
    """A row with texts of its own."""
    inside = "".join(f'<c t="inlineStr"><is><t>{text}</t></is></c>' for text in texts)
    return f"<row>{inside}</row>"


USUAL = Sheet(cells("Avgift", "Euro") + cells("Bygglov", "310"), "Avgifter")


def xlsx(*sheets: Sheet, parts: Sequence[Part | Link] = (), more: str = "") -> bytes:
    """A workbook whose first sheet is an ordinary one; `more` is put after the list of sheets."""
    own: list[Part | Link] = []
    listed = ""
    for number, sheet in enumerate((USUAL, *sheets), 1):
        state = f' state="{sheet.state}"' if sheet.state else ""
        listed += f'<sheet name="{sheet.name}" sheetId="{number}"{state} r:id="blad{number}"/>'
        content = (
            f"{HEAD}<worksheet {SHEETS}>{sheet.before}<sheetData>{sheet.rows}</sheetData>{sheet.after}</worksheet>"
        )
        name = f"xl/worksheets/sheet{number}.xml"
        own.append(Part(name, content, f"{EXCEL}.worksheet+xml", "worksheet", ident=f"blad{number}"))
    workbook = f"{HEAD}<workbook {SHEETS}><sheets>{listed}</sheets>{more}</workbook>"
    main = Part("xl/workbook.xml", workbook, f"{EXCEL}.sheet.main+xml", "officeDocument", "/")
    return package(main, [*own, *parts])


def package(main: Part, parts: Sequence[Part | Link]) -> bytes:
    """The archive with its list of kinds and the relations of every part."""
    everything = [main, *parts]
    kinds = "".join(
        f'<Override PartName="/{part.name}" ContentType="{part.kind}"/>'
        for part in everything
        if isinstance(part, Part)
    )
    defaults = "".join(
        f'<Default Extension="{ending}" ContentType="{kind}"/>'
        for ending, kind in (
            ("rels", "application/vnd.openxmlformats-package.relationships+xml"),
            ("xml", "application/xml"),
            ("jpg", "image/jpeg"),
            ("png", "image/png"),
        )
    )
    archive: dict[str, str | bytes] = {
        "[Content_Types].xml": f'{HEAD}<Types xmlns="{PACKAGE}/content-types">{defaults}{kinds}</Types>',
        **_relations(main, everything),
    }
    archive |= {part.name: part.content for part in everything if isinstance(part, Part)}
    return packed(archive)


def _relations(main: Part, everything: list[Part | Link]) -> dict[str, str]:
    owned: dict[str, str] = {}
    for number, part in enumerate(everything):
        kind = part.relation if "/" in part.relation else f"{OFFICE}/relationships/{part.relation}"
        if isinstance(part, Link):
            target, mode = part.target, ' TargetMode="External"'
        else:
            target, mode = f"/{part.name}", ""
        ident = part.ident or f"rel{number}"
        row = f'<Relationship Id="{ident}" Type="{kind}" Target="{target}"{mode}/>'
        folder, _, name = ("" if part.owner == "/" else part.owner or main.name).rpartition("/")
        path = f"{folder}/_rels/{name}.rels".removeprefix("/")
        owned[path] = owned.get(path, "") + row
    space = f'xmlns="{PACKAGE}/relationships"'
    return {path: f"{HEAD}<Relationships {space}>{rows}</Relationships>" for path, rows in owned.items()}


def core_properties(inside: str) -> Part:
    """Title, author and the like."""
    spaces = (
        f'xmlns:cp="{PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" '
        'xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'
    )
    kind = "application/vnd.openxmlformats-package.core-properties+xml"
    content = f"{HEAD}<cp:coreProperties {spaces}>{inside}</cp:coreProperties>"
    return Part("docProps/core.xml", content, kind, f"{PACKAGE}/relationships/metadata/core-properties", "/")


def custom_properties(name: str, value: str) -> Part:
    """A property that somebody has added."""
    types = f"{OFFICE}/docPropsVTypes"
    one = (
        f'<property fmtid="{{D5CDD505-2E9C-101B-9397-08002B2CF9AE}}" pid="2" name="{name}">'
        f"<vt:lpwstr>{value}</vt:lpwstr></property>"
    )
    content = f'{HEAD}<Properties xmlns="{OFFICE}/custom-properties" xmlns:vt="{types}">{one}</Properties>'
    kind = "application/vnd.openxmlformats-officedocument.custom-properties+xml"
    return Part("docProps/custom.xml", content, kind, "custom-properties", "/")


def application_properties(inside: str) -> Part:
    content = f'{HEAD}<Properties xmlns="{OFFICE}/extended-properties">{inside}</Properties>'
    kind = "application/vnd.openxmlformats-officedocument.extended-properties+xml"
    return Part("docProps/app.xml", content, kind, "extended-properties", "/")
