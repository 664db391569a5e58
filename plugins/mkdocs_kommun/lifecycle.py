"""Plugin `kommun-lifecycle`: for how long things stand (strategy 4.1, KomL 94 §, 108 §, 138 §, 140 §).

Options: the days, months and years of `kommun.configuration.LifecycleOptions`. What
is not to be seen on the day of the build never reaches MkDocs.
"""

from __future__ import annotations

from .options import ConfiguredPlugin


class LifecyclePlugin(ConfiguredPlugin):
    name = "kommun-lifecycle"
