"""The commands of `kommun` (CONTENT.md section 8): one module each, found by its name.

A module holds a docstring with what the command does in a line of Swedish, `arguments(parser)`
and `run(options) -> int`, and `DATED = True` where the day matters. A name that Python keeps
for itself has an underscore behind it.
"""

from __future__ import annotations

import pkgutil
from importlib import import_module
from types import ModuleType


def commands() -> dict[str, ModuleType]:
    """Every command by its name, in the order in which help lists them."""
    found = {}
    for info in pkgutil.iter_modules(__path__):
        if not info.name.startswith("_"):
            found[info.name.strip("_")] = import_module(f"{__name__}.{info.name}")
    return dict(sorted(found.items()))
