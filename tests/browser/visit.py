"""A page open in the browser, with everything that it asked for and complained of."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from .places import DAY

# All of axe's rules but its experiments: also those it leaves out by itself, such as the size of targets
# (WCAG 2.2 AA) and contrast by the stricter measure (AAA).
AXE: dict[str, Any] = {
    "runOnly": [
        *("wcag2a", "wcag2aa", "wcag2aaa", "wcag21a", "wcag21aa", "wcag22aa"),
        *("best-practice", "EN-301-549", "section508", "TTv5"),
    ],
    "resultTypes": ["violations"],
    "preload": False,
}


TELL = """document.addEventListener("securitypolicyviolation", (event) =>
  console.error(`policy: ${event.effectiveDirective} ${event.blockedURI} ${event.sample}`));"""
"""Every breach of the site's policy is a complaint, also where the browser itself says nothing of it."""


@dataclass
class Visit:
    """What a test looks at."""

    page: Page
    root: str
    requests: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)
    status: int = 0

    def go(self, address: str) -> None:
        answer = self.page.goto(self.root + address)
        self.status = answer.status if answer else 0

    @property
    def strangers(self) -> list[str]:
        """The addresses on other hosts that the page asked for."""
        return [url for url in self.requests if urlsplit(url).hostname != "127.0.0.1"]

    @property
    def overflow(self) -> int:
        """How many pixels the page is wider than the screen."""
        return int(self.page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"))

    def violations(self) -> list[str]:
        """What axe finds wrong, each with its places."""
        found = Axe().run(self.page, options=AXE).response["violations"]
        return [f"{v['id']}: {v['help']} " + "; ".join(str(n["target"]) for n in v["nodes"][:5]) for v in found]


@contextmanager
def visit(browser: Browser, root: str, size: tuple[int, int], day: str | None = DAY, **options: Any) -> Iterator[Visit]:
    """A fresh browser window of a size, at noon of a day; `options` are those of Playwright's `new_context`.

    The clock stands still, and is the test's own to set where `day` is None.
    """
    # Without motion nothing is measured on its way somewhere.
    options = {"reduced_motion": "reduce", **options}
    context = browser.new_context(viewport={"width": size[0], "height": size[1]}, **options)
    if day:
        context.clock.set_fixed_time(f"{day}T10:00:00Z")
    context.add_init_script(TELL)
    page = context.new_page()
    made = Visit(page, root)
    context.on("request", lambda request: made.requests.append(request.url))
    page.on("console", lambda message: made.complaints.append(message.text) if _is_bad(message.type) else None)
    page.on("pageerror", lambda error: made.complaints.append(str(error)))
    try:
        yield made
    finally:
        context.close()


def _is_bad(kind: str) -> bool:
    return kind in ("error", "warning", "assert")
