"""Plugin `kommun-units`: the sections that every unit's page must have (strategy 4.1).

Options: `contact`, `description` and `minutes` (each language's heading) and
`latest_minutes` (how many minutes a unit's page lists). The rules `unit-*` hold them,
and the unit's page fills the sections.
"""

from __future__ import annotations

from .options import ConfiguredPlugin


class UnitsPlugin(ConfiguredPlugin):
    name = "kommun-units"
