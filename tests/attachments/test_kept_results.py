"""What was found in a file is kept by the file's content: read once, whatever it is called and wherever it lies."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import kommun.attachments as attachments
from kommun.attachments import Attachments
from tests.build.town import pdf

CODE = "131052-308T"


@pytest.fixture
def town(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(attachments, "_known", {})
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs/a.pdf").write_bytes(pdf(f"Skrivelse {CODE}"))
    return tmp_path


def read(root: Path, *paths: str) -> tuple[list[bool], int]:
    """Whether each file has a code, and how many files were read to know it, as in a process of its own."""
    attachments._known.clear()
    told: list[int] = []
    reports = Attachments(root, root / ".cache", lambda work, done, total: told.append(done)).reports(paths)
    return [bool(reports[path].code_pages) for path in paths], len(told)


def test_a_file_is_read_once_and_again_when_it_changes(town: Path) -> None:
    assert read(town, "docs/a.pdf") == ([True], 1)
    assert read(town, "docs/a.pdf") == ([True], 0)
    (town / "docs/a.pdf").write_bytes(pdf("Skrivelse"))
    assert read(town, "docs/a.pdf") == ([False], 1)


def test_the_same_content_under_another_name_is_not_read_again(town: Path) -> None:
    read(town, "docs/a.pdf")
    (town / "docs/b.pdf").write_bytes((town / "docs/a.pdf").read_bytes())
    assert read(town, "docs/a.pdf", "docs/b.pdf") == ([True, True], 0)


@pytest.mark.parametrize(
    "damage",
    [
        lambda text: text[:40],
        lambda text: "[]",
        lambda text: text.replace('"made_by": "', '"made_by": "0 '),
        lambda text: text.replace('"code_pages": [1]', '"code_pages": "1"'),
        lambda text: text.replace('"code_pages"', '"no_such"'),
    ],
    ids=["cut off", "something else", "another version", "another type", "an unknown key"],
)
def test_kept_results_that_are_damaged_or_foreign_are_thrown_away(town: Path, damage: object) -> None:
    read(town, "docs/a.pdf")
    kept = town / ".cache/attachments.json"
    kept.write_text(damage(kept.read_text()))  # type: ignore[operator]
    assert read(town, "docs/a.pdf") == ([True], 1)


def test_what_is_kept_holds_nothing_of_the_text(town: Path) -> None:
    read(town, "docs/a.pdf")
    kept = (town / ".cache/attachments.json").read_text()
    assert CODE not in kept and "Skrivelse" not in kept
    assert len(json.loads(kept)["reports"]) == 1


def test_copies_of_what_is_no_longer_shown_are_removed(town: Path) -> None:
    (town / "docs/b.pdf").write_bytes(pdf("En annan"))
    both = Attachments(town, town / ".cache").copies(["docs/a.pdf", "docs/b.pdf"])
    assert all(copy.is_file() for copy in both.values())
    Attachments(town, town / ".cache").keep_only(["docs/b.pdf"])
    assert not both["docs/a.pdf"].exists() and both["docs/b.pdf"].is_file()


def test_a_file_that_cannot_be_read_has_no_copy(town: Path) -> None:
    (town / "docs/c.pdf").write_bytes(b"%PDF-1.7\n")
    assert Attachments(town, town / ".cache").copies(["docs/c.pdf"]) == {}
