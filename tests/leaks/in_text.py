"""Content files with an identity code: in the text, in the facts above it, in links, and in names."""

from __future__ import annotations

from collections.abc import Callable

Writer = Callable[[str], str]


def page(text: str, **facts: str) -> str:
    """A page with facts of its own."""
    usual = {"type": "page", "title": "Bygga", "reviewed": "2026-06-01"}
    rows = "".join(f"{key}: {value}\n" for key, value in {**usual, **facts}.items())
    return f"---\n{rows}---\n{text}\n"


def _attachment(code: str, **more: str) -> str:
    rows = {"file": "karta.pdf", "title": "Karta", **more}
    return "\n  - " + "\n    ".join(f"{key}: {value.format(code)}" for key, value in rows.items())


def _entity(code: str) -> str:
    return page(f"Sökande {code[:6]}&#{ord(code[6])};{code[7:]}.")


def _reference(code: str) -> str:
    return page(f"Se [ansökan][a].\n\n[a]: https://exempel.example/{code}")


LEAKS: dict[str, dict[str, Writer]] = {
    "text": {
        "plain": lambda code: page(f"Sökande {code} har fått lov."),
        "no-front-matter": lambda code: f"# Bygga\n\nSökande {code}.\n",
        "small-letters": lambda code: page(f"Sökande {code.lower()}."),
        "line-break": lambda code: page(f"Sökande har beteckningen {code[:7]}\n{code[7:]} och bor i byn."),
        "line-break-in-list": lambda code: page(f"- Sökande {code[:6]}\n  {code[6:]}"),
        "soft-hyphen": lambda code: page(f"Sökande {code[:7]}\u00ad{code[7:]}."),
        "soft-hyphen-entity": lambda code: page(f"Sökande {code[:7]}&shy;{code[7:]}."),
        "spaces": lambda code: page(f"Sökande {code[:6]} {code[6]} {code[7:]}."),
        "spelled": lambda code: page(f"Sökande {' '.join(code)}."),
        "no-break-space": lambda code: page(f"Sökande {code[:6]}\u00a0{code[6:]}."),
        "thin-space": lambda code: page(f"Sökande {code[:6]}\u2009{code[6:]}."),
        "no-width": lambda code: page(f"Sökande {code[:3]}\u200b{code[3:]}."),
        "no-width-entity": lambda code: page(f"Sökande {code[:3]}&#8203;{code[3:]}."),
        "hyphen-en-dash": lambda code: page(f"Sökande {code.replace('-', '–')}."),
        "hyphen-no-break": lambda code: page(f"Sökande {code.replace('-', chr(0x2011))}."),
        "hyphen-entity": lambda code: page(f"Sökande {code.replace('-', '&#8209;')}."),
        "hyphen-minus": lambda code: page(f"Sökande {code.replace('-', chr(0x2212))}."),
        "hyphen-escaped": lambda code: page(f"Sökande {code.replace('-', chr(92) + '-')}."),
        "character-entity": _entity,
        "bold": lambda code: page(f"Sökande **{code[:6]}**{code[6:]}."),
        "element": lambda code: page(f"Sökande {code[:6]}<b>{code[6:]}</b>."),
        "element-without-end": lambda code: page(f"Sökande {code[:6]}<wbr>{code[6:]}."),
        "comment-in-the-middle": lambda code: page(f"Sökande {code[:6]}<!-- paus -->{code[6:]}."),
        "comment": lambda code: page(f"Text.\n\n<!-- Sökande {code} -->"),
        "heading": lambda code: page(f"## Ansökan {code}\n\nText."),
        "table": lambda code: page(f"| Sökande | Nummer |\n|---|---|\n| A | {code} |"),
        "code-block": lambda code: page(f"```\n{code}\n```"),
        "footnote": lambda code: page(f"Text.[^1]\n\n[^1]: Sökande {code}."),
        "abbreviation": lambda code: page(f"Sökande A.\n\n*[A]: {code}"),
        "heading-attribute": lambda code: page(f"## Ansökan {{#sokande-{code}}}\n\nText."),
    },
    "text-links": {
        "target": lambda code: page(f"Se [ansökan](https://exempel.example/{code})."),
        "query": lambda code: page(f"Se [ansökan](https://exempel.example/?hetu={code}&sok=1)."),
        "hyphen-encoded": lambda code: page(f"Se [ansökan](https://exempel.example/{code.replace('-', '%2D')})."),
        "digits-encoded": lambda code: page(f"Se [ansökan](https://exempel.example/%3{code[0]}{code[1:]})."),
        "reference": _reference,
        "title": lambda code: page(f'Se [ansökan](https://exempel.example/ "Sökande {code}").'),
        "missing-file": lambda code: page(f"Se [ansökan](ansokan-{code.lower()}.pdf)."),
        "anchor": lambda code: page(f"Se [ansökan](#sokande-{code})."),
        "bare": lambda code: page(f"Se <https://exempel.example/{code}>."),
        "mail": lambda code: page(f"Skriv till <{code}@exempel.example>."),
        "html": lambda code: page(f'Se <a href="https://exempel.example/{code}">ansökan</a>.'),
        "in-the-words": lambda code: page(f"Se [{code[:6]}](https://exempel.example/){code[6:]}."),
    },
    "text-images": {
        "alternate": lambda code: page(f"![Kopia av {code}](karta.png)"),
        "alternate-in-pieces": lambda code: page(f"![Kopia av {code[:6]} {code[6:]}](karta.png)"),
        "title": lambda code: page(f'![Karta](karta.png "Kopia av {code}")'),
        "html": lambda code: page(f'<img src="karta.png" alt="{code}">'),
    },
    "text-facts": {
        "title": lambda code: page("Text.", title=f"Ansökan {code}"),
        "attachment-title": lambda code: page("Text.", attachments=_attachment(code, title="Ansökan {}")),
        "attachment-file": lambda code: page("Text.", attachments=_attachment(code, file="ansokan-{}.pdf")),
        "legal-basis": lambda code: page(
            "Text.", attachments=_attachment(code, access="confidential", legal_basis="Offentlighetslag 24 §, {}")
        ),
        "folded": lambda code: page("Text.", title=f">-\n  Ansökan {code[:7]}\n  {code[7:]}"),
        "yaml-escape": lambda code: page("Text.", title=f'"Ansökan {code[:6]}\\x{ord(code[6]):02x}{code[7:]}"'),
        "soft-hyphen": lambda code: page("Text.", title=f"Ansökan {code[:6]}\u00ad{code[6:]}"),
        "unknown-key": lambda code: page("Text.", sokande=code),
        "key-itself": lambda code: page("Text.", **{f'"{code}"': "ja"}),
        "not-a-date": lambda code: page("Text.", published=f'"{code}"'),
        "comment": lambda code: page("Text.", title=f"Ansökan # sökande {code}"),
        "broken-yaml": lambda code: page("Text.", title=f'"Ansökan {code}'),
    },
}

NAMES: dict[str, Callable[[str], str]] = {
    "hyphen-attachment": lambda code: f"docs/names/ansokan-{code}.csv",
    "letter-attachment": lambda code: f"docs/names/a-{code}-karta.csv",
    "hyphen-page": lambda code: f"docs/names/{code}.sv.md",
    "letter-page": lambda code: f"docs/names/sokande-{code}.sv.md",
    "hyphen-in-unlisted": lambda code: f"docs/names/olistad-{code}.csv",
}
"""Names of files, made of a code in small letters."""
FOLDERS: dict[str, Callable[[str], str]] = {
    "hyphen-folder": lambda code: f"docs/folders/{code}",
    "letter-folder": lambda code: f"docs/folders/ansokan-{code}",
    "letter-folder-alone": lambda code: f"docs/folders/{code}-karta",
}
"""Names of folders; a page or a file lies in each."""
