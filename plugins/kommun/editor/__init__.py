"""The web editor at `/redaktion/`, for those who have never seen Git (strategy 4.1).

The program is Sveltia CMS, from its npm package (`decisions/0015-web-editor.md`). Ours is what it is
told: `configuration` makes the forms from the very models that the content is checked with.
"""

from __future__ import annotations

from .configuration import configuration

__all__ = ["configuration"]
