"""The words that make up names, and those that show that a word is part of none.

Given names are in `given-names.txt`, the other words in `vocabulary.yml`, where an editor can add to them.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from pathlib import Path

from ruamel.yaml import YAML

_NAMES = Path(__file__).with_name("given-names.txt")
_WORDS = Path(__file__).with_name("vocabulary.yml")
_HYPHENS = re.compile(r"[-\u2010\u2011]")

PARTICLES = frozenset({"von", "af", "de", "van", "der", "zu"})
TRADERS = frozenset({"tmi", "fma", "firma", "toiminimi", "toiminimen", "toiminimelle"})
"""A sole trader's firm: what follows is a person's own name."""
HOUSING = frozenset({"bostads", "fastighets", "asunto", "kiinteistö", "as"})
"""Stand first in the name of a company that may be named after anybody."""
ORGANISATION = re.compile(
    r"(?:central|verk|nämnd|styrelse|förbund|förening|sällskap|klubb|skola|institut|byrå|konsult|tjänst|museum|"
    r"universitet|församling|kommun|bolag|anstalt|museet|domstol|ministerium|stiftelse|hemmet|"
    r"gille|lag|krets|kår|samfund|grupp|team|regering|åkeri|snickeri|verkstad|handel|vindpark|solpark|kraft|energi|"
    r"kerho|ryhmä|toimikunta|energia|puisto|"
    r"keskus|virasto|laitos|lautakunta|yhdistys|seura|kunta|kaupunki|säätiö|hallitus|yhtymä|alue|koulu|museo|"
    r"liitto|oikeus|ministeriö|palvelu|palvelut|konsultit|rakennus|urakointi|kuljetus)"
    r"(?:et|en|n|s|ns|ens|ets|lle|lta|ltä|ssa|t)?$",
    re.IGNORECASE,
)
_COMMON = r"(?:kommun|stad|kunta|kaupunki|församling|seurakunta|samkommun|kuntayhtymä|säätiö|stiftelse|koulu|skola)"
AFTER_ORGANISATION = re.compile(
    rf"\s{{1,3}}(?:&\s?\w{{1,20}}\s)?(?:r\.\s?f\b|r\.\s?y\b|ek\.\s?för|(?:abp?|oyj?|kb|ky|rf|ry|osk)\b|"
    rf"{_COMMON}\w{{0,4}}\b|"
    r"andelslag|jaktförening|(?:minnes)?fond|rahasto|kyrka|gata\b|park\b|hemmet|by\b|gård\b|samfällighet|delägarlag|"
    r"vägförening|osakaskunta|tiekunta|metsästysseura)",
    re.IGNORECASE,
)
"""Small words after a name that make it an organisation's or a place's."""
_ENDINGS = re.compile(r"(?:n|lle|lta|ltä|lla|llä|sta|stä|a|ä|ta|tä|s)$")


@cache
def words(group: str) -> frozenset[str]:
    """One group of `vocabulary.yml`."""
    return frozenset(_all_words()[group].split())


@cache
def _all_words() -> dict[str, str]:
    read: dict[str, str] = YAML(typ="safe").load(_WORDS.read_text(encoding="utf-8"))
    return read


@cache
def beginnings(group: str) -> tuple[str, ...]:
    """One group of `vocabulary.yml`, whose words are beginnings."""
    return tuple(words(group))


def one_of(group: str) -> str:
    """One group of `vocabulary.yml` as a part of a pattern, the longest first; `_` stands for any space."""
    longest_first = sorted(words(group), key=lambda word: (-len(word), word))
    return "|".join(re.escape(word).replace("_", r"\s+") for word in longest_first)


@cache
def given_names() -> frozenset[str]:
    """Given names that many have, in small letters, and as file names write them: åsa, asa."""
    names = _NAMES.read_text(encoding="utf-8").casefold().split()
    return frozenset(names) | {_without_accents(name) for name in names if len(name) > 3}


def _without_accents(word: str) -> str:
    return "".join(sign for sign in unicodedata.normalize("NFD", word) if not unicodedata.combining(sign))


@cache
def _stems() -> frozenset[str]:
    """Given names as Finnish endings find them: Matti → mati-, Pekka → peka-, Kim → kimi-."""
    stems = set(given_names())
    for name in given_names():
        if name[-3:-1] in ("kk", "pp", "tt"):
            stems.add(name[:-2] + name[-1])
        if name[-1] not in "aeiouyäöå":
            stems.add(f"{name}i")
    return frozenset(stems)


def is_given_name(word: str) -> bool:
    """Whether many have it; of a double name the first part is enough."""
    parts = _HYPHENS.split(word.casefold())
    if word.isupper() and len(parts) == 1 and parts[0] in words("also_words"):
        return False
    return parts[0] in given_names() and not ORGANISATION.search(parts[-1])


def is_inflected_given_name(word: str) -> bool:
    """A given name with a case ending, Finnish or the Swedish genitive: Matin, Annas."""
    last = _HYPHENS.split(word.casefold())[-1]
    ending = _ENDINGS.search(last)
    return bool(ending) and last[: ending.start()] in _stems()  # type: ignore[union-attr]


def is_place(word: str) -> bool:
    return word.casefold().startswith(beginnings("places"))


def is_trade(word: str) -> bool:
    """Part of what a firm, an authority or an institution is called."""
    return word.casefold() in words("trades") or ORGANISATION.search(word) is not None
