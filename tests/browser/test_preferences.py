"""What readers ask of their browser is respected: paper, their own colours, no motion. And the weight stays small."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from .places import Place, places
from .visit import Visit, visit

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("place", places("start", "unit", "minutes", "notices", widths=(1280,)), ids=str)
def test_paper_carries_the_text_alone(at: Visit) -> None:
    at.page.emulate_media(media="print")
    for selector in ("#meny", ".search", ".languages", ".skip", ".contents", ".crumbs", ".site-footer nav"):
        assert at.page.locator(f"{selector}:visible").count() == 0, selector
    for selector in (".brand-name", "h1", ".footer-name"):
        assert at.page.locator(selector).is_visible(), selector
    # A4 less its margins, at 96 pixels an inch.
    at.page.set_viewport_size({"width": 642, "height": 1000})
    assert at.overflow <= 0


@pytest.mark.parametrize("place", places("start", "minutes", "notices", "search"), ids=str)
def test_forced_colours_keep_every_sign(browser: Browser, root: str, place: Place) -> None:
    with visit(browser, root, place.viewport, forced_colors="active") as opened:
        opened.go(place.address)
        for selector in (".search input", ".search button"):
            assert opened.page.locator(selector).evaluate("e => parseFloat(getComputedStyle(e).borderTopWidth)") >= 1
        opened.page.keyboard.press("Tab")
        opened.page.keyboard.press("Tab")
        style = opened.page.locator(".brand").evaluate("e => getComputedStyle(e).outlineStyle")
        assert style == "solid"


@pytest.mark.parametrize(("asked", "behaviour"), [("reduce", "auto"), ("no-preference", "smooth")])
def test_motion_only_for_those_who_want_it(browser: Browser, root: str, asked: str, behaviour: str) -> None:
    with visit(browser, root, (390, 844), reduced_motion=asked) as opened:
        opened.go("")
        assert opened.page.evaluate("getComputedStyle(document.documentElement).scrollBehavior") == behaviour
        moving = "[...document.querySelectorAll('*')].filter(e => parseFloat(getComputedStyle(e).animationDuration))"
        assert opened.page.evaluate(f"{moving}.length") == 0


def test_no_page_needs_an_inline_style(site: Path) -> None:
    styled = [page for page in site.rglob("*.html") if re.search(r"<[^>]+ style=|<style", page.read_text("utf-8"))]
    assert styled == []


def test_the_frame_is_light(site: Path) -> None:
    assert (site / "kommun/kommun.css").stat().st_size < 20_000
    assert (site / "kommun/kommun.js").stat().st_size < 5_000
    assert (site / "kommun/icon.svg").stat().st_size < 2_000
