"""Plugin `kommun-social`: the page of the municipality's accounts in social media (strategy 4.3).

Options: `own_unit` (whose accounts come first), `platforms` (names and hosts) and
`personal_profiles` (addresses that are a person's).
"""

from __future__ import annotations

from .options import ConfiguredPlugin


class SocialPlugin(ConfiguredPlugin):
    name = "kommun-social"
