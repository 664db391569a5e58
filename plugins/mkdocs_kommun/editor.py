"""Plugin `kommun-editor`: the web editor, and the repository it writes to (strategy 4.1).

Options: those of `kommun.configuration.EditorOptions`. Without `repo` there is no editor on the site.
"""

from __future__ import annotations

from .options import ConfiguredPlugin


class EditorPlugin(ConfiguredPlugin):
    name = "kommun-editor"
