"""The last look at the finished site finds what should not be there, whoever put it there."""

from __future__ import annotations

import gzip
import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from .site import build, kommun
from .town import make_town, minutes, notice, pdf, write

# One worker builds the sites once for all the tests here.
pytestmark = pytest.mark.xdist_group("audit")

TODAY = "2026-11-20"

FILES: dict[str, str | bytes | None] = {
    "docs/kungorelser/gammal.sv.md": notice(
        "Den gamla kungörelsen om bryggan", "2026-10-01", "2026-11-01",
        "Bryggan vid den gamla hamnen rivs under november månad i år.",
        "attachments:\n  - file: brygga.pdf\n    title: Bryggan\n",
    ),
    "docs/kungorelser/gammal.fi.md": "---\ntitle: Vanha kuulutus laiturista\n---\nLaituri puretaan.\n",
    "docs/kungorelser/brygga.pdf": pdf("brygga"),
}  # fmt: skip


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = make_town(tmp_path_factory.mktemp("town"), FILES)
    build(root, TODAY)
    return root


@pytest.fixture
def town(built: Path, tmp_path: Path) -> Path:
    """A copy of a built town, to be spoilt."""
    return Path(shutil.copytree(built, tmp_path / "town"))


def audit(root: Path) -> list[tuple[str, str]]:
    run = kommun(root, "audit", "site", "--today", TODAY, "--format", "json")
    assert run.out, run.err
    rows = json.loads(run.out)
    assert run.code == (1 if rows else 0)
    return sorted({(row["rule"], row["path"]) for row in rows})


def test_a_site_just_built_is_clean(built: Path) -> None:
    assert audit(built) == []


START = "site/index.html"


def _add(text: str) -> Callable[[Path], None]:
    def spoil(root: Path) -> None:
        page = root / START
        page.write_text(page.read_text().replace("</main>", f"{text}</main>"))

    return spoil


def _put(path: str, content: bytes) -> Callable[[Path], None]:
    return lambda root: write(root, {path: content})


SPOILT: list[tuple[str, Callable[[Path], None], tuple[str, str]]] = [
    ("a file nobody knows", _put("site/kopia.pdf", pdf("karta")), ("site-accounted", "kopia.pdf")),
    ("a withheld file under another name", _put("site/kommun/x.pdf", pdf("brygga")), ("site-withheld", "kommun/x.pdf")),
    ("a withheld title", _add("<p>Den gamla kungörelsen om bryggan</p>"), ("site-withheld", "index.html")),
    ("a withheld title in the other language", _add("<p>Vanha kuulutus laiturista</p>"), ("site-withheld", "index.html")),
    (
        "a withheld sentence",
        _add("<p>Bryggan vid den gamla hamnen rivs under november månad i år.</p>"),
        ("site-withheld", "index.html"),
    ),
    ("an address of something withheld", _add("<p data-x='kungorelser/gammal/'>x</p>"), ("site-withheld", "index.html")),
    (
        "an address of something withheld, compressed",
        _put("site/kommun/index.json.gz", gzip.compress(b'{"url": "/kungorelser/brygga.pdf"}', mtime=0)),
        ("site-withheld", "kommun/index.json.gz"),
    ),
    ("an identity code", _add("<p>010594Y9021</p>"), ("site-identity-code", "index.html")),
    ("an identity code of the 900 series", _add("<p>010594F9021</p>"), ("site-identity-code", "index.html")),
    ("an image from another host", _add("<img alt='' src='https://exempel.example/a.png'>"), ("site-hosts", "index.html")),
    ("a script from another host", _add("<script src='//exempel.example/a.js'></script>"), ("site-hosts", "index.html")),
    ("a form to another host", _add("<form action='https://exempel.example/'></form>"), ("site-hosts", "index.html")),
    ("a frame", _add("<iframe src='https://exempel.example/'></iframe>"), ("site-hosts", "index.html")),
    ("a picture in the style sheet", _put("site/kommun/a.css", b"a{background:url(https://exempel.example/a)}"), ("site-hosts", "kommun/a.css")),
    ("a broken link", _add("<a href='finns-inte/'>x</a>"), ("site-links", "index.html")),
    ("a broken anchor", _add("<a href='#finns-inte'>x</a>"), ("site-links", "index.html")),
    ("two main headings", _add("<h1>x</h1>"), ("site-language", "index.html")),
    (
        "the wrong language",
        lambda r: (r / START).write_text((r / START).read_text().replace('<html lang="sv"', '<html lang="en"')),
        ("site-language", "index.html"),
    ),
]  # fmt: skip


@pytest.mark.parametrize(("spoil", "found"), [row[1:] for row in SPOILT], ids=[row[0] for row in SPOILT])
def test_a_spoilt_site_is_found(town: Path, spoil: Callable[[Path], None], found: tuple[str, str]) -> None:
    """Some things are wrong in more than one way, but nothing else is accused."""
    spoil(town)
    accused = audit(town)
    assert found in accused
    assert {path for _, path in accused} == {found[1]}


def test_a_page_that_is_missing_is_found_with_the_links_to_it(town: Path) -> None:
    (town / "site/fi/meddelanden/index.html").unlink()
    assert audit(town) == [
        ("site-accounted", "fi/meddelanden/index.html"),
        ("site-links", "fi/sok/index.html"),
        ("site-links", "meddelanden/index.html"),
    ]


def test_an_attachment_that_was_changed_is_found(tmp_path: Path) -> None:
    extra = "attachments:\n  - file: karta.pdf\n    title: Karta\n"
    files: dict[str, str | bytes | None] = {
        "docs/kungorelser/ny.sv.md": notice("Ny", "2026-11-10", "2026-12-10", "Text.", extra),
        "docs/kungorelser/ny.fi.md": "---\ntitle: Uusi\n---\nTeksti.\n",
        "docs/kungorelser/karta.pdf": pdf("karta"),
    }
    root = make_town(tmp_path / "town", files)
    site = build(root, TODAY)
    (site / "kungorelser/karta.pdf").unlink()
    write(root, {"site/kungorelser/karta.pdf": pdf("annat")})
    assert audit(root) == [("site-accounted", "kungorelser/karta.pdf")]


def test_yesterdays_site_does_not_pass_for_todays(tmp_path: Path) -> None:
    root = make_town(tmp_path / "town", FILES)
    build(root, "2026-11-01")
    found = audit(root)
    assert ("site-accounted", "kungorelser/gammal/index.html") in found
    assert ("site-withheld", "kungorelser/index.html") in found


def test_a_name_whose_time_is_out_is_found_on_its_page_and_in_a_feed(tmp_path: Path) -> None:
    text = "Köpare är {personuppgift: Anna Exempelperson}."
    root = make_town(
        tmp_path / "town",
        {"meetings/namnden/2026-09-01/minutes.sv.md": minutes("Protokoll", "2026-09-02", "2026-09-03", text)},
    )
    site = build(root, TODAY)
    assert audit(root) == []
    page = site / "meetings/namnden/2026-09-01/minutes/index.html"
    page.write_text(page.read_text().replace("[personuppgift borttagen]", "Anna Exempelperson"))
    feed = site / "flode/protokoll.xml"
    feed.write_text(feed.read_text().replace("[personuppgift borttagen]", "Anna Exempelperson"))
    assert ("site-withheld", "meetings/namnden/2026-09-01/minutes/index.html") in audit(root)
    assert ("site-withheld", "flode/protokoll.xml") in audit(root)
