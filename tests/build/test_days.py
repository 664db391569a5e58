"""A built site on the day before, the day itself and the day after: what appears, what goes, and that no trace is left."""

from __future__ import annotations

from pathlib import Path

import pytest

from .site import build, traces, tree
from .town import agenda, make_town, minutes, notice, pdf, write

# One worker builds the sites once for all the tests here.
pytestmark = pytest.mark.xdist_group("days")

DAY_BEFORE, DAY, DAY_AFTER = "2026-11-19", "2026-11-20", "2026-11-21"

FILES: dict[str, str | bytes | None] = {
    # Ends on the day: visible through it.
    "docs/kungorelser/plockslut.sv.md": notice(
        "Blåbärsvägen stängs", "2026-11-02", DAY, "Blåbärsplockning förbjuden.",
        "attachments:\n  - file: plockslutkarta.pdf\n    title: Plockslutkartan\n",
    ),
    "docs/kungorelser/plockslut.fi.md": "---\ntitle: Mustikkatie suljetaan\n---\nMustikoiden poiminta kielletty.\n",
    "docs/kungorelser/plockslutkarta.pdf": pdf("plockslut"),
    # Begins on the day.
    "docs/kungorelser/plockstart.sv.md": notice("Hallonvägen öppnas", DAY, "2026-12-20", "Hallonplockning tillåten."),
    "docs/kungorelser/plockstart.fi.md": "---\ntitle: Vadelmatie avataan\n---\nVadelmien poiminta sallittu.\n",
    # An agenda whose minutes come on the day.
    "meetings/namnden/2026-10-29/agenda.sv.md": agenda(
        "Nämnden, lista med lingon", "2026-10-22", "Lingonförslaget.",
        "attachments:\n  - file: bara-i-listan.pdf\n    title: Lingonutkast\n  - file: i-bada.pdf\n    title: Gemensam\n",
    ),
    "meetings/namnden/2026-10-29/minutes.sv.md": minutes(
        "Nämnden, protokoll med tranbär", DAY_BEFORE, DAY, "Tranbärsbeslutet.",
        "attachments:\n  - file: i-bada.pdf\n    title: Gemensam\n",
    ),
    "meetings/namnden/2026-10-29/bara-i-listan.pdf": pdf("lingon"),
    "meetings/namnden/2026-10-29/i-bada.pdf": pdf("bada"),
    # A link from a page that stays to things that come and go.
    "docs/lankar.sv.md": (
        "---\ntype: page\ntitle: Länkar\n---\nSe [plockvägen](kungorelser/plockslut.md), "
        "[mötet][m] och <a href=\"../kungorelser/plockstart.md\">bärvägen</a>.\n\n"
        "[m]: ../meetings/namnden/2026-10-29/agenda.md\n"
    ),
    "docs/lankar.fi.md": "---\ntitle: Linkit\n---\nKatso [tie](kungorelser/plockslut.md).\n",
}  # fmt: skip


@pytest.fixture(scope="module")
def sites(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The three days built one after the other in one folder, each with the caches of the one before."""
    root = make_town(tmp_path_factory.mktemp("town"), FILES)
    return {day: build(root, day, f"site-{day}") for day in (DAY_BEFORE, DAY, DAY_AFTER)}


SLUTAR = ("blåbär", "mustik", "plockslut")
BORJAR = ("hallon", "vadelm", "plockstart")
AGENDA = ("lingon", "bara-i-listan", "2026-10-29/agenda")
MINUTES = ("tranbär", "2026-10-29/minutes")


@pytest.mark.renderer
@pytest.mark.parametrize(
    ("day", "seen", "gone"),
    [
        (DAY_BEFORE, SLUTAR + AGENDA, BORJAR + MINUTES),
        (DAY, SLUTAR + BORJAR + MINUTES, AGENDA),
        (DAY_AFTER, BORJAR + MINUTES, SLUTAR + AGENDA),
    ],
)
def test_what_stands_and_what_left_no_trace(
    sites: dict[str, Path], day: str, seen: tuple[str, ...], gone: tuple[str, ...]
) -> None:
    for word in seen:
        assert traces(sites[day], word), f"{word} is missing on {day}"
    for word in gone:
        assert traces(sites[day], word) == [], f"{word} is left on {day}"


@pytest.mark.renderer
def test_the_files_that_differ_are_exactly_those(sites: dict[str, Path]) -> None:
    # What the open data holds, and when, has tests of its own.
    before, day, after = (
        {path for path in tree(sites[d]) if not path.startswith("oparl/")} for d in (DAY_BEFORE, DAY, DAY_AFTER)
    )
    both = lambda path: {path, f"fi/{path}"}  # noqa: E731
    assert day - before == both("kungorelser/plockstart/index.html") | both(
        "meetings/namnden/2026-10-29/minutes/index.html"
    )
    assert before - day == both("meetings/namnden/2026-10-29/agenda/index.html") | {
        "meetings/namnden/2026-10-29/bara-i-listan.pdf"
    }
    assert after - day == set()
    assert day - after == both("kungorelser/plockslut/index.html") | {"kungorelser/plockslutkarta.pdf"}


def test_a_link_to_what_is_gone_is_plain_words(sites: dict[str, Path]) -> None:
    before = (sites[DAY_BEFORE] / "lankar/index.html").read_text()
    day = (sites[DAY] / "lankar/index.html").read_text()
    after = (sites[DAY_AFTER] / "lankar/index.html").read_text()
    assert '<a href="../kungorelser/plockslut/">plockvägen</a>' in before
    assert ">mötet</a>" in before
    assert "bärvägen</a>" in before
    assert 'href="../kungorelser/plockstart' not in before
    assert '<a href="../kungorelser/plockslut/">plockvägen</a>' in day
    assert "mötet och" in day
    assert "Se plockvägen, mötet och" in after


def test_a_build_from_caches_is_the_same_as_a_cold_one(sites: dict[str, Path], tmp_path: Path) -> None:
    cold = build(make_town(tmp_path / "cold", FILES), DAY_AFTER)
    assert tree(cold) == tree(sites[DAY_AFTER])


def test_a_day_back_brings_back_what_stood_then(sites: dict[str, Path]) -> None:
    root = sites[DAY].parent
    again = build(root, DAY_BEFORE, "again")
    assert tree(again) == tree(sites[DAY_BEFORE])


def test_incomplete_minutes_leave_the_agenda(tmp_path: Path) -> None:
    root = make_town(tmp_path, FILES)
    path = "meetings/namnden/2026-10-29/minutes.sv.md"
    listed = (
        (root / path).read_text().replace("attachments:\n", "attachments:\n  - file: femte.pdf\n    title: Femte\n")
    )
    write(root, {path: listed})
    site = build(root, DAY, "site", "--keep-going")
    assert traces(site, "tranbär") == []
    assert traces(site, "Lingonförslaget")
