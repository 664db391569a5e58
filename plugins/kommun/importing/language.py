"""Which language a text seems to be in, by its commonest small words."""

from __future__ import annotations

import re

_SMALL = {
    "sv": "och att som det för på av med till är den inte om enligt har vid",
    "fi": "ja on että ei sekä mukaan joka ovat tai hän se mutta myös oli kunnan päättää päätti",
}
_WORD = re.compile(r"[^\W\d_]+")
_ENOUGH = 5
"""Small words below which nothing is said."""


def language_of(text: str) -> str:
    """`sv` or `fi`; '' where the text does not show it."""
    words = [word.lower() for word in _WORD.findall(text)]
    counts = {lang: sum(map(words.count, small.split())) for lang, small in _SMALL.items()}
    likely = max(counts, key=lambda lang: counts[lang])
    other = min(counts, key=lambda lang: counts[lang])
    return likely if counts[likely] >= _ENOUGH and counts[likely] > 3 * counts[other] else ""
