"""Make the example attachments: tagged PDFs with text, language and title, from attachments.yml.

    .venv/bin/python tests/attachments/make_attachments.py [part of a path …]

The same table gives the same bytes: dates, producer and random identifiers are left out.
"""

from __future__ import annotations

import html
import io
import os
import re
import sys
from pathlib import Path
from typing import Any

import markdown
from playwright.sync_api import sync_playwright
from pypdf import PdfReader, PdfWriter
from pypdf.generic import BooleanObject, DictionaryObject, NameObject, TextStringObject
from ruamel.yaml import YAML

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
CHROMIUM = os.environ.get("CHROMIUM", "/usr/bin/chromium")
EXAMPLE = {
    "sv": "Exempelhandling: innehållet är påhittat.",
    "fi": "Esimerkkiasiakirja: sisältö on keksittyä.",
}
NAME = {"sv": "Kronoby kommun", "fi": "Kruunupyyn kunta"}
STYLE = """
@page { size: A4; margin: 22mm 20mm }
body { font: 11pt/1.5 "Liberation Sans", Arial, sans-serif; color: #111; margin: 0 }
.owner { color: #0b3d6e; font-weight: bold; border-bottom: 2px solid #0b3d6e; padding-bottom: 4pt; margin: 0 0 14pt }
h1 { font-size: 19pt; line-height: 1.25; color: #0b3d6e; margin: 0 0 10pt }
h2 { font-size: 13pt; margin: 14pt 0 4pt; break-after: avoid }
table { border-collapse: collapse; margin: 8pt 0; width: 100% }
th, td { border: 1px solid #666; padding: 3pt 6pt; text-align: left; vertical-align: top }
th { background: #e8eef5 }
svg { display: block; width: 100%; height: auto }
.example { border-top: 1px solid #666; padding-top: 4pt; margin-top: 18pt; font-size: 9.5pt; color: #333 }
"""


def body_of(content_file: Path) -> str:
    """The text of a content file, without its front matter."""
    return content_file.read_text(encoding="utf-8").split("\n---\n", 1)[1]


def page_for(entry: dict[str, Any]) -> str:
    """One attachment as HTML."""
    lang, title = entry["lang"], html.escape(entry["title"])
    text = body_of(ROOT / entry["text_from"]) + "\n" if "text_from" in entry else ""
    content = re.sub("<th(?=[ >])", '<th scope="col"', markdown.markdown(text + entry["text"], extensions=["tables"]))
    figure = ""
    if "figure" in entry:
        drawing = (HERE / entry["figure"]).read_text(encoding="utf-8")
        label = html.escape(entry["figure_text"].strip())
        figure = drawing.replace("<svg ", f'<svg role="img" aria-label="{label}" ', 1)
    return (
        f'<!doctype html><html lang="{lang}"><head><meta charset="utf-8"><title>{title}</title><style>{STYLE}</style></head>'
        f'<body><p class="owner">{NAME[lang]}</p><h1>{title}</h1>{figure}{content}'
        f'<p class="example">{EXAMPLE[lang]}</p></body></html>'
    )


def stable(pdf: bytes, title: str, lang: str) -> bytes:
    """The PDF without date, producer and identifier, and with what a screen reader asks for."""
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(pdf)))
    writer.metadata = {"/Title": title}
    root = writer.root_object
    root[NameObject("/Lang")] = TextStringObject(lang)
    root[NameObject("/ViewerPreferences")] = DictionaryObject({NameObject("/DisplayDocTitle"): BooleanObject(True)})
    writer.compress_identical_objects(remove_duplicates=False, remove_unreferenced=True)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def wrong_with(pdf: bytes, entry: dict[str, Any]) -> list[str]:
    """What the finished PDF lacks."""
    reader = PdfReader(io.BytesIO(pdf))
    root: Any = reader.trailer["/Root"]
    text = " ".join("".join(page.extract_text() for page in reader.pages).split())
    checks = {
        "marked": bool(root.get("/MarkInfo", {}).get("/Marked")),
        "structure": "/StructTreeRoot" in root,
        "language": root.get("/Lang") == entry["lang"],
        "title": reader.metadata is not None and reader.metadata.title == entry["title"],
        "text": NAME[entry["lang"]] in text and EXAMPLE[entry["lang"]] in text,
        "no dates": set(reader.metadata or {}) == {"/Title"},
    }
    return [name for name, ok in checks.items() if not ok]


def main(wanted: list[str]) -> int:
    """Make those whose path contains one of the given words, or all."""
    entries = YAML(typ="safe", pure=True).load((HERE / "attachments.yml").read_text(encoding="utf-8"))
    chosen = [e for e in entries if not wanted or any(word in e["path"] for word in wanted)]
    failed = 0
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
        )
        for entry in chosen:
            # A page of its own for each, so that the identifiers of its nodes do not depend on the others.
            page = browser.new_page()
            page.set_content(page_for(entry))
            made = stable(page.pdf(tagged=True, outline=True, prefer_css_page_size=True), entry["title"], entry["lang"])
            page.close()
            lacks = wrong_with(made, entry)
            failed += bool(lacks)
            target = ROOT / entry["path"]
            target.parent.mkdir(parents=True, exist_ok=True)
            changed = not target.exists() or target.read_bytes() != made
            if changed and not lacks:
                target.write_bytes(made)
            print(
                f"{'fel: ' + ', '.join(lacks) if lacks else 'ny' if changed else 'lika'}\t{len(made)}\t{entry['path']}"
            )
        browser.close()
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
