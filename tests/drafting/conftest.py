"""A town with a council, a committee and a working group."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.build.town import make_town

from .desk import BODIES


@pytest.fixture
def town(tmp_path: Path) -> Path:
    return make_town(tmp_path / "town", BODIES)
