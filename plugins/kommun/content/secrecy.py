"""Matters that are secret as a whole: only that they were dealt with may be told (KomL 140 § 1 mom.).

A § is marked with `{sekretess: OffL 24 § 1 mom. 25 p}` in its heading or its text.
"""

from __future__ import annotations

import re

from kommun.messages import languages, load

from .markdown import Heading, Text

SECRET = re.compile(r"\{(?:sekretess|salassapito)[ \t]*:[ \t]*(?P<basis>[^{}\n]+?)[ \t]*\}")


def secret_sections(text: Text) -> dict[int, str]:
    """The numbers of the §§ that are secret as a whole, and on what ground."""
    if "{" not in text.source or not SECRET.search(text.source):
        return {}
    return {heading.section: basis for heading, _, basis in _secret(text) if heading.section is not None}


def without_secret_matters(text: Text, lang: str) -> Text:
    """The text with each secret § as its number, a mention and the ground; the same text where there is none."""
    if "{" not in text.source or not SECRET.search(text.source):
        return text
    words = load(lang if lang in languages() else "sv", "pages")["secrecy"]
    lines = text.source.split("\n")
    for heading, end, basis in reversed(list(_secret(text))):
        mention = f"## § {heading.section} {words['title']} {{#{heading.anchor}}}"
        lines[heading.line : end] = [mention, "", words["text"].format(basis=basis), ""]
    return Text("\n".join(lines))


def secret_lines(text: Text) -> set[int]:
    """The lines, from 0, of the §§ that are secret as a whole, each with its heading."""
    if "{" not in text.source or not SECRET.search(text.source):
        return set()
    return {line for heading, end, _ in _secret(text) for line in range(heading.line, end)}


def _secret(text: Text) -> list[tuple[Heading, int, str]]:
    """The headings of secret §§ with the line behind each §'s end, and the ground."""
    lines = text.source.split("\n")
    heads = [h for h in text.headings if h.level <= 2]
    ends = [*(h.line for h in heads), len(lines)][1:]
    found = []
    for heading, end in zip(heads, ends, strict=True):
        mark = SECRET.search("\n".join(lines[heading.line : end])) if heading.section is not None else None
        if mark:
            found.append((heading, end, mark["basis"]))
    return found
