"""A finished site served on the loopback as its host would: own pages for what is not found, and the site's headers."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from kommun.configuration import read_settings
from kommun.servers.headers import headers, policy_of_drawings

from ..build.town import PROJECT

SETTINGS = read_settings(PROJECT / "mkdocs.yml")


class Handler(SimpleHTTPRequestHandler):
    def end_headers(self) -> None:
        for name, value in self.own_headers().items():
            self.send_header(name, value)
        super().end_headers()

    def own_headers(self) -> dict[str, str]:
        """Those of the site, as the examples for servers have them."""
        path = self.path.partition("?")[0].lstrip("/")
        own = {"Content-Security-Policy": policy_of_drawings()} if path.endswith(".svg") else {}
        return {**headers(SETTINGS, path), **own}

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """The page for what is not found, in the language of the address."""
        name = "fi/404.html" if self.path.startswith("/fi/") else "404.html"
        page = (Path(self.directory) / name).read_bytes()
        self.send_response(code, message)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(page)))
        self.end_headers()
        self.wfile.write(page)

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing of each request."""


class PlainHandler(Handler):
    """A host where nobody can set headers."""

    def own_headers(self) -> dict[str, str]:
        return {}


@contextmanager
def served(folder: Path, handler: type[Handler] = Handler) -> Iterator[str]:
    """The folder on a free port; yields the address of its root, with a slash at the end."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(handler, directory=str(folder)))
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        server.server_close()
