"""A proposal of how each § can be challenged; an editor decides.

Source: KomL 134 § and 135 § (which remedy), 136 § (none for mere preparation or execution).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from kommun.content.body import BodyKind
from kommun.content.meeting import Remedy

# Matters that only open, staff and close a meeting, or tell it something.
_FORMAL = re.compile(
    r"\b(?:laglighet|beslutför\w*|lagligen sammankalla\w*|protokolljuster\w*|justering av protokoll\w*|rösträknare|"
    r"delgivning(?:ar|arna|särenden|särende)?|anmälningsärenden?|tillkännagivanden|informationsärenden?|"
    r"(?:sammanträdet|sammanträdets|mötet|mötets) (?:öppna\w*|avsluta\w*)|"
    r"(?:för|till) (?:kännedom|känne|delgivning)|"
    r"godkännande av (?:föredragningslista\w*|ärendelista\w*|dagordning\w*))\b"
    r"|^(?:öppnande|öppning|avslut(?:ning|ande))(?: av (?:sammanträdet|mötet))?$"
    r"|^(?:meddelanden|information|upplysningar|delgivet|(?:föredragningslista|ärendelista|dagordning)n?)$"
    r"|\b(?:laillisuu\w*|päätösvaltaisuu\w*|pöytäkirjan ?tarkasta\w*|ääntenlaski\w*|ilmoitusasia\w*|tiedoksiannot|"
    r"tiedotusasia\w*|tiedoksi (?:annettavat|saatettavat|merkittävät)\w*|kokouksen (?:ava\w*|päättä\w*)|"
    r"(?:esityslistan|työjärjestyksen|asialistan) hyväksymi\w*)\b"
    r"|^(?:avaus|päättäminen|ilmoitukset|tiedoksi|esityslista|työjärjestys)$",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Proposal:
    """§§ that have one remedy."""

    sections: tuple[int, ...]
    remedy: Remedy

    @property
    def written(self) -> str:
        return in_ranges(self.sections)


def is_formal(title: str) -> bool:
    """Whether a title is that of a § without a decision on a matter."""
    return any(_FORMAL.search(part) for part in (title, *title.split(": ")))


def proposals(sections: Sequence[tuple[int, str]], kind: BodyKind | None) -> list[Proposal]:
    """The remedies of all §§, from their numbers and titles; each § in exactly one."""
    usual = Remedy.RECONSIDERATION
    if kind is BodyKind.COUNCIL:
        usual = Remedy.MUNICIPAL_APPEAL
    elif kind is BodyKind.WORKING_GROUP:
        usual = Remedy.NONE  # it only prepares
    formal = [number for number, title in sections if usual is Remedy.NONE or is_formal(title)]
    other = [number for number, _ in sections if number not in formal]
    rows = (Proposal(tuple(other), usual), Proposal(tuple(formal), Remedy.NONE))
    return [row for row in rows if row.sections]


def in_ranges(numbers: Iterable[int]) -> str:
    """`120-125, 131`, as the key `sections` is written."""
    ranges: list[list[int]] = []
    for number in sorted(set(numbers)):
        if ranges and number == ranges[-1][1] + 1 and number - ranges[-1][0] <= 500:
            ranges[-1][1] = number
        else:
            ranges.append([number, number])
    return ", ".join(str(a) if a == b else f"{a}-{b}" for a, b in ranges)
