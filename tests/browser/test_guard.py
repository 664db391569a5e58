"""A page from a cache, or one left open, hides what has ended at midnight in Helsinki, and says so."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from functools import partial
from http.server import ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from kommun.messages import load
from kommun.personal_data import REMOVED

from .endings import ADDRESSES, INSTANTS, MEETING, NAME, NAMES, SIGNED, SUMMER, TEXT, TITLES, TURN, WINTER
from .places import LANGUAGES, WIDTHS, prefix
from .server import Handler
from .visit import Visit, visit

pytestmark = pytest.mark.browser

PHONE = (390, WIDTHS[390])
MINUTES = f"{MEETING}/minutes/"
SHIFT = """() => new Promise((done) => new PerformanceObserver((list) =>
    done(list.getEntries().reduce((sum, entry) => sum + entry.value, 0)))
    .observe({ type: "layout-shift", buffered: true }) || setTimeout(() => done(0), 300))"""


def moment(day: str, seconds: int = 0) -> datetime:
    """So many seconds after the first instant that follows a day."""
    return datetime.strptime(INSTANTS[day], "%Y-%m-%dT%H:%M:%SZ").replace(tzinfo=UTC) + timedelta(seconds=seconds)


@contextmanager
def at(browser: Browser, root: str, address: str, now: datetime, running: bool = False) -> Iterator[Visit]:
    """A page opened at a moment, with a clock that stands still or one that the test winds forward."""
    with visit(browser, root, PHONE, None) as opened:
        clock = opened.page.clock
        if running:
            clock.install(time=now - timedelta(hours=1))
            clock.pause_at(now)
        else:
            clock.set_fixed_time(now)
        opened.go(address)
        yield opened
        assert opened.complaints == []


def seen(page: Page) -> str:
    """What is read on the page, and by those who listen."""
    return f"{page.locator('body').inner_text()}\n{page.locator('body').aria_snapshot()}\n{page.title()}"


def says_that_it_has_ended(page: Page, day: str, lang: str) -> bool:
    words = load(lang, "theme")["ended"]
    heading = page.get_by_role("heading", level=1)
    return heading.count() == 1 and heading.is_visible() and heading.inner_text() == words["title"]


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("day", [SUMMER, TURN, WINTER])
def test_a_page_is_shown_through_its_last_second_and_no_longer(
    browser: Browser, ending_root: str, day: str, lang: str
) -> None:
    title, address = TITLES[day][lang], prefix(lang) + ADDRESSES[day]
    with at(browser, ending_root, address, moment(day, -1)) as opened:
        assert opened.page.locator("h1").inner_text() == title
        assert TEXT[lang] in seen(opened.page)
        assert load(lang, "theme")["ended"]["title"] not in seen(opened.page)
    for seconds in (0, 1, 86_400, 400 * 86_400):
        with at(browser, ending_root, address, moment(day, seconds)) as opened:
            assert says_that_it_has_ended(opened.page, day, lang)
            assert title not in seen(opened.page)
            assert TEXT[lang] not in opened.page.locator("main").inner_html()


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_page_that_has_ended_leads_on_and_has_no_fault(browser: Browser, ending_root: str, lang: str) -> None:
    with at(browser, ending_root, prefix(lang) + ADDRESSES[WINTER], moment(WINTER)) as opened:
        links = opened.page.locator("main a").evaluate_all("links => links.map(a => a.href)")
        start = ending_root + prefix(lang)
        assert links == [f"{start}kungorelser/", start, "mailto:byn@exempel.example"]
        assert "2026" in opened.page.get_by_role("alert").inner_text()
        assert opened.violations() == []
        assert opened.overflow <= 0
        opened.page.locator("main a").first.click()
        assert opened.page.url == f"{start}kungorelser/"


def test_minutes_that_have_ended_lead_to_their_body(browser: Browser, ending_root: str) -> None:
    with at(browser, ending_root, MINUTES, datetime(2030, 10, 6, 21, tzinfo=UTC)) as opened:
        assert says_that_it_has_ended(opened.page, "", "sv")
        assert opened.page.locator("main a").first.evaluate("a => a.href") == f"{ending_root}meetings/namnden/"
    with at(browser, ending_root, MINUTES, datetime(2030, 10, 6, 20, 59, 59, tzinfo=UTC)) as opened:
        assert not says_that_it_has_ended(opened.page, "", "sv")


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("day", [SUMMER, WINTER])
def test_a_page_left_open_ends_at_midnight(browser: Browser, ending_root: str, day: str, lang: str) -> None:
    with at(browser, ending_root, prefix(lang) + ADDRESSES[day], moment(day, -7200), running=True) as opened:
        opened.page.clock.run_for(7_198_000)
        assert TEXT[lang] in seen(opened.page)
        opened.page.clock.run_for(3_000)
        assert says_that_it_has_ended(opened.page, day, lang)
        assert TEXT[lang] not in seen(opened.page)


def test_a_page_left_open_for_weeks_ends_too(browser: Browser, ending_root: str) -> None:
    days = 40  # more than a timer can hold
    with at(browser, ending_root, ADDRESSES[WINTER], moment(WINTER, -days * 86_400), running=True) as opened:
        opened.page.clock.run_for(1_000)
        assert TEXT["sv"] in seen(opened.page)
        opened.page.clock.run_for(days * 86_400_000)
        assert says_that_it_has_ended(opened.page, WINTER, "sv")


@pytest.mark.parametrize(
    "event", ["window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))",
              "document.dispatchEvent(new Event('visibilitychange'))"],
)  # fmt: skip
def test_a_page_that_is_taken_up_again_looks_at_the_clock(browser: Browser, ending_root: str, event: str) -> None:
    with at(browser, ending_root, ADDRESSES[SUMMER], moment(SUMMER, -1)) as opened:
        opened.page.clock.set_fixed_time(moment(SUMMER))
        assert TEXT["sv"] in seen(opened.page)
        opened.page.evaluate(event)
        assert says_that_it_has_ended(opened.page, SUMMER, "sv")


def test_going_back_to_a_page_that_has_ended(browser: Browser, ending_root: str) -> None:
    with at(browser, ending_root, ADDRESSES[SUMMER], moment(SUMMER, -1)) as opened:
        opened.page.locator(".crumbs a").last.click()
        opened.page.clock.set_fixed_time(moment(SUMMER))
        opened.page.go_back()
        assert says_that_it_has_ended(opened.page, SUMMER, "sv")
        opened.page.reload()
        assert says_that_it_has_ended(opened.page, SUMMER, "sv")


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("address", ["", "kungorelser/", "units/kansli/", "sok/"])
def test_rows_that_have_ended_are_gone_from_lists(browser: Browser, ending_root: str, address: str, lang: str) -> None:
    for seconds in (-1, 0):
        with at(browser, ending_root, prefix(lang) + address, moment(SUMMER, seconds)) as opened:
            text = seen(opened.page)
            assert (TITLES[SUMMER][lang] in text) == (seconds < 0)
            assert TITLES[TURN][lang] in text and TITLES[WINTER][lang] in text
            assert not says_that_it_has_ended(opened.page, SUMMER, lang)


def test_news_that_have_an_end_are_gone_and_others_stand(browser: Browser, ending_root: str) -> None:
    with at(browser, ending_root, "aktuellt/", moment(SUMMER)) as opened:
        assert "Nyheten med slut" not in seen(opened.page)
        assert "Nyheten utan slut" in seen(opened.page)


def test_a_list_is_gone_with_its_last_row_and_nothing_is_left_of_it(browser: Browser, ending_root: str) -> None:
    with at(browser, ending_root, "kungorelser/", moment(WINTER, -10), running=True) as opened:
        assert opened.page.locator(".notices > li").count() == 1
        opened.page.clock.run_for(11_000)
        assert opened.page.locator(".notices").count() == 0
        assert opened.page.locator("h1").is_visible()


@pytest.mark.parametrize("lang", LANGUAGES)
def test_an_alert_that_has_ended_is_gone_from_every_page(browser: Browser, ending_root: str, lang: str) -> None:
    for address in ("units/kansli/", "finns/inte/"):
        with visit(browser, ending_root, PHONE, None) as opened:
            opened.page.clock.set_fixed_time(moment(SUMMER, -1))
            opened.go(prefix(lang) + address)
            assert opened.page.locator(".alert").is_visible()
            opened.page.clock.set_fixed_time(moment(SUMMER))
            opened.page.reload()
            assert opened.page.locator(".alerts").count() == 0
            assert opened.page.locator("h1").is_visible()


@pytest.mark.parametrize("lang", LANGUAGES)
def test_names_go_before_the_minutes_do(browser: Browser, ending_root: str, lang: str) -> None:
    address = prefix(lang) + MINUTES
    with at(browser, ending_root, address, moment(NAMES, -1)) as opened:
        assert NAME[lang] in opened.page.locator("h1").inner_text()
        assert REMOVED[lang] not in seen(opened.page)
        assert SIGNED[lang] in seen(opened.page)
        before = opened.page.locator("main h2").count()
    with at(browser, ending_root, address, moment(NAMES)) as opened:
        shown = opened.page.locator("main").text_content() or ""
        assert NAME[lang] not in shown + seen(opened.page)
        assert shown.count(REMOVED[lang]) >= (8 if lang == "sv" else 4)
        assert REMOVED[lang] in opened.page.locator("h1").inner_text()
        assert REMOVED[lang] in opened.page.title()
        assert opened.page.locator("main h2").count() == before
        hrefs = opened.page.locator("main a").evaluate_all("links => links.map(a => a.href)")
        assert not [href for href in hrefs if href.endswith(("brev.pdf", "undertecknat.pdf"))]
        assert [href for href in hrefs if href.endswith("karta.pdf")]


@pytest.mark.parametrize("address", ["", "meetings/", "units/kansli/", f"{MEETING}/"])
def test_names_in_the_titles_of_lists_go_too(browser: Browser, ending_root: str, address: str) -> None:
    with at(browser, ending_root, address, moment(NAMES, -1)) as opened:
        assert NAME["sv"] in opened.page.locator("main").inner_text()
    with at(browser, ending_root, address, moment(NAMES)) as opened:
        assert NAME["sv"] not in seen(opened.page)
        assert REMOVED["sv"] in opened.page.locator("main").inner_text()


def test_names_go_from_minutes_left_open(browser: Browser, ending_root: str) -> None:
    with at(browser, ending_root, MINUTES, moment(NAMES, -60), running=True) as opened:
        opened.page.clock.run_for(61_000)
        assert NAME["sv"] not in opened.page.locator("h1").inner_text()
        assert opened.page.locator("main td span, main li > span").all_inner_texts().count(NAME["sv"]) == 0


class SlowHandler(Handler):
    """A page that comes in two halves: the second when the test has seen the first."""

    seen = threading.Event()

    def copyfile(self, source, outputfile) -> None:  # type: ignore[no-untyped-def]
        first, end, rest = source.read().partition(b"</main>")
        outputfile.write(first)
        outputfile.flush()
        if end:
            self.seen.wait(20)
        outputfile.write(end + rest)


@pytest.fixture(scope="module")
def slow_root(ending_site: Path) -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(SlowHandler, directory=str(ending_site)))
    threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()


@pytest.mark.parametrize(
    ("address", "day", "gone"),
    [(ADDRESSES[SUMMER], SUMMER, TEXT["sv"]), ("kungorelser/", SUMMER, TITLES[SUMMER]["sv"]),
     (MINUTES, NAMES, NAME["sv"]), ("", SUMMER, "Vattnet är avstängt")],
)  # fmt: skip
def test_nothing_is_flashed_while_a_page_comes_slowly(
    browser: Browser, slow_root: str, address: str, day: str, gone: str
) -> None:
    with visit(browser, slow_root, PHONE, None) as opened:
        opened.page.clock.set_fixed_time(moment(day))
        SlowHandler.seen.clear()
        opened.page.goto(slow_root + address, wait_until="commit")
        opened.page.locator(".content *").first.wait_for(state="attached")
        opened.page.wait_for_timeout(200)  # for whoever would draw it
        assert opened.page.evaluate("document.readyState") == "loading"
        shown = opened.page.evaluate(
            "[...document.querySelectorAll('body *')].filter(e => e.checkVisibility())"
            ".flatMap(e => [...e.childNodes]).filter(n => n.nodeType === 3).map(n => n.data).join(' ')"
        )
        SlowHandler.seen.set()
        assert gone not in shown
        opened.page.wait_for_load_state()
        assert opened.page.locator("main").is_visible()


@pytest.mark.parametrize("address", ["", "kungorelser/", ADDRESSES[SUMMER], MINUTES])
def test_nothing_moves_before(browser: Browser, ending_root: str, address: str) -> None:
    with at(browser, ending_root, address, moment(SUMMER, -1)) as opened:
        assert opened.page.evaluate(SHIFT) == 0


def test_without_script_the_page_is_as_it_was(browser: Browser, ending_root: str) -> None:
    with visit(browser, ending_root, PHONE, None, java_script_enabled=False) as opened:
        for address in (ADDRESSES[SUMMER], MINUTES, "kungorelser/"):
            opened.go(address)
            assert opened.page.locator("h1").is_visible()
            assert load("sv", "theme")["ended"]["title"] not in opened.page.locator("body").inner_text()
