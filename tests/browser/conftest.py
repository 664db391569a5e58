"""The sites are built once, whatever the number of workers, and the browser is started once for each."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from ..build.site import build
from ..build.town import PROJECT, make_town
from . import endings
from .places import DAY, Place
from .server import served
from .visit import Visit, visit

ALERT_DAY = "2026-12-08"

ALERTS: dict[str, str | bytes | None] = {
    f"docs/meddelanden/{level}.{lang}.md": (
        f"---\ntype: alert\ntitle: {title}\nunit: kansli\nlevel: {level}\npublished: 2026-12-07\nexpires: 2026-12-09\n"
        f"---\n{text} [kansliet](../../units/kansli/index.md).\n"
        if lang == "sv"
        else f"---\ntitle: {title}\n---\n{text} [kanslia](../../units/kansli/index.md).\n"
    )
    for level, lang, title, text in (
        ("info", "sv", "Kansliet flyttar", "Det nya rummet visar"),
        ("info", "fi", "Kanslia muuttaa", "Uuden huoneen näyttää"),
        ("warning", "sv", "Vattnet är avstängt", "Mera vet"),
        ("warning", "fi", "Vesi on poikki", "Lisää tietää"),
        ("crisis", "sv", "Stanna inomhus", "Frågor besvaras av"),
        ("crisis", "fi", "Pysy sisällä", "Kysymyksiin vastaa"),
    )
}


def _once(factory: pytest.TempPathFactory, name: str, make: Callable[[Path], Path]) -> Path:
    """A folder that all workers share: whoever is first puts it in its place, in one step."""
    base = factory.getbasetemp()
    shared = (base.parent if "PYTEST_XDIST_WORKER" in os.environ else base) / name
    if not shared.exists():
        made = make(factory.mktemp(name))
        try:
            made.rename(shared)
        except OSError:
            assert shared.exists()
    return shared


def _own_site(folder: Path) -> Path:
    """The project's own site, built beside it so that nobody else's build is in its way."""
    town = folder / "town"
    for part in ("docs", "units", "meetings"):
        shutil.copytree(PROJECT / part, town / part)
    shutil.copy(PROJECT / "mkdocs.yml", town)
    return build(town, DAY)


def _alert_site(folder: Path) -> Path:
    return build(make_town(folder / "town", ALERTS), ALERT_DAY)


def _ending_site(folder: Path) -> Path:
    return build(make_town(folder / "town", endings.FILES), endings.BUILT)


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return _once(tmp_path_factory, "own-site", _own_site)


@pytest.fixture(scope="session")
def root(site: Path) -> Iterator[str]:
    with served(site) as address:
        yield address


@pytest.fixture(scope="session")
def alert_root(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with served(_once(tmp_path_factory, "alert-site", _alert_site)) as address:
        yield address


@pytest.fixture(scope="session")
def ending_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return _once(tmp_path_factory, "ending-site", _ending_site)


@pytest.fixture(scope="session")
def ending_root(ending_site: Path) -> Iterator[str]:
    with served(ending_site) as address:
        yield address


@pytest.fixture
def at(browser: Browser, root: str, place: Place) -> Iterator[Visit]:
    """The place of the test, open."""
    with visit(browser, root, place.viewport) as opened:
        opened.go(place.address)
        yield opened
