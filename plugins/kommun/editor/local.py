"""Trying the editor on one's own computer: its page on the loopback, and the browser writes to the folder itself.

No account, no repository host and no server that writes: the program uses the browser's own access to
files, which Chrome, Edge and Chromium have.
"""

from __future__ import annotations

from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from mimetypes import guess_type

from kommun.configuration import Settings
from kommun.servers.headers import headers

PORT = 8001


def server(files: dict[str, bytes], settings: Settings, port: int = PORT) -> ThreadingHTTPServer:
    """A server of these files on the loopback, with the headers of the site; 0 takes any free port."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            path = self.path.partition("?")[0].lstrip("/")
            content = files.get(f"{path}index.html" if path.endswith("/") or not path else path)
            self.send_response(404 if content is None else 200)
            for name, value in headers(settings, path).items():
                self.send_header(name, value)
            self.send_header("Content-Type", _type_of(path))
            self.send_header("Content-Length", str(len(content or b"")))
            self.end_headers()
            self.wfile.write(content or b"")

        def log_message(self, format: str, *args: object) -> None:
            """Say nothing of each request."""

    return ThreadingHTTPServer(("127.0.0.1", port), Handler)


def _type_of(path: str) -> str:
    if path.endswith("/"):
        return "text/html; charset=utf-8"
    if path.endswith(".js"):
        return "text/javascript; charset=utf-8"
    return guess_type(path)[0] or "application/octet-stream"
