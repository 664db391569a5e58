"""What people call the keys and values of the contract: the tables are in `key-names.yml` and `value-names.yml`."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from ruamel.yaml import YAML

HERE = Path(__file__).parent
_SPACES = re.compile(r"[\s_‐-―-]+")
_LONGEST_ENDING = 2


def plain(word: str) -> str:
    """One form for a word, however it is written: case, spaces, hyphens and accents."""
    return _SPACES.sub("_", unicodedata.normalize("NFC", word).strip()).casefold().strip("_")


@cache
def names(table: str) -> dict[str, frozenset[str]]:
    """The right word → what people write for it, of one table."""
    rows = YAML(typ="safe").load((HERE / f"{table}.yml").read_text(encoding="utf-8"))
    return {str(right): frozenset(plain(str(name)) for name in written) for right, written in rows.items()}


def meant(written: str, known: Iterable[str], table: str) -> str:
    """The one of the known words that is certainly meant: itself in other letters, or by its name in the table."""
    word = plain(written)
    found = {right for right in known if word == plain(right) or word in names(table).get(right, ())}
    return found.pop() if len(found) == 1 else ""


def misspelt(written: str, known: Iterable[str]) -> str:
    """The one known word that this is but for a slip: a letter too much, too few, wrong, or two in wrong order.

    A word with another beginning is none: `unpublished` does not mean `published`.
    """
    word = plain(written)
    found = {right for right in known if len(word) > 3 and _is_slip(word, right)}
    return found.pop() if len(found) == 1 else ""


def _is_slip(word: str, right: str) -> bool:
    if word[0] != right[0]:
        return False
    shorter, longer = sorted((word, right), key=len)
    return (longer.startswith(shorter) and len(longer) - len(shorter) <= _LONGEST_ENDING) or _one_off(shorter, longer)


def _one_off(shorter: str, longer: str) -> bool:
    """Whether one letter too few, wrong or in another place makes the difference."""
    at = next((n for n, (a, b) in enumerate(zip(shorter, longer, strict=False)) if a != b), len(shorter))
    if len(longer) == len(shorter) + 1:
        return shorter[at:] == longer[at + 1 :]
    if len(longer) > len(shorter):
        return False
    swapped = shorter[at : at + 2] == longer[at : at + 2][::-1] and shorter[at + 2 :] == longer[at + 2 :]
    return swapped or shorter[at + 1 :] == longer[at + 1 :]
