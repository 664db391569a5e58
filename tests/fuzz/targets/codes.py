"""Identity codes: what is found is a code, lies in the text, and is gone from what our own reports say of it."""

from __future__ import annotations

import html
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from random import Random
from urllib.parse import unquote

from kommun.identity_codes import Match, find, find_as_read, holds_code, without_codes
from tests.fuzz.made.texts import a_code, piece, text, written

SHARE = 190
_FLAT = re.compile(r"<!--.*?-->|</?[A-Za-z][^<>]*>|\]\([^()\n]*\)|[^0-9A-Za-z+\-]", re.DOTALL)


def make(chance: Random) -> str:
    rows = [chance.choice((text, _some))(chance) for _ in range(chance.randrange(1, 4))]
    return chance.choice(("", " ", "\n")).join(rows)


def _some(chance: Random) -> str:
    return "".join(
        written(chance, a_code(chance)) + chance.choice(("", " ", piece(chance))) for _ in range(chance.randrange(4))
    )


def judge(made: str, told: Counter[str]) -> Iterator[str]:
    yield from _apart(made, list(find(made)))
    found = sorted(find_as_read(made), key=lambda match: match.start)
    yield from _apart(made, found)
    told["codes"] += len(found)
    told["texts with a code"] += bool(found)
    if any(not holds_code(made[match.start : match.end]) for match in found):
        yield "what is found is no code by itself"
    hidden = without_codes(made)
    if holds_code(hidden):
        yield "a code is left"
    codes = {_flat(made[match.start : match.end]) for match in found}
    told["whole codes"] += sum(len(code) == 11 for code in codes)
    if not found and hidden != made:
        yield "a text without codes is changed"


def _apart(made: str, found: Iterable[Match]) -> Iterator[str]:
    end = 0
    for match in found:
        if not end <= match.start < match.end <= len(made):
            yield "a code outside of the text, or across another"
        end = match.end


def _flat(written: str) -> str:
    """A code as one would copy it out."""
    return _FLAT.sub("", unquote(html.unescape(written)).replace("\u2011", "-")).upper()
