"""A council meeting, a board meeting, a committee and a working group of our own content, through their whole life."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from .site import build, traces
from .town import PROJECT

COUNCIL = "meetings/kommunfullmaktige/2026-11-12"
BOARD = "meetings/kommunstyrelsen/2026-11-09"
COMMITTEE = "meetings/bildningsnamnden/2026-10-13"
GROUP = "meetings/arbetsgruppen-for-skidcentrum/2026-10-05"
SILENT_GROUP = "meetings/arbetsgruppen-for-skolnatet/2026-10-20"

# The day, and the documents of the meetings that stand on it.
LIFE = [
    ("2026-10-05", set()),
    ("2026-10-06", {f"{COMMITTEE}/agenda"}),
    ("2026-10-16", {f"{COMMITTEE}/minutes", f"{GROUP}/minutes"}),
    ("2026-11-04", {f"{BOARD}/agenda", f"{COMMITTEE}/minutes", f"{GROUP}/minutes"}),
    ("2026-11-12", {f"{BOARD}/agenda", f"{COUNCIL}/agenda", f"{COMMITTEE}/minutes", f"{GROUP}/minutes"}),
    ("2026-11-13", {f"{BOARD}/minutes", f"{COUNCIL}/agenda", f"{COMMITTEE}/minutes", f"{GROUP}/minutes"}),
    ("2026-11-17", {f"{BOARD}/minutes", f"{COUNCIL}/minutes", f"{COMMITTEE}/minutes", f"{GROUP}/minutes"}),
    ("2030-11-13", {f"{BOARD}/minutes", f"{COUNCIL}/minutes"}),
    ("2030-11-14", {f"{COUNCIL}/minutes"}),
    ("2030-11-18", set()),
]  # fmt: skip


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("project")
    for folder in ("docs", "units", "meetings"):
        shutil.copytree(PROJECT / folder, root / folder)
    shutil.copy(PROJECT / "mkdocs.yml", root)
    return root


@pytest.mark.slow
def test_each_document_stands_on_its_days_and_no_other(project: Path) -> None:
    kept = {f"{f}/{n}" for f in (COUNCIL, BOARD, COMMITTEE, GROUP, SILENT_GROUP) for n in ("agenda", "minutes")}
    for day, standing in LIFE:
        site = build(project, day)
        for lang in ("", "fi/"):
            shown = {key for key in kept if (site / lang / key / "index.html").is_file()}
            assert shown == standing, day
            for folder in (COUNCIL, BOARD, COMMITTEE, GROUP):
                gathers = (site / lang / folder / "index.html").is_file()
                assert gathers == any(key.startswith(folder) for key in standing), (day, folder)
        for path in (f"{key}/" for key in kept - standing):
            assert traces(site, path) == [], day
        assert traces(site, SILENT_GROUP) == []


@pytest.mark.slow
def test_what_the_pages_of_the_boards_minutes_say_as_time_passes(project: Path) -> None:
    # Published Friday 13 November: deemed notification the 20th, 14 days from it is Friday 4 December.
    def page(day: str) -> str:
        return (build(project, day) / BOARD / "minutes/index.html").read_text(encoding="utf-8")

    first, last, after = page("2026-11-13"), page("2026-12-04"), page("2026-12-05")
    for text in (first, last, after):
        assert "fredag 4 december 2026 klockan 15.00" in text
        assert "20 november 2026" in text
        assert 'id="p-206"' in text
        assert "preliminar-investeringslista" not in text
        assert "Sekretessbelagd bilaga" in text
    assert "21 dagar kvar" in first
    assert "Sista dagen" in last
    assert "Tiden har gått ut" in after
    assert "Anna Exempel" in last
    assert "Anna Exempel" not in after
    assert "[personuppgift borttagen]" in after
