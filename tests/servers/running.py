"""A server run from our own example on the loopback, with another folder, other ports and a certificate of its own."""

from __future__ import annotations

import gzip
import http.client
import os
import re
import shutil
import socket
import ssl
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from email.message import Message
from pathlib import Path

import pytest

HOST = "www.exempel.example"


@dataclass(frozen=True)
class Answer:
    status: int
    headers: Message
    body: str

    def one(self, name: str) -> str | None:
        """A header that is sent once, or not at all."""
        values = self.headers.get_all(name) or []
        assert len(values) <= 1, (name, values)
        return values[0] if values else None


@dataclass(frozen=True)
class Server:
    port: int
    plain_port: int = 0
    kind: str = ""
    more: dict[str, str] = field(default_factory=dict)

    def get(self, path: str, **headers: str) -> Answer:
        context = ssl.create_default_context()
        context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
        return _get(http.client.HTTPSConnection("127.0.0.1", self.port, context=context, timeout=10), path, headers)

    def get_plain(self, path: str) -> Answer:
        return _get(http.client.HTTPConnection("127.0.0.1", self.plain_port, timeout=10), path, {})


def _get(connection: http.client.HTTPConnection, path: str, headers: dict[str, str]) -> Answer:
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    connection.request("GET", path, headers={"Host": HOST, **named})
    answer = connection.getresponse()
    body = answer.read()
    connection.close()
    if answer.getheader("Content-Encoding") == "gzip":
        body = gzip.decompress(body)
    return Answer(answer.status, answer.headers, body.decode("utf-8", "replace"))


@contextmanager
def running(kind: str, configuration: str, folder: Path) -> Iterator[Server]:
    """The example, serving `folder/site`. Skips where the server, or openssl, is not installed."""
    program, openssl = shutil.which(kind, path=f"{os.environ.get('PATH', '')}:/usr/sbin"), shutil.which("openssl")
    if program is None or openssl is None:
        pytest.skip(f"{kind} or openssl is not installed")
    _make_certificate(openssl, folder)
    server = Server(_free_port(), _free_port(), kind)
    written = configuration.replace("/srv/kommun/", f"{folder}/")
    start = _nginx if kind == "nginx" else _caddy
    process = start(program, written, folder, server)
    try:
        _wait(server, process)
        yield server
    finally:
        process.terminate()
        process.wait(timeout=20)


def _nginx(program: str, written: str, folder: Path, server: Server) -> subprocess.Popen[str]:
    written = re.sub(r" *listen \[::\].*\n", "", written)
    written = written.replace("listen 80;", f"listen 127.0.0.1:{server.plain_port};")
    written = written.replace("listen 443 ssl", f"listen 127.0.0.1:{server.port} ssl")
    written = written.replace(f"/etc/letsencrypt/live/{HOST}/", f"{folder}/")
    (folder / "site.conf").write_text(written, encoding="utf-8")
    temporary = "".join(
        f"{name}_temp_path {folder}/{name};\n" for name in ("client_body", "proxy", "fastcgi", "scgi", "uwsgi")
    )
    user = "user root;" if os.geteuid() == 0 else ""
    (folder / "nginx.conf").write_text(
        f"{user} daemon off; worker_processes 1; pid {folder}/pid; error_log stderr;\nevents {{ }}\n"
        f"http {{ access_log off; {temporary} include {folder}/site.conf; }}\n",
        encoding="utf-8",
    )
    command = [program, "-p", str(folder), "-c", str(folder / "nginx.conf")]
    tested = subprocess.run([*command, "-t"], capture_output=True, text=True, check=False)
    assert tested.returncode == 0, tested.stderr
    assert "[warn]" not in tested.stderr or "http2" in tested.stderr, tested.stderr
    return subprocess.Popen(command, stderr=subprocess.DEVNULL, text=True)


def _caddy(program: str, written: str, folder: Path, server: Server) -> subprocess.Popen[str]:
    files = f"tls {folder}/fullchain.pem {folder}/privkey.pem\n\tbind 127.0.0.1"
    written = written.replace(f"\n{HOST} {{", f"\nhttps://{HOST}:{server.port} {{\n\t{files}\n\tlog")
    options = "{\n\tadmin off\n\tauto_https off\n\tdefault_sni " + HOST + "\n}\n"
    (folder / "Caddyfile").write_text(options + written, encoding="utf-8")
    env = {**os.environ, "HOME": str(folder), "XDG_DATA_HOME": str(folder), "XDG_CONFIG_HOME": str(folder)}
    command = [program, "run", "--config", str(folder / "Caddyfile"), "--adapter", "caddyfile"]
    return subprocess.Popen(command, env=env, stderr=(folder / "log").open("w"), text=True)


def _make_certificate(openssl: str, folder: Path) -> None:
    subprocess.run(
        [
            openssl, "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes",
            "-days", "2", "-subj", f"/CN={HOST}", "-addext", f"subjectAltName=DNS:{HOST}",
            "-keyout", str(folder / "privkey.pem"), "-out", str(folder / "fullchain.pem"),
        ],
        check=True,
        capture_output=True,
    )  # fmt: skip


def _free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


def _wait(server: Server, process: subprocess.Popen[str]) -> None:
    for _ in range(100):
        assert process.poll() is None, "the server has ended"
        with socket.socket() as tried:
            if tried.connect_ex(("127.0.0.1", server.port)) == 0:
                return
        time.sleep(0.05)
    pytest.fail("the server does not answer")
