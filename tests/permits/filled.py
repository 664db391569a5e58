"""The texts of `planted` and `clean` with invented names and streets in them, the same every time."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from string import Template

from . import clean, documents, planted, second

TIMES = 2
"""How many times each text is filled, with other names each time."""
HELD_OUT = 3
"""Every third text of a kind is held out."""

# Given name and surname; no surname here is anybody's.
SWEDISH = [
    ("Anna", "Exempel"),
    ("Erik", "Provström"),
    ("Maj-Britt", "Exempelperson"),
    ("Karl-Johan", "Exempelsson"),
    ("Åsa", "Provsten"),
    ("Göran", "Exempelström"),
    ("Ulla", "von Exempel"),
    ("Kenneth", "Provberg"),
    ("Gun-Lis", "Exempelbo"),
    ("Christer", "af Provhjelm"),
    ("Märta", "Exempelkvist"),
    ("Bengt", "Exempel-Prov"),
    ("Solveig", "Provlund"),
]
# Given name, surname, genitive, allative, ablative.
FINNISH = [
    ("Matti", "Esimerkki", "Esimerkin", "Esimerkille", "Esimerkiltä"),
    ("Liisa", "Mallikas", "Mallikkaan", "Mallikkaalle", "Mallikkaalta"),
    ("Juha-Pekka", "Esimerkkinen", "Esimerkkisen", "Esimerkkiselle", "Esimerkkiseltä"),
    ("Päivi", "Mallinen", "Mallisen", "Malliselle", "Malliselta"),
    ("Väinö", "Keksitty", "Keksityn", "Keksitylle", "Keksityltä"),
    ("Tuula", "Esimerkkilä", "Esimerkkilän", "Esimerkkilälle", "Esimerkkilältä"),
    ("Anna-Maija", "Mallila", "Mallilan", "Mallilalle", "Mallilalta"),
    ("Seppo", "Esimerkinniemi", "Esimerkinniemen", "Esimerkinniemelle", "Esimerkinniemeltä"),
    ("Kirsi", "Mallikas-Esimerkki", "Mallikas-Esimerkin", "Mallikas-Esimerkille", "Mallikas-Esimerkiltä"),
    ("Heikki", "Keksimä", "Keksimän", "Keksimälle", "Keksimältä"),
]
SWEDISH_STREETS = ["Exempelvägen", "Provgatan", "Exempelgränden", "Provstigen", "Exempelallén", "Provbacken"]
FINNISH_STREETS = ["Esimerkkitie", "Mallikatu", "Esimerkkikuja", "Mallipolku", "Esimerkkiraitti", "Mallirinne"]
COMPANIES = ["Exempelgrus Ab", "Kronoby Exempelhall Oy Ab", "Ab Provfarm Oy", "Exempel & Prov Öppet Bolag"]
FINNISH_COMPANIES = ["Esimerkki Oy", "Mallisora Ky", "Alavetelin Esimerkkihalli Oy", "Esimerkki & Malli Oy"]

_MARK = re.compile(r"[«»‹›]")


@dataclass(frozen=True)
class Sample:
    """One text, where the names and addresses stand in it, and whether it is held out."""

    kind: str
    text: str
    names: tuple[tuple[int, int], ...]
    addresses: tuple[tuple[int, int], ...]
    held_out: bool


def samples(kinds: dict[str, list[str]], held_out: bool = True) -> Iterator[Sample]:
    for kind, templates in kinds.items():
        for number, template in enumerate(templates):
            for time in range(TIMES):
                filled = Template(template).substitute(_words(number * 3 + time * 5))
                yield _sample(kind, filled, held_out and number % HELD_OUT == HELD_OUT - 1)


def all_planted() -> list[Sample]:
    tuned_only = planted.TUNED_ONLY | {"second set": second.PLANTED}
    return [*samples(planted.KINDS | documents.KINDS), *samples(tuned_only, held_out=False)]


def all_clean() -> list[Sample]:
    return [*samples(clean.KINDS), *samples(clean.TUNED_ONLY | {"second set": second.CLEAN}, held_out=False)]


def _sample(kind: str, marked: str, held_out: bool) -> Sample:
    text, opened, places = "", 0, {"«": [], "‹": []}  # type: ignore[var-annotated]
    at = 0
    for mark in _MARK.finditer(marked):
        text += marked[at : mark.start()]
        at = mark.end()
        if mark[0] in "«‹":
            opened = len(text)
        else:
            places["«" if mark[0] == "»" else "‹"].append((opened, len(text)))
    return Sample(kind, text + marked[at:], tuple(places["«"]), tuple(places["‹"]), held_out)


def _words(seed: int) -> dict[str, str]:
    (g, s), (g2, s2) = (SWEDISH[(seed + step) % len(SWEDISH)] for step in (0, 4))
    first, second = (FINNISH[(seed + step) % len(FINNISH)] for step in (0, 3))
    bare = s.rpartition(" ")[2]
    return {
        "g": g,
        "g2": g2,
        "s": bare,
        "p": f"{g} {s}",
        "p2": f"{g2} {s2}",
        "pg": f"{g} {s}" if s.endswith("s") else f"{g} {s}s",
        "pl": f"{s} {g}",
        "pl2": f"{s2} {g2}",
        "pc": f"{bare.upper()} {g}",
        "puc": f"{bare} {g}".upper(),
        "pu2": f"{s2.rpartition(' ')[2]} {g2}".upper(),
        "pu": f"{g} {bare}".upper(),
        "pi": f"{g[0]}. {bare}",
        "g3": first[0],
        "g4": second[0],
        "fs": first[1],
        "f": f"{first[0]} {first[1]}",
        "f2": f"{second[0]} {second[1]}",
        "fg": f"{first[0]} {first[2]}",
        "f2g": f"{second[0]} {second[2]}",
        "f_a": f"{first[0]} {first[3]}",
        "f2_a": f"{second[0]} {second[3]}",
        "fb": f"{first[0]} {first[4]}",
        "fl": f"{first[1]} {first[0]}",
        "fl2": f"{second[1]} {second[0]}",
        "fc": f"{first[1].upper()} {first[0]}",
        "fu": f"{first[0]} {first[1]}".upper(),
        "fi": f"{first[0][0]}. {first[1]}",
        "sv": SWEDISH_STREETS[seed % len(SWEDISH_STREETS)],
        "sv2": SWEDISH_STREETS[(seed + 1) % len(SWEDISH_STREETS)],
        "sf": FINNISH_STREETS[seed % len(FINNISH_STREETS)],
        "sf2": FINNISH_STREETS[(seed + 1) % len(FINNISH_STREETS)],
        "n": str(3 + seed % 40),
        "n2": str(48 + seed % 7),
        "co": COMPANIES[seed % len(COMPANIES)],
        "cofi": FINNISH_COMPANIES[seed % len(FINNISH_COMPANIES)],
    }
