"""The preview shows any day and draws itself anew: neither the policy nor the guard stands in its way."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from ..build.test_serve import address  # noqa: F401
from ..build.town import make_town, notice, write
from .visit import visit

pytestmark = pytest.mark.browser

PAGE = "docs/kungorelser/gammal"


def files(text: str) -> dict[str, str | bytes | None]:
    return {
        f"{PAGE}.sv.md": notice("Gammal kungörelse", "2026-11-10", "2026-11-30", text),
        f"{PAGE}.fi.md": "---\ntitle: Vanha kuulutus\n---\nVanhaa.\n",
    }


@pytest.fixture
def town(tmp_path: Path) -> Path:
    return make_town(tmp_path / "town", files("Första texten."))


def test_a_change_is_drawn_and_a_day_that_is_past_is_shown(browser: Browser, town: Path, address: str) -> None:  # noqa: F811
    # The preview is of 20 November, and the notice ends on the 30th.
    with visit(browser, f"{address}/", (390, 844), "2027-01-01") as opened:
        for place, words in (("kungorelser/gammal/", "Första texten."), ("kungorelser/", "Gammal kungörelse")):
            opened.go(place)
            assert words in opened.page.locator("main").inner_text()
        assert opened.page.locator("meta[http-equiv]").count() == 0
        opened.go("kungorelser/gammal/")
        write(town, files("Andra texten."))
        opened.page.get_by_text("Andra texten.").wait_for(timeout=60_000)
        assert opened.complaints == []
