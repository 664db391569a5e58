"""A small town with everything in order, written to a folder: what the tests of whole builds start from."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from ruamel.yaml import YAML

from kommun.rules.cases import made

PROJECT = Path(__file__).resolve().parents[2]


def pdf(text: str) -> bytes:
    """A page that says something."""
    drawn = f"BT /F 12 Tf 20 50 Td ({text}) Tj ET"
    return made.pdf(
        [
            "<< /Type /Catalog /Pages 2 0 R >>",
            "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 300 100] /Contents 4 0 R /Resources << /Font << /F 5 0 R >> >> >>",
            f"<< >> stream: {drawn}",
            "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
        ]
    )


UNIT = """---
type: unit
title: Kansliet
reviewed: 2026-06-01
contact:
  email: kansli@exempel.example
publishes_minutes: true
---
Kansliet betjänar alla.

## Verksamhet

Kansliet bereder ärendena.

## Kontaktuppgifter

## Protokoll
"""

FILES: dict[str, str | bytes] = {
    "docs/index.sv.md": "---\ntype: page\ntitle: Välkommen till Byn\nreviewed: 2026-06-01\n---\nHär är byn.\n",
    "docs/index.fi.md": "---\ntitle: Tervetuloa Kylään\n---\nTässä on kylä.\n",
    "units/kansli/index.sv.md": UNIT,
    "units/kansli/index.fi.md": (
        "---\ntitle: Kanslia\n---\nKanslia palvelee kaikkia.\n\n## Toiminta\n\nKanslia valmistelee.\n\n"
        "## Yhteystiedot\n\n## Pöytäkirjat\n"
    ),
    "meetings/namnden/index.sv.md": (
        "---\ntype: body\ntitle: Nämnden\nunit: kansli\nkind: committee\npublishes_minutes: true\n---\nNämnden beslutar.\n"
    ),
    "meetings/namnden/index.fi.md": "---\ntitle: Lautakunta\n---\nLautakunta päättää.\n",
}


def write(root: Path, files: dict[str, str | bytes | None]) -> None:
    """Write files below `root`; None removes one."""
    for path, content in files.items():
        target = root / path
        target.parent.mkdir(parents=True, exist_ok=True)
        if content is None:
            target.unlink()
        else:
            target.write_bytes(content.encode() if isinstance(content, str) else content)


def make_town(root: Path, files: dict[str, str | bytes | None] | None = None) -> Path:
    """A town with the project's own settings and `files` beside the usual ones."""
    yaml = YAML()
    settings: dict[str, Any] = yaml.load((PROJECT / "mkdocs.yml").read_text(encoding="utf-8"))
    settings["site_name"] = "Byn"
    settings["nav"] = [{"Tjänster": "units/index.md"}, {"Beslut": "meetings/index.md"}]
    for plugin in settings["plugins"]:
        if "kommun-stage" in plugin:
            plugin["kommun-stage"] = {"municipality": {"sv": "Byn", "fi": "Kylä"}, "email": "byn@exempel.example"}
        if "kommun-social" in plugin:
            plugin["kommun-social"] = {"own_unit": "kansli"}
    root.mkdir(parents=True, exist_ok=True)
    with (root / "mkdocs.yml").open("w", encoding="utf-8") as file:
        yaml.dump(settings, file)
    write(root, {**FILES, **(files or {})})
    return root


def notice(title: str, published: str, expires: str, text: str, extra: str = "") -> str:
    return f"---\ntype: notice\ntitle: {title}\nunit: kansli\npublished: {published}\nexpires: {expires}\n{extra}---\n{text}\n"


def agenda(title: str, sent: str, text: str, extra: str = "") -> str:
    return f"---\ntype: agenda\ntitle: {title}\nunit: kansli\nsent: {sent}\npublished: {sent}\n{extra}---\n## § 1 Öppnande\n\n{text}\n"


def minutes(title: str, adjusted: str, published: str, text: str, extra: str = "") -> str:
    return (
        f"---\ntype: minutes\ntitle: {title}\nunit: kansli\nadjusted: {adjusted}\npublished: {published}\n"
        f"viewing: {{date: {published}, place: Kommungården}}\n"
        "appeal:\n  - sections: 1\n    remedy: reconsideration\n"
        f"{extra}---\n## § 1 Öppnande\n\n{text}\n"
    )
