"""PDFs with an identity code beside the pages: forms, notes, outlines, properties, tags, scripts, files inside."""

from __future__ import annotations

from typing import Any

from pikepdf import Array, Dictionary, Name, Pdf, Stream, String

from .in_docx import LEAKS as DOCX
from .in_pdf_pages import PAGES, Maker
from .pdfs import Change, annotated, annotation, catalog, file_spec, form, show, text_pdf

TEXT = "Handlingen hör till ärendet."
XMP = (
    '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/">'
    '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdfx="http://ns.adobe.com/pdfx/1.3/"{attributes}>{elements}'
    '</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="w"?>'
)


def _with(change: Change) -> bytes:
    return text_pdf(TEXT, change=change)


def _field(**entries: Any) -> bytes:
    """A form with one text field."""

    def change(made: Pdf) -> None:
        field = annotation("Widget", FT=Name.Tx, T=String("sokande"), DA=String("/F1 12 Tf 0 g"))
        for key, value in entries.items():
            field[f"/{key}"] = value(made) if callable(value) else value
        field = made.make_indirect(field)
        made.pages[0].obj[Name.Annots] = Array([field])
        fonts = made.pages[0].obj[Name.Resources]
        made.Root[Name.AcroForm] = Dictionary(Fields=Array([field]), DR=fonts, DA=String("/F1 12 Tf 0 g"))

    return _with(change)


def _xfa(code: str) -> bytes:
    data = f'<xdp:xdp xmlns:xdp="http://ns.adobe.com/xdp/"><data><hetu>{code}</hetu></data></xdp:xdp>'

    def change(made: Pdf) -> None:
        part = made.make_indirect(Stream(made, data.encode()))
        made.Root[Name.AcroForm] = Dictionary(Fields=Array([]), XFA=Array([String("datasets"), part]))

    return _with(change)


def _stamp(code: str) -> bytes:
    """The code is only in what a stamp looks like."""

    def change(made: Pdf) -> None:
        looks = Dictionary(N=form(made, show(code, x=2, y=4, size=10), (0, 0, 200, 20)))
        made.pages[0].obj[Name.Annots] = Array([made.make_indirect(annotation("Stamp", AP=looks))])

    return _with(change)


def _popup(code: str) -> bytes:
    note = annotation("Text", Contents=String("Se anteckningen"))
    return annotated(note, annotation("Popup", Contents=String(f"Sökande {code}")))


def _link(address: str) -> bytes:
    action = Dictionary(Type=Name.Action, S=Name.URI, URI=String(address))
    return annotated(annotation("Link", A=action))


def _outline(title: str, **entries: Any) -> bytes:
    def change(made: Pdf) -> None:
        first = made.make_indirect(Dictionary(Title=String("Inledning")))
        below = made.make_indirect(Dictionary(Title=String(title), Parent=first, **entries))
        first[Name.First] = first[Name.Last] = below
        first[Name.Count] = -1
        top = made.make_indirect(Dictionary(Type=Name.Outlines, First=first, Last=first, Count=1))
        first[Name.Parent] = top
        made.Root[Name.Outlines] = top

    return _with(change)


def _information(key: str) -> Maker:
    def make(code: str) -> bytes:
        def change(made: Pdf) -> None:
            made.docinfo[f"/{key}"] = String(f"Ansökan {code}")

        return _with(change)

    return make


def _information_utf16(code: str) -> bytes:
    def change(made: Pdf) -> None:
        # With a letter beyond Latin-1, so that the text is written as UTF-16.
        made.docinfo[Name.Title] = String(f"Ansökan “Ž” {code}")

    return _with(change)


def _xmp(attributes: str = "", elements: str = "") -> bytes:
    packet = XMP.format(attributes=attributes, elements=elements)
    return _with(
        catalog(
            Metadata=lambda made: made.make_indirect(
                Stream(made, packet.encode(), Type=Name.Metadata, Subtype=Name.XML)
            )
        )
    )


def _destination_tree(code: str) -> bytes:
    def change(made: Pdf) -> None:
        there = Array([made.pages[0].obj, Name.Fit])
        made.Root[Name.Names] = Dictionary(Dests=Dictionary(Names=Array([String(f"sokande-{code}"), there])))

    return _with(change)


def _destination_name(code: str) -> bytes:
    def change(made: Pdf) -> None:
        made.Root[Name.Dests] = Dictionary({f"/sokande-{code}": Array([made.pages[0].obj, Name.Fit])})

    return _with(change)


def _figure(**entries: str) -> bytes:
    """A tagged page with one figure."""

    def change(made: Pdf) -> None:
        root = made.make_indirect(Dictionary(Type=Name.StructTreeRoot))
        figure = Dictionary(Type=Name.StructElem, S=Name.Figure, P=root, Pg=made.pages[0].obj, K=0)
        for key, value in entries.items():
            figure[f"/{key}"] = String(value)
        root[Name.K] = Array([made.make_indirect(figure)])
        made.Root[Name.StructTreeRoot] = root
        made.Root[Name.MarkInfo] = Dictionary(Marked=True)

    return _with(change)


def _script(code: str) -> bytes:
    return _with(catalog(OpenAction=Dictionary(S=Name.JavaScript, JS=String(f"var sokande = '{code}';"))))


def _script_stream(code: str) -> bytes:
    def change(made: Pdf) -> None:
        script = made.make_indirect(Stream(made, f"var sokande = '{code}';".encode()))
        action = Dictionary(S=Name.JavaScript, JS=script)
        made.Root[Name.Names] = Dictionary(JavaScript=Dictionary(Names=Array([String("start"), action])))

    return _with(change)


def file_inside(name: str, content: bytes, **entries: Any) -> bytes:
    """A page of text with a file in the file."""

    def change(made: Pdf) -> None:
        spec = file_spec(made, name, content, **entries)
        made.Root[Name.Names] = Dictionary(EmbeddedFiles=Dictionary(Names=Array([String("bilaga"), spec])))

    return _with(change)


def _file_note(code: str) -> bytes:
    """The file hangs on a pin on the page and is not in the list of files."""

    def change(made: Pdf) -> None:
        spec = file_spec(made, "anteckning.txt", f"Sökande {code}\n".encode())
        note = annotation("FileAttachment", FS=spec, Contents=String("Bilaga"))
        made.pages[0].obj[Name.Annots] = Array([made.make_indirect(note)])

    return _with(change)


def _page_label(code: str) -> bytes:
    return _with(catalog(PageLabels=Dictionary(Nums=Array([0, Dictionary(S=Name.D, P=String(f"{code} "))]))))


def _private_data(code: str) -> bytes:
    """What a drawing program keeps for itself."""
    return _with(catalog(PieceInfo=Dictionary(Ritprogram=Dictionary(Private=String(f"Ansökan {code}")))))


TXT = "Sökande {}\n"

LEAKS: dict[str, dict[str, Maker]] = {
    "pdf-forms": {
        "value": lambda code: _field(V=String(code)),
        "default": lambda code: _field(DV=String(code)),
        "name": lambda code: _field(T=String(code)),
        "tooltip": lambda code: _field(TU=String(f"Personbeteckning, till exempel {code}")),
        "rich-value": lambda code: _field(RV=String(f"<body><p>{code[:6]}<b>{code[6:]}</b></p></body>")),
        "value-in-stream": lambda code: _field(V=lambda made: made.make_indirect(Stream(made, code.encode()))),
        "choice": lambda code: _field(FT=Name.Ch, Opt=Array([String("Ingen"), String(code)])),
        "appearance": lambda code: _field(AP=lambda made: Dictionary(N=form(made, show(code, 2, 4)))),
        "xfa": _xfa,
    },
    "pdf-annotations": {
        "text": lambda code: annotated(annotation("Text", Contents=String(f"Sökande {code}"))),
        "text-two-lines": lambda code: annotated(annotation("Text", Contents=String(f"{code[:7]}\r{code[7:]}"))),
        "free-text": lambda code: annotated(annotation("FreeText", Contents=String(code), DA=String("/F1 9 Tf"))),
        "popup": _popup,
        "author": lambda code: annotated(annotation("Text", Contents=String("Obs"), T=String(code))),
        "subject": lambda code: annotated(annotation("Square", Subj=String(code))),
        "rich": lambda code: annotated(annotation("Text", RC=String(f"<p>{code[:6]}<i>{code[6:]}</i></p>"))),
        "stamp": _stamp,
        "hidden": lambda code: annotated(annotation("Text", Contents=String(code), F=2)),
        "link": lambda code: _link(f"https://exempel.example/arende/{code.replace('+', '%2B')}"),
        "hyphen-link-encoded": lambda code: _link(f"https://exempel.example/?sok={code.replace('-', '%2D')}"),
    },
    "pdf-bookmarks": {
        "title": lambda code: _outline(f"Ansökan {code}"),
        "title-utf-16": lambda code: _outline(f"Ansökan “Ž” {code}"),
        "address": lambda code: _outline("Karta", A=Dictionary(S=Name.URI, URI=String(f"https://a.example/{code}"))),
        "destination-tree": _destination_tree,
        "destination-name": _destination_name,
        "page-label": _page_label,
    },
    "pdf-metadata": {
        **{key.lower(): _information(key) for key in ("Title", "Author", "Subject", "Keywords", "Creator")},
        "custom-key": _information("Sokande"),
        "title-utf-16": _information_utf16,
        "xmp-description": lambda code: _xmp(
            elements=f'<dc:description><rdf:Alt><rdf:li xml:lang="sv">{code}</rdf:li></rdf:Alt></dc:description>'
        ),
        "xmp-custom": lambda code: _xmp(elements=f"<pdfx:Sokande>{code}</pdfx:Sokande>"),
        "xmp-attribute": lambda code: _xmp(attributes=f' pdfx:Sokande="{code}"'),
        "private-data": _private_data,
    },
    "pdf-tags": {
        "alternate": lambda code: _figure(Alt=f"Kopia av {code}"),
        "actual": lambda code: _figure(ActualText=code),
        "expansion": lambda code: _figure(E=code),
        "title": lambda code: _figure(T=code),
    },
    "pdf-scripts": {"open-action": _script, "stream": _script_stream},
    "pdf-files-inside": {
        "txt": lambda code: file_inside("anteckning.txt", TXT.format(code).encode()),
        "txt-utf-16": lambda code: file_inside("anteckning.txt", TXT.format(code).encode("utf-16")),
        "csv": lambda code: file_inside("lista.csv", f"namn;nummer\nSökande;{code}\n".encode("cp1252")),
        "docx": lambda code: file_inside("brev.docx", DOCX["docx-text"]["body"](code)),
        "pdf": lambda code: file_inside("bilaga.pdf", PAGES["plain"](code)),
        "pdf-in-pdf-in-pdf": lambda code: file_inside("a.pdf", file_inside("b.pdf", PAGES["packed"](code))),
        "name": lambda code: file_inside(f"ansokan-{code}.txt", b"Tomt\n"),
        "description": lambda code: file_inside("a.txt", b"Tomt\n", Desc=String(f"Ansökan {code}")),
        "pin": _file_note,
    },
}
