"""Both languages say the same, with the same values in it."""

from __future__ import annotations

import re
from typing import Any

from kommun.messages import languages, load


def _leaves(words: Any, path: str = "") -> dict[str, list[str]]:
    if isinstance(words, dict):
        return {k: v for name, inner in words.items() for k, v in _leaves(inner, f"{path}/{name}").items()}
    return {path: sorted(set(re.findall(r"\{(\w+)\}", str(words))))}


def test_the_languages_have_the_same_words() -> None:
    found = [_leaves(load(lang, "removal")) for lang in languages()]
    assert all(words == found[0] for words in found)
