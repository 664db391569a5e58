"""Long texts made to be slow: each part that looks at a text takes no more than in proportion to its length."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from random import Random

from tests.fuzz.made.texts import hostile

from . import codes, marks

SHARE = 8
_SIZE = 150_000


def make(chance: Random) -> str:
    return hostile(chance, _SIZE)


def judge(made: str, told: Counter[str]) -> Iterator[str]:
    yield from marks.judge(made, told)
    yield from codes.judge(made, told)
