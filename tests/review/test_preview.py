"""A preview opens from a folder, without a server, and says which day it shows."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import pytest
from lxml import html

from tests.build.site import kommun
from tests.build.town import make_town, notice

DAY = "2026-12-01"


@pytest.fixture(scope="module")
def preview(tmp_path_factory: pytest.TempPathFactory) -> Path:
    files = {
        "docs/kungorelser/vag.sv.md": notice("Vägen", DAY, "2026-12-20", "Vägen stängs."),
        "docs/kungorelser/vag.fi.md": "---\ntitle: Tie\n---\nTie suljetaan.\n",
    }
    root = make_town(tmp_path_factory.mktemp("preview") / "town", dict(files))
    run = kommun(root, "preview", "visning", "--today", DAY)
    assert run.code == 0, run.err
    return root / "visning"


def test_every_link_names_a_file_that_is_there(preview: Path) -> None:
    pages = sorted(preview.rglob("*.html"))
    assert len(pages) > 20
    broken = []
    for page in pages:
        if page.name == "404.html":
            continue  # shown by a server alone
        for target in html.fromstring(page.read_bytes()).xpath(
            "//a/@href | //link[@rel='stylesheet']/@href | //script/@src"
        ):
            parts = urlsplit(urljoin(page.as_uri(), str(target)))
            if parts.scheme == "file" and not Path(unquote(parts.path)).is_file():
                broken.append(f"{page.relative_to(preview)}: {target}")
    assert not broken


def test_each_page_says_the_day_in_its_language(preview: Path) -> None:
    assert f"Så här ser webbplatsen ut {DAY}." in (preview / "index.html").read_text()
    assert f"Tältä sivusto näyttää {DAY}." in (preview / "fi/index.html").read_text()


def test_no_policy_keeps_the_look_away(preview: Path) -> None:
    """A browser takes a file for no host of its own, so that `self` would shut everything out."""
    assert "Content-Security-Policy" not in (preview / "index.html").read_text()
    assert (preview / "kommun/kommun.css").is_file()
