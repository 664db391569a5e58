"""The examples, run: each header on every answer, the right page for what is not there, types, compression, caching."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from kommun.configuration import Settings
from kommun.servers import TEMPLATES, configuration
from kommun.servers.headers import headers, policy_of_drawings

from .running import HOST, Server, running

SETTINGS = Settings(site_url=f"https://{HOST}/")
ALWAYS = headers(SETTINGS)
LONG = "ord " * 400
FILES = {
    "index.html": "<h1>Start</h1>" + LONG,
    "404.html": "<h1>Finns inte</h1>",
    "fi/index.html": "<h1>Etusivu</h1>",
    "fi/404.html": "<h1>Ei ole</h1>",
    "units/index.html": "<h1>Enheter åäö</h1>",
    "tom/fil.txt": "åäö" + LONG,
    "sitemap.xml": "<urlset/>" + LONG,
    "flode/kungorelser.xml": "<feed/>" + LONG,
    "fi/flode/sammantraden.ics": "BEGIN:VCALENDAR" + LONG,
    "oparl/1.1/system.json": '{"a": "' + LONG + '"}',
    "kommun/kommun.css": "a{}" + LONG,
    "kommun/kommun.js": "1;" + LONG,
    "kommun/icon.svg": "<svg/>" + LONG,
    "kungorelser/karta.svg": "<svg/>" + LONG,
    "kungorelser/karta.pdf": "%PDF-",
    "kungorelser/lista.csv": "a;b",
    "units/blankett.docx": "PK",
    "site.webmanifest": "{}",
}
RULE = "unavailable_after: 05 Dec 2026 21:59:59 GMT"
ROBOTS = {
    "nginx": f'"/kungorelser/karta.pdf" "{RULE}";\n"/kungorelser/borta.pdf" "{RULE}";\n',
    "caddy": f'@robots-1 path /kungorelser/karta.pdf /kungorelser/borta.pdf\nheader @robots-1 X-Robots-Tag "{RULE}"\n',
}
TYPES = {
    "/": "text/html",
    "/sitemap.xml": "text/xml or application/xml",
    "/flode/kungorelser.xml": "application/atom+xml",
    "/fi/flode/sammantraden.ics": "text/calendar",
    "/oparl/1.1/system.json": "application/json",
    "/kommun/kommun.css": "text/css",
    "/kommun/kommun.js": "application/javascript or text/javascript",
    "/kungorelser/karta.svg": "image/svg+xml",
    "/kungorelser/lista.csv": "text/csv",
    "/tom/fil.txt": "text/plain",
    "/site.webmanifest": "application/manifest+json",
}


@pytest.fixture(scope="module", params=sorted(TEMPLATES))
def server(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    kind: str = request.param
    folder = tmp_path_factory.mktemp(kind)
    for path, text in FILES.items():
        (folder / "site" / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / "site" / path).write_text(text, encoding="utf-8")
    (folder / ("robots.map" if kind == "nginx" else "robots.caddy")).write_text(ROBOTS[kind], encoding="utf-8")
    with running(kind, configuration(SETTINGS, kind), folder) as made:
        yield made


@pytest.mark.parametrize("path", ["/", "/fi/", "/units", "/finns/inte/", "/tom/", "/kungorelser/karta.pdf", "/a.svg"])
def test_every_answer_carries_every_header(server: Server, path: str) -> None:
    answer = server.get(path)
    expected = {"/": 200, "/fi/": 200, "/kungorelser/karta.pdf": 200}
    assert answer.status == expected.get(path, 404) or (path == "/units" and answer.status in (301, 308))
    for name, value in ALWAYS.items():
        assert answer.one(name) == value, name


def test_what_has_not_changed_carries_them_too(server: Server) -> None:
    first = server.get("/")
    again = server.get("/", If_None_Match=first.one("ETag") or "")
    assert again.status == 304
    for name, value in ALWAYS.items():
        assert again.one(name) == value, name


@pytest.mark.parametrize("path", ["/finns-inte", "/finns/inte/", "/tom/", "/borta.ics", "/kungorelser/borta.pdf"])
def test_what_is_not_there_is_said_in_the_language_of_the_address(server: Server, path: str) -> None:
    for prefix, words in (("", "Finns inte"), ("/fi", "Ei ole")):
        answer = server.get(prefix + path)
        assert answer.status == 404
        assert words in answer.body
        assert answer.one("Content-Type") == "text/html; charset=utf-8"
        assert answer.one("Cache-Control") == "max-age=60, must-revalidate"
        assert answer.one("X-Robots-Tag") is None


@pytest.mark.parametrize(("path", "type_"), TYPES.items())
def test_text_has_its_type_and_its_characters(server: Server, path: str, type_: str) -> None:
    assert server.get(path).one("Content-Type") in {f"{name}; charset=utf-8" for name in type_.split(" or ")}


def test_other_files_have_their_type(server: Server) -> None:
    assert server.get("/kungorelser/karta.pdf").one("Content-Type") == "application/pdf"
    assert "wordprocessingml" in (server.get("/units/blankett.docx").one("Content-Type") or "")


@pytest.mark.parametrize(
    "path",
    [
        "/", "/sitemap.xml", "/flode/kungorelser.xml", "/fi/flode/sammantraden.ics", "/oparl/1.1/system.json",
        "/kommun/kommun.css", "/kommun/kommun.js", "/kungorelser/karta.svg", "/tom/fil.txt",
    ],
)  # fmt: skip
def test_text_is_packed(server: Server, path: str) -> None:
    packed = server.get(path, Accept_Encoding="gzip")
    assert packed.one("Content-Encoding") == "gzip"
    assert "Accept-Encoding" in (packed.one("Vary") or "")
    assert packed.body == FILES[(path.lstrip("/") or "index.html")]


def test_files_that_are_packed_already_are_left(server: Server) -> None:
    assert server.get("/kungorelser/karta.pdf", Accept_Encoding="gzip").one("Content-Encoding") is None


@pytest.mark.parametrize(
    ("path", "kept"),
    [
        ("/", "max-age=60, must-revalidate"),
        ("/oparl/1.1/system.json", "max-age=60, must-revalidate"),
        ("/kungorelser/karta.pdf", "no-cache"),
        ("/kungorelser/karta.svg", "no-cache"),
        ("/kommun/kommun.css", "max-age=3600"),
        ("/kommun/icon.svg", "max-age=3600"),
    ],
)
def test_how_long_a_copy_is_good(server: Server, path: str, kept: str) -> None:
    answer = server.get(path)
    assert answer.one("Cache-Control") == kept
    assert answer.one("ETag") or answer.one("Last-Modified")


def test_a_drawing_may_do_nothing(server: Server) -> None:
    assert server.get("/kungorelser/karta.svg").one("Content-Security-Policy") == policy_of_drawings()


def test_an_attachment_says_when_to_forget_it(server: Server) -> None:
    assert server.get("/kungorelser/karta.pdf").one("X-Robots-Tag") == RULE
    assert server.get("/kungorelser/karta.svg").one("X-Robots-Tag") is None
    assert server.get("/").one("X-Robots-Tag") is None


def test_open_data_is_open_to_other_sites(server: Server) -> None:
    for path in ("/oparl/1.1/system.json", "/flode/kungorelser.xml", "/fi/flode/sammantraden.ics"):
        assert server.get(path).one("Access-Control-Allow-Origin") == "*"
        assert server.get(path).one("Cross-Origin-Resource-Policy") == "cross-origin"
    assert server.get("/").one("Access-Control-Allow-Origin") is None


def test_the_server_does_not_tell_its_version(server: Server) -> None:
    assert not any(character.isdigit() for character in server.get("/").one("Server") or "")


def test_without_encryption_one_is_led_on(server: Server) -> None:
    if server.kind == "caddy":
        pytest.skip("Caddy does it by itself, on its own ports")
    answer = server.get_plain("/units/?a=b")
    assert (answer.status, answer.one("Location")) == (301, f"https://{HOST}/units/?a=b")
