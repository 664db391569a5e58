"""The words before facts on the first and last page of minutes, in both languages.

KRONOBY.md: time and place; decision-makers and deputies; others present; signatures;
"Protokolljustering, plats och tid"; "Protokollet framlagt till påseende, plats och tid, intygar".
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_WORDS = {
    "time_and_place": "tid och plats|plats och tid|tid/plats|tid, plats|aika ja paikka|paikka ja aika",
    "time": "(?:sammanträdes|mötes)?tid(?:punkt)?|sammanträdestid|kokousaika|aika",
    "place": "(?:sammanträdes|mötes)?plats|kokouspaikka|paikka",
    "adjusted": (
        "protokolljustering(?:en)?|justering(?:en)? av protokollet|protokollets justering|"
        "protokoll(?:et)? (?:är )?justera(?:t|des)|justering|justera(?:t|des)|"
        "pöytäkirjan ?tarkast(?:us|aminen)|pöytäkirja (?:on )?tarkaste(?:ttu|ttiin)|tarkastus|tarkastettu"
    ),
    "viewing": (
        "protokoll(?:et)? (?:är |har varit |finns |hålls |hålles )?(?:offentligt |allmänt )?"
        "(?:framlagt|framlagd|till påseende)(?: (?:till|för) (?:allmänt |offentligt )?påseende)?|"
        "framlagt till påseende|till påseende|framläggande(?: av protokollet)?|protokollets framläggande|"
        "pöytäkirja(?: on| on ollut| pidetään)?(?: yleisesti)? nähtäv(?:illä|änä)|"
        "pöytäkirjan nähtäv(?:illä|änä)(?:olo|pito)|nähtäv(?:illä|änä)(?:olo|pito)?"
    ),
    "signatures": (
        "underskrift(?:er)?|namnteckningar|allekirjoitu(?:s|kset)|utdragets riktighet (?:bestyrkes|intygas)|"
        "otteen oikeaksi todistaa|protokolljusterarnas? signatur(?:er)?"
    ),
    "deciding": (
        "beslutande(?: ledamöter)?|närvarande(?: ledamöter)?|ordinarie (?:ledamöter|medlemmar)|ledamöter|medlemmar|"
        "päätöksentekijät|päättävät jäsenet|läsnä(?:olijat)?|läsnä olleet|jäsenet"
    ),
    "deputies": "ersättare|suppleanter|varajäsenet",
    "others": (
        "övriga (?:närvarande|deltagare)|andra närvarande|även närvarande|övriga|"
        "muut (?:läsnäolijat|läsnä olleet|osallistujat|saapuvilla olleet)|muut"
    ),
    "absent": "frånvarande|poissa(?:olevat)?",
    "officers": (
        "ordförande|viceordförande|sekreterare|protokollförare|föredragande|protokolljusterare|sammankallare|"
        "puheenjohtaja|varapuheenjohtaja|sihteeri|pöytäkirjanpitäjä|esittelijä|pöytäkirjan ?tarkastajat|kokoonkutsuja"
    ),
    "sections": "paragrafer|behandlade (?:ärenden|paragrafer)|ärenden|pykälät|käsitellyt asiat|asiat",
}
PEOPLE = ("deciding", "deputies", "others", "absent", "officers")
AT_THE_END = ("adjusted", "viewing", "signatures")
_MORE = r"(?:,? ?(?:plats|tid|ort|dag|datum|paikka|aika|päivä|intygar|intygas|todistaa|todistavat|och|ja|samt)\b)*"
_PATTERNS = {
    name: re.compile(
        rf"(?P<label>(?:{words})\b{_MORE})(?P<sep>[ ]*[:\t]\s*|[ ]*,(?:\s+|$)|\s{{2,}}|[ ]+|$)(?P<rest>.*)",
        re.IGNORECASE,
    )
    for name, words in _WORDS.items()
}
_FIGURE = re.compile(r"\d|\bxx+\b|kl\.|klo", re.IGNORECASE)
_RUNS_ON = re.compile(r"[a-zåäö]")


@dataclass(frozen=True)
class Labelled:
    """A line that begins with a label: which, as written, and what follows."""

    name: str
    label: str
    rest: str


def label_of(line: str) -> Labelled | None:
    """The label at the start of a line, None where the line is a text like any other."""
    for name, pattern in _PATTERNS.items():
        found = pattern.fullmatch(line)
        if found and _holds(name, found["sep"], found["rest"]):
            return Labelled(name, " ".join(found["label"].split()).rstrip(" ,"), found["rest"].strip())
    return None


def _holds(name: str, sep: str, rest: str) -> bool:
    """Whether what follows can be the value: after a mere space it must look like one."""
    if sep.strip() == ":" or "\t" in sep or len(sep) > 1 or not rest:
        return sep.strip() != "," or name not in PEOPLE
    if name in ("adjusted", "viewing", "time", "time_and_place"):
        return _FIGURE.search(rest) is not None
    return name != "sections" and not _RUNS_ON.match(rest)
