"""Street addresses and postal addresses in a text, Swedish and Finnish.

A street counts with its house number only: a road that is mended or a plan that bears a road's name is nobody's home.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace

from .name_words import beginnings
from .vocabulary import AUTHORITY, MEETING_PLACE, OFFICE

_SV = (
    r"väg(?:en)?|gatan?|gränd(?:en)?|stig(?:en)?|all[ée](?:n|en)?|esplanad(?:en)?|backen|torg(?:et)?|kaj(?:en)?|"
    r"stranden|bulevard(?:en)?|terrassen|kroken|svängen|slingan|rundeln|stråket"
)
_CASES = r"(?:n|lla|llä|lle|lta|ltä|ssa|ssä|sta|stä|a|ä|hen)?"
_FI = (
    rf"tie{_CASES}|tietä|katu(?:a|un)?|kadu(?:n|lla|lle|lta|ssa|sta)|polku(?:a|un)?|polu(?:n|lla|lle|lta)|"
    rf"kuja{_CASES}|kaar(?:i|en|ta|ella|elle|elta)|kaar(?:re|teen|teella|teelle|teelta)|"
    r"rinne|rinteen|rinteell[äe]|rinteeltä|ran(?:ta|nan|nalla|nalle|nalta)|rai(?:tti|tin|tilla|tille|tilta)|"
    rf"puisti(?:kko|kon|kolla|kolle|kolta)|mä(?:ki|en|ellä|elle|eltä)|bulevardi{_CASES}|väylä{_CASES}|"
    rf"aukio{_CASES}|tori{_CASES}|kierto|kierron|kierrolla|portti|portin|portilla|taival|taipaleen"
)
_STREET = re.compile(rf"\w[\w'’-]{{0,40}}?[\w'’](?:{_SV}|{_FI})", re.IGNORECASE)
_BARE = re.compile(r"väg|gata|gränd|stig|tie|katu|polku|kuja|raitti", re.IGNORECASE)
"""A second word alone: "Per Exempels väg 3"."""
_BARE_DEFINITE = re.compile(r"vägen|gatan|gränden|stigen|backen", re.IGNORECASE)
_KINDS = frozenset({"gamla", "nya", "stora", "lilla", "norra", "södra", "östra", "västra", "övre", "nedre"})
"""Before these words: "Gamla vägen 3"."""
_PLANNED = re.compile(r"(?:backen|stranden|torget|ranta|rannan|mäki|mäen|rinne|rinteen|aukio|aukion)$", re.IGNORECASE)
"""Endings that places have too, and the plans that are named after them."""
_PLAN_BEFORE = re.compile(
    r"(?:\w{0,20}plan(?:en|er|erna|ens|s)?|\w{0,20}kaav\w{1,8}|etapp\w{0,3}|"
    r"\w{0,12}(?:kraftverk|voimala|park|puisto)\w{0,4})(?:\s(?:för|över|på|i))?\s[\"”“]?$",
    re.IGNORECASE,
)
_ROAD = re.compile(
    r"(?:riks|stam|regional|förbindelse|europa|motor)väg(?:en)?|"
    r"(?:cykel|gång|bil|utfarts?|infarts?|tillfarts|anslutnings|kör|transport|service|underhålls|byggnads|privat|grus|"
    r"gårds|skogs)väg|"
    r"(?:valta|kanta|seutu|yhdys|moottori|yksityis|pyörä|kävely|kulku|ajo|huolto|paikallis)tie\w{0,4}",
    re.IGNORECASE,
)
"""Classes of roads, whose numbers are no houses'."""
_ROAD_IF_LONG = re.compile(r"(?:lands?väg(?:en)?|maantie\w{0,4})", re.IGNORECASE)
_NO_STREET = re.compile(
    r"(?:konditori|auditori|laborator|moottori|traktori|sektori|reaktori|kompressori|direktori|faktori|monitori|"
    r"generaattori|editori|territori)\w{0,4}",
    re.IGNORECASE,
)
_OWNER = re.compile(r"kommunens|statens|byns|stadens|enskilda?|lagets|täktens|tomtens|kunnan|valtion|kylän")
_NUMBERED = re.compile(
    r"(?<![\w'’-])(?P<word>[^\W\d_][\w'’-]{1,45})(?P<gap>\s{1,3}(?:(?:nr|no|nro|n:o)\.?\s{0,2})?)"
    r"(?P<number>\d{1,4})(?P<to>\s?[-–/]\s?\d{1,4})?(?P<stair>\s?[A-Za-h](?![\w²³]))?(?!\d)"
)
_NOT_A_HOUSE = re.compile(
    r"[.,]\d|:\d|[-–/]\d|[-–][^\W\d_]|\s?(?:%|€|°|§|[²³])|\.\s(?-i:[a-zåäö])|"
    r"\s?(?:m(?!\.\s?fl)|km|cm|mm|m2|m3|ha|st|kg|t|db|eur|euroa?|kr|år|meter|metri\w{0,6}|kilomet\w{0,6}|hektar\w{0,3}|"
    r"hehtaari\w{0,3}|procent|prosentt\w{1,4}|kubik\w{1,8}|kuutio\w{1,10}|ton|tonn\w{0,4}|vuotta|kpl|dygn|"
    r"etapp\w{0,3}|skede\w{0,2}|vaihe\w{0,4}|"
    r"januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december|\w{4,8}kuuta)(?!\w)",
    re.IGNORECASE,
)
_OF_YEAR = re.compile(r"[/–-]\s?20\d\d$")
_FIRST_WORD = re.compile(r"(?P<word>[^\W\d_][\w'’-]{1,30})\s{1,3}$")
_POSTAL = re.compile(
    r"(?<![\w-])(?P<country>(?:FIN|FI|SF)\s?[-–]\s?)?(?P<code>\d{4}[05])\s{1,3}(?P<place>[A-ZÅÄÖ][\w-]{2,30})"
)
_BEFORE_POSTAL = re.compile(r"(?:^|[,¦|\n])\s*(?:\w{0,20}:\s*)?$")
_AFTER_POSTAL = re.compile(r"[ .]{0,3}(?:$|[\n,|¦])")
_MEASURE = re.compile(r"kubik|kvadrat|kron|euro|meter|metri|ton|djur|styck|kuutio|neliö|hehtaar", re.IGNORECASE)
_POST_BOX = re.compile(r"(?:PB|PL|Box|Postlåda|Postilokero)\s?\d{1,5},?\s{0,3}$", re.IGNORECASE)
_OTHER_NUMBER = re.compile(
    r"(?:\d\s|(?<!\w)(?:nr|nro|dnr|diarie\w{0,8}|ärende\w{0,6}|asia\w{0,8}|lov\w{0,8}|\w{0,12}tillstånd|"
    r"lupa\w{0,8}|tunnus|"
    r"id|kund\w{0,8})[.:]?\s{0,2})$",
    re.IGNORECASE,
)
_LABELLED = re.compile(
    r"\s{0,40}(?P<first>(?:[^\W\d_][\w'’-]{1,30}\s{1,2}){0,2})(?P<name>[A-ZÅÄÖ][\w'’-]{1,40})\s{1,2}(?P<number>\d{1,4})"
    r"(?P<stair>\s?[A-Za-h](?![\w²³]))?(?!\d)"
)
_NO_PLACE = re.compile(
    r"(?:kvarter|tomt|fastighet|lägenhet|rnr|kortteli|tontti|tila|kiinteistö|rum|box|pb|pl|bilaga|liite|kapitel|"
    r"nr|nro|se|den|kl)(?:et|en)?",
    re.IGNORECASE,
)
_LABEL = re.compile(r"(?:^|[|¦.,])(?P<label>[^:|¦.,]{3,40})[:|¦][^:|¦]{0,100}$")
_NEAR = 40


@dataclass(frozen=True)
class Address:
    """Where an address stands; the address itself is never repeated anywhere."""

    start: int
    end: int
    kind: str
    """`street` or `postal`."""
    open: bool = False
    """Anybody may know it: the municipality's own, a court's, the place of the meeting."""


def addresses(text: str, own: tuple[str, ...] = ()) -> list[Address]:
    """Every address in a plain text, in order, each place once; `own` are streets that anybody may know."""
    streets = [
        replace(street, open=_is_own(text, street, own) or _is_office(text, street)) for street in _streets(text)
    ]
    ends = [street.end for street in streets]
    postals: list[Address] = []
    for postal in _postals(text):
        before = bisect_right(ends, postal.start) - 1
        if before < 0 or postal.start - ends[before] > _NEAR:
            postals.append(postal)
    return sorted(streets + postals, key=lambda one: one.start)


def labelled(text: str, start: int, end: int) -> Address | None:
    """What begins behind a label such as "Adress:" and has a number, whatever it is called."""
    found = _LABELLED.match(text, start, end)
    if not found or _NO_PLACE.fullmatch(found["name"]) or _NOT_A_HOUSE.match(text, found.end()):
        return None
    return Address(found.start("first"), found.end(), "street")


def _streets(text: str) -> Iterator[Address]:
    for found in _NUMBERED.finditer(text):
        start = _street_start(text, found)
        if start is not None and _is_house(text, found):
            yield Address(start, found.end(), "street")


def _street_start(text: str, found: re.Match[str]) -> int | None:
    """Where the name of a street begins that ends with this word; None where the word ends none."""
    word, start = found["word"], found.start()
    bare, definite = _BARE.fullmatch(word) is not None, _BARE_DEFINITE.fullmatch(word) is not None
    if not (bare or definite or _STREET.fullmatch(word)) or _ROAD.fullmatch(word) or _NO_STREET.fullmatch(word):
        return None
    if _ROAD_IF_LONG.fullmatch(word) and len(found["number"]) > 2:
        return None
    if bare or definite or word[0].islower():
        first = _FIRST_WORD.search(text, max(0, start - _NEAR), start)
        if not first or not _begins_street(first["word"], found["number"], bare, definite):
            return None
        start = first.start()
    planned = _PLANNED.search(word) and _PLAN_BEFORE.search(text, max(0, start - _NEAR), start)
    return None if planned else start


def _begins_street(first: str, number: str, bare: bool, definite: bool) -> bool:
    """Whether a word is the first of a street's name: "Per Exempels väg", "Gamla vägen", "Terjärv byaväg"."""
    folded = first.casefold()
    if not first[0].isupper() or _OWNER.fullmatch(folded):
        return False
    if definite:
        return folded in _KINDS
    return not bare or (folded[-1] in "sn" and len(number) < 3)


def _is_house(text: str, found: re.Match[str]) -> bool:
    """Whether the number is a house's: no year, no measure, no date, no property."""
    after = found.end() if found["stair"] or found["to"] else found.end("number")
    if _NOT_A_HOUSE.match(text, after) or found["number"].startswith("0") or _OF_YEAR.search(found["to"] or ""):
        return False
    is_year = len(found["number"]) == 4 and found["number"].startswith(("19", "20"))
    addressed = found["stair"] or _POSTAL.match(text, found.end() + len(", "))
    return not is_year or bool(addressed)


def _postals(text: str) -> Iterator[Address]:
    for found in _POSTAL.finditer(text):
        before = text[max(0, found.start() - _NEAR) : found.start()]
        if _POST_BOX.search(before) or _OTHER_NUMBER.search(before) or AUTHORITY.search(before):
            continue
        known = found["place"].casefold().startswith(beginnings("post_places"))
        if known or found["country"] or _stands_alone(text, found, before):
            yield Address(found.start(), found.end(), "postal")


def _stands_alone(text: str, found: re.Match[str], before: str) -> bool:
    """An unknown place counts where nothing else stands with it: after a comma or a line's start, at a line's end."""
    if _MEASURE.match(found["place"]):
        return False
    return _BEFORE_POSTAL.search(before) is not None and _AFTER_POSTAL.match(text, found.end()) is not None


def _is_own(text: str, street: Address, own: tuple[str, ...]) -> bool:
    written = " ".join(text[street.start : street.end].split()).casefold()
    return any(written == part or part.endswith(f" {written}") for part in own)


def _is_office(text: str, street: Address) -> bool:
    """The place of the meeting itself, or of a court or another authority."""
    line = text[max(0, street.start - 150) : street.start].rpartition("\n")[2]
    label = _LABEL.search(line)
    if label and MEETING_PLACE.fullmatch(label["label"].strip()):
        return True
    return bool(AUTHORITY.search(line[-2 * _NEAR :]) or OFFICE.search(line[-_NEAR:]))
