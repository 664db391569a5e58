"""PDFs in which words are covered and still there."""

from __future__ import annotations

from pikepdf import Array, Dictionary, Name, Pdf, String

from .pdfs import Page, annotation, form, pdf, quoted, samples, show, with_body

SECRET = "Maja Exempel, Exempelstigen 0"
"""An invented person. In Courier of 12 points: 7.2 points a letter, from 72."""
LINE = show(SECRET, font="F2")
BOX = "70 696 214 14"
"""Over the whole line."""
LEFT, BOTTOM, RIGHT, TOP = 70, 696, 284, 710


def _covered(after: str, before: str = "", line: str = LINE) -> bytes:
    return pdf(Page(with_body(f"{before}{line}q {after} Q\n")))


def _noted(subtype: str, **entries: object) -> bytes:
    """An annotation over the line."""

    def change(made: Pdf) -> None:
        note = annotation(subtype, **entries)
        note[Name.Rect] = [LEFT, BOTTOM, RIGHT, TOP]
        made.pages[0].obj[Name.Annots] = Array([made.make_indirect(note)])

    return pdf(Page(with_body(LINE)), change=change)


def _square_with_looks() -> bytes:
    def change(made: Pdf) -> None:
        looks = form(made, "0 g 0 0 214 14 re f", (0, 0, 214, 14))
        note = annotation("Square", C=[0, 0, 0], IC=[0, 0, 0], AP=Dictionary(N=looks))
        note[Name.Rect] = [LEFT, BOTTOM, RIGHT, TOP]
        made.pages[0].obj[Name.Annots] = Array([made.make_indirect(note)])

    return pdf(Page(with_body(LINE)), change=change)


def _black_image() -> bytes:
    content = with_body(f"{LINE}q 214 0 0 14 70 696 cm /Im1 Do Q\n")
    return pdf(Page(content, resources={"XObject": lambda made: Dictionary(Im1=samples(made, b"\x00" * 64, 8, 8))}))


def _box_in_form() -> bytes:
    content = with_body(f"{LINE}/Fm1 Do\n")
    return pdf(Page(content, resources={"XObject": lambda made: Dictionary(Fm1=form(made, f"0 g {BOX} re f"))}))


def _text_in_form() -> bytes:
    content = with_body(f"/Fm1 Do\nq 0 g {BOX} re f Q\n")
    return pdf(Page(content, resources={"XObject": lambda made: Dictionary(Fm1=form(made, LINE))}))


def _second_page() -> bytes:
    return pdf(Page(with_body(show("Första sidan."))), Page(with_body(f"{LINE}q 0 g {BOX} re f Q\n")))


def _turned_page() -> bytes:
    return pdf(Page(with_body(f"{LINE}q 0 g {BOX} re f Q\n"), {"Rotate": 90}))


_QUAD = [LEFT, TOP, RIGHT, TOP, LEFT, BOTTOM, RIGHT, BOTTOM]

COVERED: dict[str, bytes] = {
    "box": _covered(f"0 g {BOX} re f"),
    "box-over-a-name": _covered(f"0 g 70 696 {12 * 7.2 + 4} 14 re f"),
    "box-in-the-middle": _covered(f"0 g {72 + 5 * 7.2} 696 {7 * 7.2} 14 re f"),
    "box-low": _covered("0 g 70 699 214 9 re f"),
    "box-by-lines": _covered("0 g 70 696 m 284 696 l 284 710 l 70 710 l h f"),
    "box-filled-and-stroked": _covered(f"0 g 0 G {BOX} re B"),
    "box-of-many": _covered("0 g " + " ".join(f"{70 + 53.5 * n} 696 53.5 14 re f" for n in range(4))),
    "box-moved": _covered("0 g 1 0 0 1 70 696 cm 0 0 214 14 re f"),
    "big-box": _covered("0 g 40 680 500 60 re f"),
    "black-by-rgb": _covered(f"0 0 0 rg {BOX} re f"),
    "black-by-cmyk": _covered(f"0 0 0 1 k {BOX} re f"),
    "dark-grey": _covered(f"0.1 g {BOX} re f"),
    "white-box": _covered(f"1 g {BOX} re f"),
    "thick-line": _covered("0 G 14 w 70 703 m 284 703 l S"),
    "text-in-pieces": _covered(
        f"0 g {BOX} re f",
        line=f"BT /F2 12 Tf 72 700 Td [{' 0 '.join(quoted(sign) for sign in SECRET)}] TJ ET\n",
    ),
    "picture": _black_image(),
    "inline-picture": _covered("214 0 0 14 70 696 cm BI /W 1 /H 1 /CS /G /BPC 8 /F /AHx ID 00> EI"),
    "square-note": _noted("Square", C=[0, 0, 0], IC=[0, 0, 0]),
    "square-note-with-looks": _square_with_looks(),
    "highlight": _noted("Highlight", C=[0, 0, 0], QuadPoints=_QUAD),
    "redaction-not-applied": _noted("Redact", IC=[0, 0, 0], QuadPoints=_QUAD),
    "redaction-with-words": _noted("Redact", IC=[0, 0, 0], QuadPoints=_QUAD, OverlayText=String("SEKRETESS")),
    "box-in-form": _box_in_form(),
    "text-in-form": _text_in_form(),
    "second-page": _second_page(),
    "turned-page": _turned_page(),
}
