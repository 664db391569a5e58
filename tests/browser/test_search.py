"""The list of everything on the site, narrowed by a word from the form in the header or on the page itself."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from kommun.messages import load

from .places import Place, places
from .visit import Visit

pytestmark = pytest.mark.browser

WORD = {"sv": "bibliotek", "fi": "kirjasto"}


def shown(page: Page) -> list[str]:
    return [row.lower() for row in page.locator(".index li:visible").all_inner_texts()]


def said(page: Page) -> str:
    return page.locator(".index [role=status]").inner_text()


@pytest.mark.parametrize("place", places("search"), ids=str)
def test_an_address_with_a_word_narrows_the_list(at: Visit, place: Place) -> None:
    word, words = WORD[place.lang], load(place.lang, "pages")["search"]
    whole = at.page.locator(".index li").count()
    assert len(shown(at.page)) == whole and said(at.page) == words["hint"]

    at.go(f"{place.address}?q={word}")
    rows = shown(at.page)
    assert 1 < len(rows) < whole and all(word in row for row in rows)
    assert said(at.page) == words["hits"].format(count=len(rows))
    assert at.page.input_value("#index-q") == word
    assert at.page.locator(".index section:visible").count() <= len(rows)
    assert at.violations() == []


@pytest.mark.parametrize("place", places("search"), ids=str)
def test_the_list_follows_what_is_written(at: Visit, place: Place) -> None:
    words = load(place.lang, "pages")["search"]
    at.page.locator("#index-q").press_sequentially("qqq")
    assert shown(at.page) == [] and said(at.page) == words["none"]
    at.page.fill("#index-q", at.page.locator(".index li a").first.inner_text())
    assert len(shown(at.page)) == 1 and said(at.page) == words["one"]
    at.page.keyboard.press("Enter")
    assert at.page.url == at.root + place.address
    at.page.fill("#index-q", "")
    assert said(at.page) == words["hint"]


@pytest.mark.parametrize("place", places("start", "not-found"), ids=str)
def test_the_form_in_the_header_finds(at: Visit, place: Place) -> None:
    at.page.fill("#q", WORD[place.lang])
    with at.page.expect_navigation():
        at.page.keyboard.press("Enter")
    assert at.page.url.endswith(f"sok/?q={WORD[place.lang]}")
    assert shown(at.page) and all(WORD[place.lang] in row for row in shown(at.page))
