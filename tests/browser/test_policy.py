"""The site lives under its own policy, on every kind of page, whether a server sends it or the page alone carries it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser

from kommun.configuration import Settings
from kommun.servers.headers import POLICY, policy_in_page

from .places import ADDRESSES, LANGUAGES, prefix
from .server import PlainHandler, served
from .visit import visit

pytestmark = pytest.mark.browser

DESK = (1280, 800)
KINDS = [
    *ADDRESSES.values(),
    # The kinds that the other tests do not look at.
    "aktuellt/",
    "aktuellt/sommarjobb-2027/",
    "meddelanden/",
    "meetings/kommunfullmaktige/2026-11-12/",
    "andringssokande/omprovningsbegaran/",
    "oppna-data/",
    "kontakt/",
]
# Each asks for something that the policy forbids.
FORBIDDEN = {
    "script-src-elem": "<script>window.ran = true</script>",
    "script-src-attr": "<p onclick='window.ran = true' id='pressed'>Tryck</p>",
    "style-src-elem": "<style>h1 { color: red }</style>",
    "style-src-attr": "<p style='color: red'>Röd</p>",
    "img-src": "<img src='https://exempel.example/a.png' alt=''>",
    "frame-src": "<iframe src='https://exempel.example/' title='Ram'></iframe>",
    "object-src": "<object data='https://exempel.example/a.swf'></object>",
    "media-src": "<video src='https://exempel.example/a.mp4'></video>",
    "base-uri": "<base href='https://exempel.example/'>",
}


@pytest.fixture(scope="session")
def plain_root(site: Path) -> Iterator[str]:
    with served(site, PlainHandler) as address:
        yield address


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("host", ["root", "plain_root"])
def test_no_page_breaks_it(browser: Browser, request: pytest.FixtureRequest, host: str, lang: str) -> None:
    with visit(browser, request.getfixturevalue(host), DESK) as opened:
        for address in KINDS:
            opened.go(prefix(lang) + address)
            opened.page.locator(".search button").press("Enter")
            opened.page.locator("#index-q").fill("a")
        assert opened.requests and not opened.strangers
        expected = "the server responded with a status of 404"
        assert [text for text in opened.complaints if expected not in text] == []


@pytest.mark.parametrize("host", ["root", "plain_root"])
@pytest.mark.parametrize("directive", FORBIDDEN)
def test_it_stops_what_does_not_belong(
    browser: Browser, request: pytest.FixtureRequest, host: str, directive: str
) -> None:
    root = request.getfixturevalue(host)
    with visit(browser, root, DESK) as opened:
        opened.page.route(
            re.compile("/kontakt/$"),
            lambda route: route.fulfill(
                response=(answer := route.fetch()),
                body=answer.text().replace("</main>", f"{FORBIDDEN[directive]}</main>"),
            ),
        )
        answered: list[str | None] = []
        opened.page.on("response", lambda answer: answered.append(urlsplit(answer.url).hostname))
        opened.go("kontakt/")
        if directive == "script-src-attr":
            opened.page.locator("#pressed").click()
        opened.page.wait_for_timeout(100)
        assert [text for text in opened.complaints if text.startswith(f"policy: {directive} ")]
        assert opened.page.evaluate("window.ran") is None
        assert opened.page.evaluate("getComputedStyle(document.querySelector('h1')).color") != "rgb(255, 0, 0)"
        assert answered == ["127.0.0.1"] * len(answered)


def test_it_stands_before_everything_that_it_covers(site: Path) -> None:
    policy = policy_in_page(Settings())
    assert "'none'" in policy
    for path in site.rglob("*.html"):
        text = path.read_text(encoding="utf-8")
        head = text[: text.index("</head>")]
        assert head.count("http-equiv") == 1
        before, carried, _ = head.partition(f'<meta http-equiv="Content-Security-Policy" content="{policy}">')
        assert carried, path
        assert not re.search(r"<(?:script|link|style|base|title)\b", before), path


def test_no_page_asks_for_more_than_it_allows(site: Path) -> None:
    fetched = {
        match[1]
        for path in site.rglob("*.html")
        for match in re.finditer(r"<(\w+)[^>]*\s(?:src|srcset|poster|data)=", path.read_text(encoding="utf-8"))
    }
    assert fetched <= {"script", "img"}
    assert {f"{name.removesuffix('-src')}-src" for name in ("script", "img")} <= set(POLICY)


def test_the_header_needs_no_secure_connection_to_show_the_site(browser: Browser, root: str) -> None:
    # `upgrade-insecure-requests` leaves the loopback alone, so that the site can be tried with its own headers.
    with visit(browser, root, DESK) as opened:
        opened.go("")
        assert {url.split("/")[0] for url in opened.requests} == {"http:"}
        assert opened.page.evaluate("document.styleSheets.length") == 1
        opened.page.fill("#q", "bibliotek")
        with opened.page.expect_navigation():
            opened.page.keyboard.press("Enter")
        assert opened.page.url == f"{root}sok/?q=bibliotek"
