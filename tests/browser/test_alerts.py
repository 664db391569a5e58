"""While an alert runs its text stands on top of every page, of whatever level and in both languages."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser

from kommun.messages import load

from .conftest import ALERT_DAY
from .places import LANGUAGES, WIDTHS, prefix
from .visit import visit

pytestmark = pytest.mark.browser

LEVELS = ("info", "warning", "crisis")


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("address", ["", "meddelanden/crisis/", "sok/", "finns/inte/"])
def test_alerts_stand_on_top(browser: Browser, alert_root: str, address: str, lang: str, width: int) -> None:
    with visit(browser, alert_root, (width, WIDTHS[width]), ALERT_DAY) as opened:
        opened.go(prefix(lang) + address)
        region = opened.page.get_by_role("region", name=load(lang, "theme")["alerts"], exact=True)
        assert region.count() == 1
        box = region.bounding_box()
        assert box and box["y"] == 0 and box["width"] == width
        assert region.evaluate("r => !!(r.compareDocumentPosition(document.querySelector('header')) & 4)")
        for level in LEVELS:
            alert = region.locator(f".alert-{level}")
            assert alert.is_visible()
            assert alert.locator(".alert-level").inner_text() == load(lang, "pages")["levels"][level]
        links = region.get_by_role("link").evaluate_all("links => links.map(a => a.href)")
        units = f"{alert_root}{prefix(lang)}units/kansli/"
        assert sorted(links) == sorted(
            [f"{alert_root}{prefix(lang)}meddelanden/{level}/" for level in LEVELS] + [units] * len(LEVELS)
        )
        assert opened.overflow <= 0
        assert opened.violations() == []


@pytest.mark.parametrize("lang", LANGUAGES)
def test_an_alert_leads_to_its_page(browser: Browser, alert_root: str, lang: str) -> None:
    with visit(browser, alert_root, (390, 844), ALERT_DAY) as opened:
        opened.go(f"{prefix(lang)}units/kansli/")
        link = opened.page.locator(".alert-warning .alert-title a")
        title = link.inner_text()
        link.click()
        assert opened.page.locator("h1").inner_text() == title


def test_no_region_without_an_alert(browser: Browser, root: str) -> None:
    with visit(browser, root, (390, 844)) as opened:
        opened.go("")
        assert opened.page.locator(".alerts").count() == 0
