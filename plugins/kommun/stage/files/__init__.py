"""The files that are no pages: one module each, found by its name.

Each module holds `files(site) -> dict[str, bytes]`: addresses from the site's root
and what stands there. The audit asks the same for what must be on the site.
"""

from __future__ import annotations

import pkgutil
from importlib import import_module

from ..site import Site


def made_files(site: Site) -> dict[str, bytes]:
    """Every file that the software makes beside the pages, by its address."""
    found: dict[str, bytes] = {}
    for info in pkgutil.iter_modules(__path__):
        found |= import_module(f"{__name__}.{info.name}").files(site)
    return found
