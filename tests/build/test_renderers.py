"""The site is the same whichever way it is made: `kommun build`, `mkdocs build`, and another renderer."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from kommun.attachments.reading import cleaned

from .site import build, kommun, tree
from .town import UNIT, agenda, make_town, minutes, notice, pdf, write

# One worker builds the sites once for all the tests here.
pytestmark = pytest.mark.xdist_group("renderers")

TODAY = "2026-11-20"
FILES: dict[str, str | bytes | None] = {
    "docs/kungorelser/a.sv.md": notice(
        "Notisen", "2026-11-10", "2026-12-10", "Se [mötet](../../meetings/namnden/2026-11-10/minutes.md#p-1).",
        "attachments:\n  - file: karta.pdf\n    title: Kartan\n",
    ),
    "docs/kungorelser/a.fi.md": "---\ntitle: Kuulutus\n---\nKatso [kartta](karta.pdf).\n",
    "docs/kungorelser/karta.pdf": pdf("svensk"),
    "docs/kungorelser/karta.fi.pdf": pdf("finsk"),
    "docs/utkast.sv.md": "---\ntype: page\ntitle: Utkastet\npublished: 2027-01-01\n---\nKommer.\n",
    "meetings/namnden/2026-11-10/minutes.sv.md": minutes("Protokollet", "2026-11-12", "2026-11-13", "Beslutet."),
    "meetings/namnden/2026-12-10/agenda.sv.md": agenda("Listan", "2026-11-18", "Förslaget."),
}  # fmt: skip


def mkdocs(root: Path, *arguments: str, renderer: str = "mkdocs") -> subprocess.CompletedProcess[str]:
    env = {**os.environ, "KOMMUN_TODAY": TODAY}
    return subprocess.run(
        [sys.executable, "-m", renderer, *arguments], cwd=root, env=env, capture_output=True, text=True, check=False
    )


@pytest.fixture(scope="module")
def town(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = make_town(tmp_path_factory.mktemp("town"), FILES)
    build(root, TODAY)
    return root


@pytest.mark.parametrize("renderer", ["mkdocs", "properdocs"])
def test_the_renderers_own_command_makes_the_same_site(town: Path, renderer: str) -> None:
    done = mkdocs(town, "build", "--strict", "--site-dir", f"site-{renderer}", renderer=renderer)
    assert done.returncode == 0, done.stderr
    assert tree(town / f"site-{renderer}") == tree(town / "site")


def test_properdocs_makes_the_same_site(town: Path) -> None:
    run = kommun(town, "build", "--today", TODAY, "--site-dir", "other", KOMMUN_RENDERER="properdocs")
    assert run.code == 0, run.err
    assert tree(town / "other") == tree(town / "site")


def test_the_languages_stand_beside_each_other(town: Path) -> None:
    site = town / "site"
    assert 'href="../karta.pdf"' in (site / "kungorelser/a/index.html").read_text()
    assert 'href="../../../kungorelser/karta.fi.pdf"' in (site / "fi/kungorelser/a/index.html").read_text()
    assert (site / "kungorelser/karta.fi.pdf").read_bytes() == cleaned(pdf("finsk"))
    untranslated = (site / "fi/meetings/namnden/2026-11-10/minutes/index.html").read_text()
    assert '<html lang="fi"' in untranslated
    assert '<h1 lang="sv">Protokollet</h1>' in untranslated
    assert '<div lang="sv">' in untranslated
    assert "Tätä sivua ei ole suomeksi" in untranslated
    assert 'hreflang="fi" href="https' not in untranslated


def test_search_engines_are_told_of_real_translations_only(town: Path) -> None:
    sitemap = (town / "site/sitemap.xml").read_text()
    assert "/fi/kungorelser/a/" in sitemap
    assert "/meetings/namnden/2026-11-10/minutes/" in sitemap
    assert "/fi/meetings/namnden/2026-11-10/minutes/" not in sitemap
    assert "utkast" not in sitemap


def test_mkdocs_stops_for_an_error_and_says_it_in_swedish(tmp_path: Path) -> None:
    root = make_town(tmp_path / "town")
    write(root, {"units/kansli/index.sv.md": UNIT.replace("## Kontaktuppgifter\n", "")})
    done = mkdocs(root, "build", "--strict", "--site-dir", "site")
    assert done.returncode != 0
    assert "units/kansli/index.sv.md:" in done.stderr
    assert "unit-contact-section" in done.stderr
    assert "Traceback" not in done.stderr
