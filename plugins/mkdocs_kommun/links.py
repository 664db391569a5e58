"""Plugin `kommun-links`: the hosts outside that somebody has looked at (strategy 4.3.3).

Option: `known_hosts`. The rule `external-link-new` tells of the others.
"""

from __future__ import annotations

from .options import ConfiguredPlugin


class LinksPlugin(ConfiguredPlugin):
    name = "kommun-links"
