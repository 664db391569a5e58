"""The repairs: one file each, found by its name as the rules are.

A repair holds a docstring (what it mends, then why that is safe) and `proposals(copy)`, which
yields what should change and what it has left alone. It decides by what the strict reader
finds before and after, writes nothing, and yields nothing where all is in order. With `LAST = True`
it works on more than one file, and waits until the others have nothing more to do.
"""

from __future__ import annotations

import pkgutil
from collections.abc import Callable, Iterable
from functools import cache
from importlib import import_module

from kommun.mending.proposal import Proposal
from kommun.mending.working_copy import WorkingCopy

Repair = Callable[[WorkingCopy], Iterable[Proposal]]


@cache
def repairs() -> dict[str, Repair]:
    """Every repair by its name, in the order in which they work."""
    found: list[tuple[bool, str, Repair]] = []
    for info in pkgutil.iter_modules(__path__):
        if not info.name.startswith("_"):
            module = import_module(f"{__name__}.{info.name}")
            found.append((getattr(module, "LAST", False), info.name.replace("_", "-"), module.proposals))
    return {name: repair for _, name, repair in sorted(found, key=lambda row: row[:2])}
