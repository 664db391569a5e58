"""Plugin `kommun-appeals`: where change is sought, and the pages that tell how (KomL 134-141 §).

Options: `pages` (the address of each remedy's instruction), `court`, `court_address`
(in each language), `court_email` and `court_service`.
"""

from __future__ import annotations

from .options import ConfiguredPlugin


class AppealsPlugin(ConfiguredPlugin):
    name = "kommun-appeals"
