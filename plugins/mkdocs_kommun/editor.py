"""Plugin `kommun-editor`: the web editor, and the repository it writes to (strategy 4.1).

Option: `known_hosts`. The rule `external-link-new` tells of the others.
"""

from __future__ import annotations

from .options import ConfiguredPlugin


class EditorPlugin(ConfiguredPlugin):
    name = "kommun-editor"
