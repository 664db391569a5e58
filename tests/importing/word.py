"""Minutes as Word files, made the way the municipality's own look (KRONOBY.md). All persons and matters are invented."""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

BODIES = {
    "kommunfullmaktige": ("council", "Kommunfullmäktige", "Kunnanvaltuusto"),
    "kommunstyrelsen": ("board", "Kommunstyrelsen", "Kunnanhallitus"),
    "bildningsnamnden": ("committee", "Bildningsnämnden", "Sivistyslautakunta"),
    "arbetsgruppen": ("working_group", "Arbetsgruppen", "Työryhmä"),
}
DAY = "2026-11-02"


def bodies() -> dict[str, str | bytes | None]:
    """The pages of the bodies, for a town of `tests.build.town`."""
    files: dict[str, str | bytes | None] = {}
    for slug, (kind, swedish, finnish) in BODIES.items():
        files[f"meetings/{slug}/index.sv.md"] = (
            f"---\ntype: body\ntitle: {swedish}\nunit: kansli\nkind: {kind}\npublishes_minutes: true\n---\nText.\n"
        )
        files[f"meetings/{slug}/index.fi.md"] = f"---\ntitle: {finnish}\n---\nTeksti.\n"
    return files


def new() -> Any:
    return Document()


def bold(document: Any, text: str, after: str = "") -> Any:
    """A paragraph that starts in bold."""
    paragraph = document.add_paragraph()
    paragraph.add_run(text).bold = True
    if after:
        paragraph.add_run(after)
    return paragraph


def lines(document: Any, *texts: str) -> None:
    for text in texts:
        document.add_paragraph(text)


def table(document: Any, *rows: tuple[str, ...]) -> Any:
    """A table; a line break in a text starts a new paragraph of its cell."""
    made = document.add_table(len(rows), len(rows[0]))
    for row, texts in zip(made.rows, rows, strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            first, *rest = text.split("\n")
            cell.text = first
            for line in rest:
                cell.add_paragraph(line)
    return made


def raw(paragraph: Any, xml: str) -> Any:
    """Put XML at the end of a paragraph; `w:`, `r:`, `wp:`, `a:` and `pic:` are known."""
    element = parse_xml(xml.replace(">", f" {nsdecls('w', 'r', 'wp', 'a', 'pic')}>", 1))
    paragraph._p.append(element)
    return element


def board() -> Any:
    """The board's minutes: a cover in paragraphs, §§ in bold with a keyword in capitals, signatures last."""
    document = new()
    head = document.sections[0].header.paragraphs[0]
    head.text = "SAMMANTRÄDESPROTOKOLL Nr 5/2026\tKommunstyrelsen\tSammanträdesdatum 2.11.2026\tSida 1"
    document.sections[0].footer.paragraphs[0].text = "Utdragets riktighet bestyrkes"
    lines(
        document,
        "SAMMANTRÄDESPROTOKOLL\tNr 5/2026",
        "Kommunstyrelsen",
        "Sammanträdesdatum\t2.11.2026\tSida 1",
        "Tid: Måndagen den 2 november 2026 kl. 18.00–20.15",
        "Plats:\tKommungården, Säbråvägen 2",
        "Beslutande:",
        "Anna Exempel\tordförande",
        "Bo Påhitt\tviceordförande",
        "Övriga närvarande:\tCia Sagolik, sekreterare",
        "Underskrifter",
        "Ordförande __________________\tProtokollförare ________________",
        "Protokolljustering, plats och tid:\tKommungården 12.11.2026",
        "Protokollet framlagt till påseende, plats och tid, intygar:\tKommungården 13.11.2026",
    )
    bold(document, "§ 69 SAMMANTRÄDETS LAGLIGHET OCH BESLUTFÖRHET")
    lines(document, "Kallelsen har skickats till ledamöterna.")
    bold(document, "Beslut:", " Sammanträdet konstaterades vara lagligt och beslutfört.")
    bold(document, "§\u00a070 PROTOKOLLJUSTERARE")
    lines(document, "Till protokolljusterare valdes Anna Exempel och Bo Påhitt.", "Sida 2 (3)")
    bold(document, "§71 KOMMITTÉER Arbetsgrupp för att få kommunens ekonomi i balans")
    lines(document, "Enligt § 12 i förvaltningsstadgan tillsätter styrelsen arbetsgrupper.")
    lines(document, "§ 12 i förvaltningsstadgan nämner inga kommittéer.")
    for text in ("skolnätet", "vägarna"):
        document.add_paragraph(text, style="List Bullet")
    for text in ("Utgifterna ses över.", "Inkomsterna ses över."):
        document.add_paragraph(text, style="List Number")
    table(document, ("Avdelning", "Euro"), ("Bildning", "12 000"), ("Teknik", "8 000"))
    bold(document, "Beslut:", " Kommunstyrelsen tillsatte en arbetsgrupp.")
    bold(document, "§ 72 DELGIVNINGAR")
    lines(document, "Cirkulär från Kommunförbundet, bilaga 1.", "Ordföranden avslutade sammanträdet.")
    return document


def council() -> Any:
    """The council's minutes: a cover set out in a table, §§ as Word headings with the keyword on a line of its own."""
    document = new()
    table(
        document,
        ("SAMMANTRÄDESPROTOKOLL\nNr 6/2026", "Organ\nKommunfullmäktige", "Sammanträdesdatum\n2.11.2026"),
    )
    table(
        document,
        ("Tid och plats", "Måndag 2.11.2026 kl. 18–19.40, Kommungården i Kronoby"),
        ("Beslutande", "Anna Exempel\nBo Påhitt"),
        ("", "Cia Sagolik"),
        ("Övriga närvarande", "Kommundirektören"),
        ("Paragrafer", "§ 58–61"),
        ("Underskrifter", "Anna Exempel\tordförande"),
        ("Protokolljustering,\nplats och tid", "Kronoby den xxx"),
        ("Protokollet framlagt till påseende, plats och tid, intygar", "13–27.11.2026 i Kommungården\nDan Diktad"),
    )
    for number, title in ((58, "SAMMANTRÄDETS ÖPPNANDE"), (59, "BUDGET 2027"), (60, "MOTIONER")):
        document.add_heading(f"§ {number} {title}", 1)
        if number == 60:
            document.add_heading("Belysning vid busshållplatser", 1)
        document.add_heading("Beredning", 2)
        lines(document, "Budgeten och motionerna har beretts. Kommunen ligger i Österbotten.")
    document.add_heading("61 §\tÄNDRING AV ÖSTERBOTTENS STADGA", 1)
    lines(document, "Fullmäktige godkände ändringen.")
    bold(document, "BESVÄRSANVISNING")
    lines(document, "Ändring i beslut får sökas genom besvär.")
    return document


def committee_in_finnish() -> Any:
    """A committee's minutes in Finnish: §§ with the number first, some numbered by Word itself."""
    document = new()
    lines(
        document,
        "KOKOUSPÖYTÄKIRJA Nro 7/2026",
        "Sivistyslautakunta",
        "Aika: maanantai 2. marraskuuta 2026 klo 17.00–18.30",
        "Paikka: Kunnantalo",
        "Läsnä: Anna Esimerkki, puheenjohtaja",
        "Bertta Keksitty",
        "Pöytäkirjan tarkastus, paikka ja aika: Kunnantalo 5.11.2026",
        "Pöytäkirja nähtävillä: Kunnantalo 6.11.2026",
    )
    bold(document, "31 § KOKOUKSEN LAILLISUUS JA PÄÄTÖSVALTAISUUS")
    lines(document, "Kokous todettiin lailliseksi ja päätösvaltaiseksi.")
    bold(document, "32 §")
    bold(document, "KOULUKULJETUKSET Reitit lukuvuonna 2027–2028")
    lines(document, "Lautakunta päätti, että reitit ovat ennallaan ja että ne tarkistetaan keväällä.")
    bold(document, "33 § Ilmoitusasiat")
    lines(document, "Merkittiin tiedoksi.")
    return document


def save(document: Any, path: Path) -> Path:
    document.save(path)
    return path


def repacked(
    path: Path,
    change: Mapping[str, Callable[[bytes], bytes]] | None = None,
    new_parts: Mapping[str, bytes] | None = None,
) -> Path:
    """The file with parts changed or added."""
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    for name, changed in (change or {}).items():
        parts[name] = changed(parts[name])
    parts.update(new_parts or {})
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return path
