"""PDFs with an identity code among what is drawn on a page, in every way that a reader or a machine sees it."""

from __future__ import annotations

from collections.abc import Callable

import pikepdf
from pikepdf import Array, Dictionary, Name, Pdf, Stream, String

from .pdfs import Page, body, form, pdf, quoted, show, text_pdf, with_body

Maker = Callable[[str], bytes]


def _drawn(operators: str) -> bytes:
    return pdf(Page(with_body(operators)))


def _soft_hyphen(code: str) -> bytes:
    """What a word processor makes of a code that does not fit on the line."""
    return _drawn(
        show(f"Sökanden har beteckningen {code[:4]}\u00ad", y=700) + show(f"{code[4:]} och bor i byn.", y=686)
    )


def _two_runs(code: str) -> bytes:
    return _drawn(f"BT /F1 12 Tf 72 700 Td {quoted('Sökande ' + code[:6])} Tj {quoted(code[6:])} Tj ET\n")


def _kerned(code: str) -> bytes:
    pieces = " 35 ".join(quoted(sign) for sign in code)
    return _drawn(f"BT /F1 12 Tf 72 700 Td [{quoted('Sökande ')} {pieces}] TJ ET\n")


def _kerned_wide(code: str) -> bytes:
    return _drawn(f"BT /F1 12 Tf 72 700 Td [{quoted(code[:6])} -700 {quoted(code[6:])}] TJ ET\n")


def _two_lines(code: str) -> bytes:
    return _drawn(show(f"Sökanden har beteckningen {code[:7]}", y=700) + show(f"{code[7:]} och bor i byn.", y=686))


def _two_lines_before_sign(code: str) -> bytes:
    return _drawn(show(f"Sökanden har beteckningen {code[:6]}", y=700) + show(f"{code[6:]} och bor i byn.", y=686))


def _two_fonts(code: str) -> bytes:
    return _drawn(f"BT /F1 12 Tf 72 700 Td {quoted(code[:6])} Tj /F2 10 Tf {quoted(code[6:])} Tj ET\n")


def _outside_crop(code: str) -> bytes:
    return pdf(Page(body(f"Sökande {code}") + show("Den synliga delen.", y=100), {"CropBox": Array([0, 0, 595, 400])}))


def _mirrored_scale(code: str) -> bytes:
    return _drawn(f"q 1 0 0 -1 0 842 cm BT /F1 12 Tf 1 0 0 -1 72 142 Tm {quoted(code)} Tj ET Q\n")


def _packed(code: str) -> bytes:
    return text_pdf(
        f"Sökande {code}.",
        object_stream_mode=pikepdf.ObjectStreamMode.generate,
        compress_streams=True,
        recompress_flate=True,
    )


def _two_streams(code: str) -> bytes:
    """A page whose content stream is cut in the middle of a text object."""

    def change(made: Pdf) -> None:
        halves = (
            f"BT /F1 12 Tf 72 640 Td {quoted(code[:5])} Tj",
            f"{quoted(code[5:])} Tj ET",
        )
        streams = [made.make_indirect(Stream(made, half.encode("cp1252"))) for half in halves]
        made.pages[0].obj[Name.Contents] = Array([made.pages[0].obj[Name.Contents], *streams])

    return text_pdf("Sidan har två strömmar.", change=change)


def _form_object(code: str) -> bytes:
    content = with_body("q 1 0 0 1 0 -100 cm /Fm1 Do Q\n")
    return pdf(Page(content, resources={"XObject": lambda made: Dictionary(Fm1=form(made, show(code)))}))


def _form_in_form(code: str) -> bytes:
    def nested(made: Pdf) -> Dictionary:
        outer = form(made, "/Fm2 Do")
        outer[Name.Resources] = Dictionary(XObject=Dictionary(Fm2=form(made, show(code))))
        return Dictionary(Fm1=outer)

    return pdf(Page(with_body("/Fm1 Do\n"), resources={"XObject": nested}))


def _form_twice(code: str) -> bytes:
    """Half the code on the page, half in a form."""
    content = with_body(show(code[:6], font="F2") + "/Fm1 Do\n")
    other = show(code[6:], x=72 + 6 * 7.2, font="F2")
    return pdf(Page(content, resources={"XObject": lambda made: Dictionary(Fm1=form(made, other))}))


def _hidden_layer(code: str) -> bytes:
    return _layer(code, off=True, layer="Utkast")


def _layer_name(code: str) -> bytes:
    return _layer("Bygget", off=False, layer=f"Ansökan {code}")


def _layer(text: str, off: bool, layer: str) -> bytes:
    """Text in a layer of its own."""

    def change(made: Pdf) -> None:
        group = made.make_indirect(Dictionary(Type=Name.OCG, Name=String(layer)))
        made.pages[0].obj[Name.Resources][Name.Properties] = Dictionary(MC0=group)
        state = Dictionary(Order=Array([group]), OFF=Array([group] if off else []), BaseState=Name.ON)
        made.Root[Name.OCProperties] = Dictionary(OCGs=Array([group]), D=state)

    return pdf(Page(with_body(f"/OC /MC0 BDC {show(text)} EMC\n")), change=change)


def _glyph_numbers(code: str) -> bytes:
    """A font whose codes are glyph numbers, read through a ToUnicode map."""

    def font(made: Pdf) -> Dictionary:
        rows = "\n".join(f"<{place + 1:04X}> <{ord(sign):04X}>" for place, sign in enumerate(code))
        cmap = (
            "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /Adobe-Identity-UCS def "
            "/CMapType 2 def 1 begincodespacerange <0000> <FFFF> endcodespacerange "
            f"{len(code)} beginbfchar\n{rows}\nendbfchar endcmap CMapName currentdict /CMap defineresource pop end end"
        )
        system = Dictionary(Registry=String("Adobe"), Ordering=String("Identity"), Supplement=0)
        described = Dictionary(
            Type=Name.FontDescriptor,
            FontName=Name("/AAAAAA+Byn"),
            Flags=4,
            FontBBox=[0, -200, 1000, 800],
            ItalicAngle=0,
            Ascent=800,
            Descent=-200,
            CapHeight=700,
            StemV=80,
        )
        inner = Dictionary(
            Type=Name.Font,
            Subtype=Name.CIDFontType2,
            BaseFont=Name("/AAAAAA+Byn"),
            CIDSystemInfo=system,
            FontDescriptor=made.make_indirect(described),
            DW=600,
            CIDToGIDMap=Name.Identity,
        )
        outer = Dictionary(
            Type=Name.Font,
            Subtype=Name.Type0,
            BaseFont=Name("/AAAAAA+Byn"),
            Encoding=Name("/Identity-H"),
            DescendantFonts=Array([made.make_indirect(inner)]),
            ToUnicode=made.make_indirect(Stream(made, cmap.encode())),
        )
        return made.make_indirect(outer)

    def change(made: Pdf) -> None:
        made.pages[0].obj[Name.Resources][Name.Font][Name.F3] = font(made)

    numbers = "".join(f"{place + 1:04X}" for place in range(len(code)))
    return pdf(Page(with_body(f"BT /F3 12 Tf 72 700 Td <{numbers}> Tj ET\n")), change=change)


def _actual_text(code: str) -> bytes:
    """What a screen reader says instead of the glyphs."""
    return _drawn(f"/Span << /ActualText {quoted('Sökande ' + code)} >> BDC {show('Sökande X')} EMC\n")


def _actual_text_by_name(code: str) -> bytes:
    more = {"Properties": Dictionary(P1=Dictionary(ActualText=String(code)))}
    return pdf(Page(with_body(f"/Span /P1 BDC {show('Sökande X')} EMC\n"), resources=more))


def _many_pages(code: str) -> bytes:
    return text_pdf(*(f"Sida {number} i protokollet." for number in range(1, 60)), f"Sökande {code}.")


PAGES: dict[str, Maker] = {
    "plain": lambda code: text_pdf(f"Sökande {code} har fått lov."),
    "in-brackets": lambda code: text_pdf(f"(personbeteckning:{code})"),
    "small-letters": lambda code: text_pdf(f"Sökande {code.lower()}."),
    "spaces": lambda code: text_pdf(f"Sökande {code[:6]} {code[6]} {code[7:]}."),
    "spelled": lambda code: text_pdf(f"Sökande {' '.join(code)}."),
    "soft-hyphen": _soft_hyphen,
    "no-break-space": lambda code: text_pdf(f"Sökande {code[:7]}\u00a0{code[7:]}."),
    "two-runs": _two_runs,
    "kerned": _kerned,
    "kerned-wide": _kerned_wide,
    "letter-by-letter": lambda code: _drawn(
        "".join(show(sign, x=72 + 7.2 * place, font="F2") for place, sign in enumerate(code))
    ),
    "spread-letters": lambda code: _drawn(show(code, before="9 Tc")),
    "two-lines-before-sign": _two_lines_before_sign,
    "column": lambda code: _drawn("".join(show(sign, y=700 - 14 * place) for place, sign in enumerate(code))),
    "two-fonts": _two_fonts,
    "white": lambda code: _drawn(f"1 g {show(code)} 0 g\n"),
    "tiny": lambda code: _drawn(show(code, size=0.5)),
    "outside": lambda code: _drawn(show(code, y=-40)),
    "outside-crop": _outside_crop,
    "clipped": lambda code: _drawn(f"q 0 0 10 10 re W n {show(code)} Q\n"),
    "invisible": lambda code: _drawn(show(code, before="3 Tr")),
    "under-a-box": lambda code: _drawn(f"{show(code)} 0 g 70 695 200 16 re f\n"),
    "rotated-page": lambda code: pdf(Page(body(f"Sökande {code}"), {"Rotate": 90})),
    "rotated-text": lambda code: _drawn(f"BT /F1 12 Tf 0 1 -1 0 300 300 Tm {quoted(code)} Tj ET\n"),
    "mirrored-scale": _mirrored_scale,
    "second-of-three": lambda code: text_pdf("Första sidan.", f"Sökande {code}.", "Tredje sidan."),
    "packed": _packed,
    "two-streams": _two_streams,
    "form-object": _form_object,
    "form-in-form": _form_in_form,
    "form-twice": _form_twice,
    "hidden-layer": _hidden_layer,
    "layer-name": _layer_name,
    "glyph-numbers": _glyph_numbers,
    "actual-text": _actual_text,
    "actual-text-by-name": _actual_text_by_name,
    "many-pages": _many_pages,
    "hyphen-en-dash": lambda code: text_pdf(f"Sökande {code.replace('-', '–')}."),
    "hyphen-two-lines": _two_lines,
}
LEAKS = {"pdf-text": PAGES}
