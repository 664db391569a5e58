"""Everything is reached by keyboard, in the order of the text, and one always sees where one is."""

from __future__ import annotations

from typing import Any

import pytest

from .places import Place, places
from .visit import Visit

pytestmark = pytest.mark.browser

PHONE, DESK = 390, 1280

# Every kind of page on a phone; where language and width change the frame alone, one page stands for the others.
WALKED = [p for p in places() if (p.lang, p.width) == ("sv", PHONE) or p.name in ("start", "minutes")]

# The stops that there should be, each numbered in the order of the text.
NUMBERED = """() => {
  const wanted = "a[href], button, input, select, textarea, summary, [tabindex='0']";
  const shown = [...document.querySelectorAll(wanted)]
    .filter((element) => element.checkVisibility({ visibilityProperty: true }) && !element.disabled);
  window.numbers = new Map(shown.map((element, number) => [element, number]));
  return shown.length;
}"""

WHERE = """() => {
  const element = document.activeElement;
  if (!element || element === document.body) return null;
  const box = element.getBoundingClientRect(), style = getComputedStyle(element);
  return {
    number: window.numbers?.get(element), name: element.outerHTML.slice(0, 120),
    left: box.left, right: box.right, top: box.top, bottom: box.bottom, width: box.width,
    shown: element.checkVisibility({ opacityProperty: true, visibilityProperty: true }),
    outline: style.outlineStyle === "none" ? 0 : parseFloat(style.outlineWidth),
    wide: document.documentElement.clientWidth, tall: innerHeight,
  };
}"""


def focus(visit: Visit) -> Any:
    return visit.page.evaluate(WHERE)


def walk(visit: Visit) -> list[Any]:
    """Every stop of the Tab key, from the top of the page until it leaves the page."""
    stops = []
    for _ in range(visit.page.evaluate(NUMBERED) + 5):
        visit.page.keyboard.press("Tab")
        stop = focus(visit)
        if stop is None or (stops and stop["number"] == stops[0]["number"]):
            break
        stops.append(stop)
    return stops


def on_screen(stop: Any) -> bool:
    return bool(stop["shown"] and stop["width"] > 1 and stop["left"] >= 0 and stop["right"] <= stop["wide"])


@pytest.mark.parametrize("place", WALKED, ids=str)
def test_every_stop_is_seen_and_none_is_missed(at: Visit) -> None:
    stops = walk(at)
    assert [stop["number"] for stop in stops] == list(range(at.page.evaluate("window.numbers.size")))
    assert [stop["name"] for stop in stops if not on_screen(stop)] == []
    assert [stop["name"] for stop in stops if stop["bottom"] <= 0 or stop["top"] >= stop["tall"]] == []
    assert [stop["name"] for stop in stops if stop["outline"] < 2] == []


@pytest.mark.parametrize("place", places("start", "minutes", "not-found"), ids=str)
def test_the_order_begins_with_the_frame(at: Visit, place: Place) -> None:
    expected = [".skip", ".brand", "#q", ".search button", ".languages a", ".menu li:first-child a"]
    if place.width == PHONE:
        expected.insert(2, ".menu-button")
        expected.pop()  # closed
    for selector in expected:
        at.page.keyboard.press("Tab")
        assert at.page.locator(selector).evaluate("element => element === document.activeElement"), selector


@pytest.mark.parametrize("place", places("start", "minutes"), ids=str)
def test_the_skip_link_leads_past_the_frame(at: Visit) -> None:
    at.page.keyboard.press("Tab")
    assert on_screen(focus(at)) and focus(at)["top"] >= 0
    at.page.keyboard.press("Enter")
    assert at.page.evaluate("document.activeElement.id") == "innehall"
    at.page.keyboard.press("Tab")
    assert at.page.evaluate("document.querySelector('main').contains(document.activeElement)")


@pytest.mark.parametrize("key", ["Enter", "Space"])
@pytest.mark.parametrize("place", places("start", "unit", "not-found", widths=(PHONE,)), ids=str)
def test_the_menu_opens_and_closes(at: Visit, key: str) -> None:
    button, menu = at.page.locator(".menu-button"), at.page.locator("#meny")
    assert button.get_attribute("aria-controls") == "meny"
    assert button.get_attribute("aria-expanded") == "false" and not menu.is_visible()
    button.focus()
    at.page.keyboard.press(key)
    assert button.get_attribute("aria-expanded") == "true" and menu.is_visible()
    for selector in ("#q", ".search button", ".languages a", ".menu li:nth-child(1) a", ".menu li:nth-child(2) a"):
        at.page.keyboard.press("Tab")
        assert at.page.locator(selector).evaluate("element => element === document.activeElement"), selector
        assert on_screen(focus(at))
    assert at.overflow <= 0
    at.page.keyboard.press("Escape")
    assert button.get_attribute("aria-expanded") == "false" and not menu.is_visible()
    assert button.evaluate("element => element === document.activeElement")


@pytest.mark.parametrize("place", places("start", widths=(PHONE,)), ids=str)
def test_the_open_menu_has_no_fault(at: Visit) -> None:
    at.page.locator(".menu-button").click()
    assert at.violations() == []


@pytest.mark.parametrize("place", places("minutes", widths=(PHONE, DESK)), ids=str)
def test_the_contents_lead_to_their_sections(at: Visit, place: Place) -> None:
    details = at.page.locator(".contents details")
    assert (details.get_attribute("open") is None) == (place.width == PHONE)
    if place.width == PHONE:
        details.locator("summary").press("Enter")
    link = details.locator("a").nth(2)
    target = (link.get_attribute("href") or "#").removeprefix("#")
    link.press("Enter")
    assert at.page.locator(f"[id='{target}']").evaluate("h => h.matches(':target')")
