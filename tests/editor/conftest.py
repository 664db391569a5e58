"""The browser, and the program of the editor where it can be had."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect, sync_playwright

from . import town


@pytest.fixture(scope="session")
def program() -> None:
    """The editor's program; skips where npm is not there or cannot fetch it."""
    if why := town.fetched():
        pytest.skip(f"the editor's program cannot be fetched here: {why}")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    expect.set_options(timeout=20_000)
    with sync_playwright() as playwright:
        program = os.environ.get("CHROMIUM") or "/usr/bin/chromium"
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return town.make(tmp_path / "town")
