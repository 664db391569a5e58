"""A town where things end on days in summer time, in winter time, and on the day between them."""

from __future__ import annotations

from ..build.town import notice, pdf

BUILT = "2026-10-20"

# Summer time ends in the night to Sunday 25 October 2026.
SUMMER = "2026-10-24"
TURN = "2026-10-25"
WINTER = "2026-12-05"
NAMES = "2026-10-27"
"""Published 6 October: deemed notification the 13th, and 14 days from it."""

INSTANTS = {
    SUMMER: "2026-10-24T21:00:00Z",
    TURN: "2026-10-25T22:00:00Z",
    WINTER: "2026-12-05T22:00:00Z",
    NAMES: "2026-10-27T22:00:00Z",
}
"""The first instant after each day in Helsinki: three hours before UTC in summer, two in winter."""

TITLES = {
    SUMMER: {"sv": "Sommarkungörelsen", "fi": "Kesäkuulutus"},
    TURN: {"sv": "Vändkungörelsen", "fi": "Käännekuulutus"},
    WINTER: {"sv": "Vinterkungörelsen", "fi": "Talvikuulutus"},
}
ADDRESSES = {SUMMER: "kungorelser/sommar/", TURN: "kungorelser/skifte/", WINTER: "kungorelser/vinter/"}
TEXT = {"sv": "Hemlighetsfull text", "fi": "Salaperäinen teksti"}

MEETING = "meetings/namnden/2026-10-01"
NAME = {"sv": "Anna Exempel", "fi": "Anna Esimerkki"}
SIGNED = {"sv": "Undertecknat protokoll", "fi": "Allekirjoitettu pöytäkirja"}

_MINUTES = """---
type: minutes
title: "Köp av {personuppgift: Anna Exempel}, protokoll"
unit: kansli
adjusted: 2026-10-05
published: 2026-10-06
viewing: {date: 2026-10-06, place: Kommungården}
appeal: [{sections: "1-4", remedy: reconsideration}]
document: undertecknat.pdf
attachments:
  - {file: brev.pdf, title: "Brev från {personuppgift: Anna Exempel}", section: 2, personal_data: true}
  - {file: karta.pdf, title: "Karta till {personuppgift: Anna Exempel}", section: 2}
---
## § 1 Öppnande

Närvarande: **{personuppgift: Anna Exempel}** och `{personuppgift: Anna Exempel}`.

- {personuppgift: Anna Exempel} i en lista

| Namn |
|---|
| {personuppgift: Anna Exempel} |

## § 2 Ansökan av {personuppgift: Anna Exempel}

Se [brevet från {personuppgift: Anna Exempel}](karta.pdf).

## § 3 Anmälan

## § 4 Avslutning
"""
_FINNISH = """---
title: "Kauppa, {henkilötieto: Anna Esimerkki}, pöytäkirja"
attachments:
  - {file: brev.pdf, title: "Kirje, {henkilötieto: Anna Esimerkki}"}
  - {file: karta.pdf, title: "Kartta, {henkilötieto: Anna Esimerkki}"}
---
## § 1 Avaus

Läsnä **{henkilötieto: Anna Esimerkki}**.

## § 2 {henkilötieto: Anna Esimerkki} hakee

## § 3 Ilmoitus

## § 4 Päätös
"""
_NEWS = "---\ntype: news\ntitle: {title}\nunit: kansli\npublished: 2026-10-10\n{end}---\nEn nyhet.\n"


def _in_finnish(title: str) -> str:
    return f"---\ntitle: {title}\n---\n{TEXT['fi']} {title}.\n"


FILES: dict[str, str | bytes | None] = {
    "docs/kungorelser/sommar.sv.md": notice(TITLES[SUMMER]["sv"], "2026-10-01", SUMMER, f"{TEXT['sv']} i sommar."),
    "docs/kungorelser/sommar.fi.md": _in_finnish(TITLES[SUMMER]["fi"]),
    "docs/kungorelser/skifte.sv.md": notice(TITLES[TURN]["sv"], "2026-10-01", TURN, f"{TEXT['sv']} på vändan."),
    "docs/kungorelser/skifte.fi.md": _in_finnish(TITLES[TURN]["fi"]),
    "docs/kungorelser/vinter.sv.md": notice(TITLES[WINTER]["sv"], "2026-10-01", WINTER, f"{TEXT['sv']} i vinter."),
    "docs/kungorelser/vinter.fi.md": _in_finnish(TITLES[WINTER]["fi"]),
    "docs/aktuellt/med-slut.sv.md": _NEWS.format(title="Nyheten med slut", end=f"expires: {SUMMER}\n"),
    "docs/aktuellt/med-slut.fi.md": _in_finnish("Uutinen jolla on loppu"),
    "docs/aktuellt/utan-slut.sv.md": _NEWS.format(title="Nyheten utan slut", end=""),
    "docs/aktuellt/utan-slut.fi.md": _in_finnish("Uutinen jolla ei ole loppua"),
    "docs/meddelanden/vatten.sv.md": (
        "---\ntype: alert\ntitle: Vattnet är avstängt\nunit: kansli\nlevel: warning\npublished: 2026-10-19\n"
        f"expires: {SUMMER}\n---\nKoka vattnet.\n"
    ),
    "docs/meddelanden/vatten.fi.md": "---\ntitle: Vesi on poikki\n---\nKeitä vesi.\n",
    f"{MEETING}/minutes.sv.md": _MINUTES,
    f"{MEETING}/minutes.fi.md": _FINNISH,
    **{f"{MEETING}/{name}.pdf": pdf(name) for name in ("brev", "karta", "undertecknat")},
}
