"""Where no script runs, everything that matters is there: the menu, the search form, the text."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser

from .places import WIDTHS, Place, places
from .visit import visit

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("place", places("start", "unit", "table", "minutes", "search", "not-found"), ids=str)
def test_the_page_works(browser: Browser, root: str, place: Place) -> None:
    with visit(browser, root, place.viewport, java_script_enabled=False) as opened:
        opened.go(place.address)
        page = opened.page
        assert page.locator("#meny").is_visible() and page.locator("#meny a").count() >= 6
        assert not page.locator(".menu-button").is_visible()
        assert page.locator("#q").is_visible() and page.locator(".search button").is_visible()
        assert page.locator(".languages a").is_visible()
        assert page.locator("h1").is_visible() and len(page.locator("main").inner_text()) > 200
        assert page.locator("main [hidden]").count() == 0


@pytest.mark.parametrize("width", WIDTHS)
def test_the_search_form_leads_to_the_list(browser: Browser, root: str, width: int) -> None:
    with visit(browser, root, (width, WIDTHS[width]), java_script_enabled=False) as opened:
        opened.go("")
        opened.page.fill("#q", "bibliotek")
        with opened.page.expect_navigation():
            opened.page.keyboard.press("Enter")
        assert opened.page.url == f"{root}sok/?q=bibliotek"
        assert opened.page.locator(".index li").count() > 50
