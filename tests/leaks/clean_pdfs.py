"""PDFs with boxes, colours, pictures and forms that cover nothing, and others that anybody can open."""

from __future__ import annotations

from pikepdf import Array, Dictionary, Name, Pdf, String

from .images import as_jpeg, drawn, scan
from .pdfs import Page, annotation, body, catalog, form, jpeg, pdf, samples, show, text_pdf, with_body
from .redactions import BOX, SECRET
from .unreadable import locked, read_scan, read_scan_below

_TAKEN_AWAY = show("Sökande:", font="F2", x=72) + show("har fått lov.", font="F2", x=300)


def _drawn(operators: str, **resources: object) -> bytes:
    return pdf(Page(with_body(operators), resources=dict(resources)))


def _pictured(operators: str, width: int = 160, height: int = 120) -> bytes:
    photo = as_jpeg(drawn(width, height))
    return pdf(
        Page(operators, resources={"XObject": lambda made: Dictionary(Im1=jpeg(made, photo, width, height))}),
    )


def _table() -> str:
    """White words in black cells, dark words below."""
    head = "".join(
        f"q 0 g {72 + 150 * n} 694 148 18 re f Q 1 g {show(t, x=76 + 150 * n)} 0 g "
        for n, t in enumerate(("Avgift", "Euro", "Moms"))
    )
    return head + "".join(show(t, x=76 + 150 * n, y=680) for n, t in enumerate(("Bygglov", "310", "0")))


def _chart() -> str:
    """Bars with their labels in them."""
    bars = ""
    for place, (value, colour) in enumerate(((90, "0.1 0.2 0.5"), (140, "0.5 0.1 0.1"), (60, "0.1 0.4 0.2"))):
        bars += f"q {colour} rg {100 + 80 * place} 400 60 {value} re f Q 1 g "
        bars += show(str(value), x=118 + 80 * place, y=400 + value - 20) + "0 g "
    return bars


def _noted(*annotations: Dictionary, content: str = "") -> bytes:
    def change(made: Pdf) -> None:
        made.pages[0].obj[Name.Annots] = Array([made.make_indirect(one) for one in annotations])

    return pdf(Page(content or body("Anteckningarna döljer ingenting.")), change=change)


_QUAD = [70, 710, 284, 710, 70, 696, 284, 696]


def _marked(**entries: object) -> Dictionary:
    made = annotation("Highlight", QuadPoints=_QUAD, **entries)
    made[Name.Rect] = [70, 696, 284, 710]
    return made


def _outline(made: Pdf) -> Dictionary:
    first = made.make_indirect(Dictionary(Title=String("Inledning")))
    top = made.make_indirect(Dictionary(Type=Name.Outlines, First=first, Last=first, Count=1))
    first[Name.Parent] = top
    return top


def _form_field() -> bytes:
    """An empty form."""

    def change(made: Pdf) -> None:
        field = annotation("Widget", FT=Name.Tx, T=String("namn"), TU=String("Ditt namn"), V=String(""))
        fields = Array([made.make_indirect(field)])
        made.pages[0].obj[Name.Annots] = fields
        made.Root[Name.AcroForm] = Dictionary(Fields=fields)

    return text_pdf("Blankett för bygglov. Personbeteckning: ________-____", change=change)


def _yellow_over() -> str:
    return f"{show(SECRET, font='F2')}q /G1 gs 1 1 0 rg {BOX} re f Q\n"


_MULTIPLY = {"ExtGState": Dictionary(G1=Dictionary(BM=Name.Multiply))}
_HALF_CLEAR = {"ExtGState": Dictionary(G1=Dictionary(ca=0.3))}
_CLEAR = {"ExtGState": Dictionary(G1=Dictionary(ca=0))}

CLEAN: dict[str, bytes] = {
    "plain.pdf": text_pdf("Ingenting är dolt."),
    "black-box-without-text.pdf": _drawn(f"{_TAKEN_AWAY}0 g 140 696 150 14 re f\n"),
    "black-boxes-without-text.pdf": _drawn("".join(f"0 g 72 {640 - 20 * n} 400 14 re f\n" for n in range(12))),
    "black-box-between-lines.pdf": _drawn(
        f"{show('Raden ovanför', y=722)}0 g 70 700 214 12 re f\n{show('Raden nedanför', y=685)}"
    ),
    "words-on-a-black-box.pdf": _drawn(f"q 0 g {BOX} re f Q 1 g {show('SEKRETESS', font='F2')} 0 g\n"),
    "black-note-without-text.pdf": _noted(annotation("Square", C=[0, 0, 0], IC=[0, 0, 0])),
    "table-with-black-head.pdf": _drawn(_table()),
    "table-with-lines.pdf": _drawn(
        show("Bygglov") + "0.5 w 70 696 m 284 696 l S 70 714 m 284 714 l S 70 696 m 70 714 l S\n"
    ),
    "frame-around-text.pdf": _drawn(f"{show(SECRET, font='F2')}2 w {BOX} re S\n"),
    "underlined.pdf": _drawn(f"{show(SECRET, font='F2')}0 g 72 697 211 1 re f\n"),
    "struck-through.pdf": _drawn(f"{show(SECRET, font='F2')}0 G 0.7 w 72 703.5 m 283 703.5 l S\n"),
    "yellow-under-text.pdf": _drawn(f"q 1 1 0 rg {BOX} re f Q 0 g {show(SECRET, font='F2')}"),
    "yellow-over-text.pdf": _drawn(_yellow_over(), **_MULTIPLY),
    "clear-colour-over-text.pdf": _drawn(_yellow_over(), **_HALF_CLEAR),
    "unseen-box-over-text.pdf": _drawn(f"{show(SECRET, font='F2')}q /G1 gs 0 g {BOX} re f Q\n", **_CLEAR),
    "highlight.pdf": _noted(_marked(C=[1, 1, 0]), content=with_body(show(SECRET, font="F2"))),
    "box-never-painted.pdf": _drawn(f"{show(SECRET, font='F2')}{BOX} re n\n"),
    "box-cut-away.pdf": _drawn(f"{show(SECRET, font='F2')}q 0 0 10 10 re W n 0 g {BOX} re f Q\n"),
    "coloured-page.pdf": pdf(Page(f"q 0.9 0.95 1 rg 0 0 595 842 re f Q 0 g {body('Sidan har en färg.')}")),
    "dark-page.pdf": pdf(Page(f"q 0.05 0.1 0.3 rg 0 0 595 842 re f Q 1 g {body('Sidan är mörk.')}")),
    "coloured-box.pdf": _drawn(f"q 0.8 0.9 0.8 rg 60 660 400 60 re f Q 0 g {show('I en ruta.')}"),
    "chart.pdf": _drawn(_chart()),
    "letters-one-by-one-on-a-box.pdf": _drawn(
        f"q 0 g {BOX} re f Q 1 g "
        + "".join(show(c, x=72 + 7.2 * n, font="F2") for n, c in enumerate("RUBRIK"))
        + "0 g "
    ),
    "photo-with-words-over.pdf": _pictured(
        f"q 500 0 0 375 48 300 cm /Im1 Do Q {show('Kronoby kommun', x=180, y=450, size=24)}{body('Årsberättelse')}"
    ),
    "photo-as-background.pdf": _pictured(f"q 595 0 0 842 0 0 cm /Im1 Do Q {body('Årsberättelse')}"),
    "photo-beside-text.pdf": _pictured(f"q 160 0 0 120 72 400 cm /Im1 Do Q {body('Huset på bilden.')}"),
    "blank.pdf": pdf(Page("")),
    "blank-among-others.pdf": pdf(Page(body("Första.")), Page(""), Page(body("Tredje."))),
    "logo.pdf": pdf(Page(f"q 0.1 0.2 0.5 rg 72 780 60 40 re f Q 0 g {body('Kronoby kommun')}")),
    "read-scan.pdf": read_scan(),
    "read-scan-words-below.pdf": read_scan_below(),
    "owner-password.pdf": locked("", "agare"),
    "owner-password-old.pdf": locked("", "agare", revision=3),
    "outline.pdf": text_pdf("Protokoll", change=catalog(Outlines=_outline, PageMode=Name.UseOutlines)),
    "form.pdf": _form_field(),
    "link.pdf": _noted(annotation("Link", A=Dictionary(S=Name.URI, URI=String("https://exempel.example/131052/308")))),
    "turned.pdf": pdf(Page(body("Sidan ligger."), {"Rotate": 90})),
    "longer-number-in-pieces.pdf": _drawn("BT /F2 12 Tf 72 700 Td [(faktura 1) 0 (131052-308T)] TJ ET\n"),
    "longer-word-in-pieces.pdf": _drawn("BT /F2 12 Tf 72 700 Td (131052-308T) Tj (est) Tj ET\n"),
    "box-under-form.pdf": pdf(
        Page(
            with_body(f"q 0.8 g {BOX} re f Q /Fm1 Do\n"),
            resources={"XObject": lambda made: Dictionary(Fm1=form(made, show(SECRET, font="F2")))},
        )
    ),
    "black-picture-beside-text.pdf": _drawn(
        f"{_TAKEN_AWAY}q 150 0 0 14 140 696 cm /Im1 Do Q\n",
        XObject=lambda made: Dictionary(Im1=samples(made, b"\x00" * 64, 8, 8)),
    ),
    "many-pages.pdf": text_pdf(*(f"§ {number} Ärende" for number in range(120, 160))),
    "small-stamp-on-text.pdf": pdf(
        Page(
            body("Handlingen är stämplad.") + "q 40 0 0 40 480 760 cm /Im1 Do Q\n",
            resources={"XObject": lambda made: Dictionary(Im1=jpeg(made, as_jpeg(scan(80, 80)), 80, 80, "DeviceGray"))},
        )
    ),
}
