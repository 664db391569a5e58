"""What a proposed change does to the site, for the one who reviews it: what is seen from when until when.

Two states of the content are compared: the one a pull request starts from, and the
one it proposes. Nothing that may not be published is repeated: what is said here
stays in the pull request for ever.
"""

from __future__ import annotations

from .compare import Change, Review, compare
from .states import NoSuchState, state_at

__all__ = ["Change", "NoSuchState", "Review", "compare", "state_at"]
