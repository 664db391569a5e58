"""The browser, and the program of the editor where it can be had."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import expect

from . import town


@pytest.fixture(scope="session")
def program() -> None:
    """The editor's program; skips where npm is not there or cannot fetch it."""
    if why := town.fetched():
        pytest.skip(f"the editor's program cannot be fetched here: {why}")


@pytest.fixture(autouse=True)
def patience() -> Iterator[None]:
    """The editor's program is large, and slow to begin."""
    expect.set_options(timeout=20_000)
    yield
    expect.set_options(timeout=5_000)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return town.make(tmp_path / "town")
