"""Personal identity codes are left out of the text: a file that is saved is never quite forgotten.

Source: strategy 4.1; Dataskyddslag 1050/2018 29 §.
"""

from __future__ import annotations

from dataclasses import replace

from kommun.identity_codes import find

from .blocks import Block, Paragraph, Span, Table, joined
from .marks import Losses

LEFT_OUT = {"sv": "[personbeteckning borttagen]", "fi": "[henkilötunnus poistettu]"}


def without_codes(blocks: list[Block], losses: Losses, lang: str) -> list[Block]:
    """The blocks with words instead of identity codes, and a mark at each."""
    words = LEFT_OUT.get(lang, LEFT_OUT["sv"])

    def cleaned(paragraph: Paragraph) -> Paragraph:
        spans = paragraph.spans
        links = any(any(find(span.link)) for span in spans)
        if links:
            spans = tuple(replace(span, link="") if any(find(span.link)) else span for span in spans)
        for match in reversed(list(find("".join(span.text for span in spans)))):
            spans = _cut(spans, match.start, match.end, words + losses.mark("identity"))
        return paragraph if spans is paragraph.spans else replace(paragraph, spans=joined(spans))

    out: list[Block] = []
    for block in blocks:
        if isinstance(block, Table):
            block.rows = [[[cleaned(paragraph) for paragraph in cell] for cell in row] for row in block.rows]
            out.append(block)
        else:
            out.append(cleaned(block))
    return out


def _cut(spans: tuple[Span, ...], start: int, end: int, words: str) -> tuple[Span, ...]:
    """The spans with other words from `start` to `end`."""
    out: list[Span] = []
    at = 0
    for span in spans:
        before, after = max(start - at, 0), max(end - at, 0)
        at += len(span.text)
        text = span.text[:before] + (words if before < len(span.text) and after else "") + span.text[after:]
        out.append(replace(span, text=text if after else span.text))
        if before < len(span.text) and after:
            words = ""
    return tuple(out)
