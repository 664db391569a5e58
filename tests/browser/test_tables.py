"""Tables are read on a phone without scrolling sideways, and stay tables for those who listen."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser

from .places import LANGUAGES, Place, places
from .visit import Visit, visit

pytestmark = pytest.mark.browser

CELLS = """table => [...table.tBodies[0].rows].map(row => [...row.cells]
  .filter(cell => cell.checkVisibility())
  .map(cell => ({ left: cell.getBoundingClientRect().left, top: cell.getBoundingClientRect().top,
                  label: getComputedStyle(cell, "::before").content })))"""

# Not `wait_for_function`: it asks with `eval`, which the site's policy forbids.
SCROLLED = """() => new Promise((done) => {
  const look = () => document.querySelector('.scroll').scrollLeft > 0 ? done() : requestAnimationFrame(look);
  look();
})"""


@pytest.mark.parametrize("place", places("minutes", "accessibility"), ids=str)
def test_a_wide_table_stacks_its_cells(at: Visit, place: Place) -> None:
    table = at.page.locator(".content table").first
    heads = table.locator("thead th").all_text_contents()
    for row in table.evaluate(CELLS):
        lefts, tops = {cell["left"] for cell in row}, [cell["top"] for cell in row]
        if place.width < 1000:
            assert len(lefts) == 1 and tops == sorted(set(tops))
            assert [cell["label"].split(" / ")[0].strip('"') for cell in row] == heads[: len(row)]
        else:
            assert len(lefts) == len(heads) and len(set(tops)) == 1
    seen = at.page.get_by_role("table").first.get_by_role("columnheader")
    assert seen.count() == len(heads)
    assert at.page.locator(".scroll[tabindex]").count() == 0


@pytest.mark.parametrize("place", places("table", widths=(390,)), ids=str)
def test_a_table_that_fits_is_left_as_it_is(at: Visit) -> None:
    assert at.page.locator(".content table.labelled").count() == 0
    assert at.page.locator(".content table").first.is_visible()


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_table_wider_than_a_desk_is_reached_by_keyboard(browser: Browser, root: str, lang: str) -> None:
    with visit(browser, root, (700, 800)) as opened:
        # The script runs on what it finds: a table with a word that no screen holds.
        opened.page.route(
            "**/oppettider/",
            lambda route: route.fulfill(
                response=(answer := route.fetch()),
                body=answer.text().replace("<td>", f"<td>{'x' * 120}", 1),
            ),
        )
        opened.go(("" if lang == "sv" else "fi/") + "units/bibliotek/oppettider/")
        frame = opened.page.locator(".scroll[tabindex='0']")
        assert frame.count() == 1 and opened.overflow <= 0
        frame.focus()
        opened.page.keyboard.press("ArrowRight")
        opened.page.evaluate(SCROLLED)
