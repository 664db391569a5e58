"""What is fuzzed, one module each: `make` gives an input, `judge` tells which promise it breaks."""

from __future__ import annotations

import pkgutil
from collections import Counter
from collections.abc import Iterator
from importlib import import_module
from random import Random
from typing import Any, Protocol, cast


class Target(Protocol):
    """How a module here looks."""

    SHARE: int
    """Of a thousand inputs."""

    def make(self, chance: Random) -> Any:
        """One input: a text, bytes, or files by their path."""

    def judge(self, made: Any, told: Counter[str]) -> Iterator[str]:
        """Each promise that is broken. What became of the input is counted in `told`; nothing may raise."""


def targets() -> dict[str, Target]:
    names = [info.name for info in pkgutil.iter_modules(__path__)]
    return {name: cast(Target, import_module(f"{__name__}.{name}")) for name in sorted(names)}


def chance_of(target: str, number: int) -> Random:
    """The source of chance for the input with a number: the same everywhere."""
    return Random(f"{target} {number}")
