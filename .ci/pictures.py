"""Pictures of the pages people meet most, in both languages, at phone width and on a desk.

.venv/bin/python .ci/pictures.py SITE_DIR OUTPUT_DIR

`make pictures` builds the site and calls this. The start page also becomes the picture in README.md.
"""

from __future__ import annotations

import os
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

README_PICTURE = Path(__file__).resolve().parents[1] / ".github" / "pictures" / "start.png"
SIZES = {390: 844, 1280: 800}
PAGES = {
    "start": "",
    "unit": "units/centralkansliet/",
    "units": "units/",
    "notices": "kungorelser/",
    "notice": "kungorelser/detaljplan-centrum/",
    "meetings": "meetings/kommunstyrelsen/",
    "minutes": "meetings/kommunstyrelsen/2026-11-09/minutes/",
    "social": "sociala-medier/",
    "not-found": "404.html",
}


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        """Say nothing of each request."""


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """The folder on a free port of the loopback."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()


def take(browser: Browser, address: str, file: Path, width: int, whole: bool = True) -> bool:
    """One picture; False where the page is not there."""
    page = browser.new_page(viewport={"width": width, "height": SIZES[width]})
    if day := os.environ.get("PICTURE_DAY"):
        # The page itself hides what has ended: it is to look as it did on its day.
        page.clock.set_fixed_time(f"{day}T12:00:00+02:00")
    try:
        answer = page.goto(address)
        if answer is None or not answer.ok:
            return False
        file.parent.mkdir(parents=True, exist_ok=True)
        page.screenshot(path=file, full_page=whole)
        return True
    finally:
        page.close()


def main(site: Path, output: Path) -> None:
    missing: set[str] = set()
    with served(site) as root, sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=os.environ.get("CHROMIUM", "/usr/bin/chromium"), args=["--no-sandbox"]
        )
        for lang, prefix in (("sv", ""), ("fi", "fi/")):
            for name, address in PAGES.items():
                for width in SIZES:
                    if not take(browser, root + prefix + address, output / f"{name}.{lang}.{width}.png", width):
                        missing.add(prefix + address)
        take(browser, root, README_PICTURE, 1280, whole=False)
        browser.close()
    for address in sorted(missing):
        print(f"finns inte / not there: /{address}", file=sys.stderr)
    print(f"{output}/")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
