"""Every kind of page, in both languages, on a phone and on a desk: axe, reflow, privacy, structure, languages."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from .places import Place, places
from .visit import Visit, visit

pytestmark = pytest.mark.browser


# The tests of one page stay with one worker, which then opens it once.
PARAMS = [pytest.param(place, marks=pytest.mark.xdist_group(str(place))) for place in places()]


@pytest.fixture(scope="module", params=PARAMS, ids=str)
def place(request: pytest.FixtureRequest) -> Place:
    return request.param


@pytest.fixture(scope="module")
def opened(browser: Browser, root: str, place: Place) -> Iterator[Visit]:
    """The page, read by all the tests below, none of which leaves it changed."""
    with visit(browser, root, place.viewport) as made:
        made.go(place.address)
        yield made


def test_the_page_is_there(opened: Visit, place: Place) -> None:
    assert opened.status == (404 if place.name == "not-found" else 200)


def test_no_request_leaves_the_site(opened: Visit) -> None:
    assert opened.requests and not opened.strangers


def test_the_console_is_silent_under_the_strict_policy(opened: Visit, place: Place) -> None:
    # The browser itself tells of the answer 404.
    expected = "the server responded with a status of 404"
    assert [text for text in opened.complaints if place.name != "not-found" or expected not in text] == []


def test_a_first_view_asks_for_little(opened: Visit) -> None:
    assert len(opened.requests) <= 5


def test_the_language_is_said(opened: Visit, place: Place) -> None:
    page = opened.page
    assert page.get_attribute("html", "lang") == place.lang
    if place.name == "untranslated" and place.lang == "fi":
        assert page.get_attribute("h1", "lang") == "sv"
        assert page.locator(".untranslated").is_visible()
        assert page.get_attribute(".content h2:last-of-type", "lang") or page.locator(".content [lang=sv] h2").count()


def test_there_is_one_main_heading(opened: Visit) -> None:
    heading = opened.page.locator("h1")
    assert heading.count() == 1 and heading.is_visible()
    name = heading.inner_text().replace("\xad", "")
    start = opened.page.locator(".start").count()
    assert start or opened.page.title().startswith(name)


def test_the_language_link_leads_to_the_same_page(opened: Visit, place: Place) -> None:
    link = opened.page.locator(".languages a")
    assert link.count() == 1 and link.is_visible()
    assert link.evaluate("a => a.href") == opened.root + place.in_other_language
    assert link.get_attribute("lang") == link.get_attribute("hreflang") == place.other
    answer = opened.page.request.get(opened.root + place.in_other_language)
    assert answer.status == 200 and f'<html lang="{place.other}"' in answer.text()


def test_links_in_text_are_underlined(opened: Visit) -> None:
    plain = opened.page.locator("main a").evaluate_all(
        "links => links.filter(a => getComputedStyle(a).textDecorationLine !== 'underline').map(a => a.outerHTML)"
    )
    assert plain == []


def test_nothing_is_styled_inline(opened: Visit) -> None:
    assert opened.page.locator("[style]:not(html)").count() == 0
    assert opened.page.locator("style, script:not([src]):not([type='application/ld+json'])").count() == 0


def test_axe_finds_nothing(opened: Visit) -> None:
    assert opened.violations() == []


def test_the_page_never_scrolls_sideways(opened: Visit, place: Place) -> None:
    width, height = place.viewport
    assert opened.overflow <= 0
    try:
        # WCAG 2.2, 1.4.10: 320 CSS pixels.
        opened.page.set_viewport_size({"width": 320 if width < 1000 else 640, "height": height})
        assert opened.overflow <= 0
        # 1.4.4: text at twice its size.
        opened.page.set_viewport_size({"width": width, "height": height})
        opened.page.evaluate("document.documentElement.style.fontSize = '200%'")
        assert opened.overflow <= 0
    finally:
        opened.page.evaluate("document.documentElement.removeAttribute('style')")
        opened.page.set_viewport_size({"width": width, "height": height})


def test_axe_finds_nothing_in_the_handbook(browser: Browser, root: str) -> None:
    with visit(browser, root, (1280, 800)) as made:
        made.go("handbok/regler/")
        assert made.violations() == []
        assert made.overflow <= 0
