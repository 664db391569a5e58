"""The past is read only where all of it is there."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from kommun.content.history import History
from kommun.rules.cases import Case, write

PAGE, OTHER = "docs/a.sv.md", "docs/b.sv.md"


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A checkout with two commits, the second of one file only, and an uncommitted change."""
    commits = ({PAGE: "# A\n", OTHER: "# B\n"}, {PAGE: "# A, ny\n"})
    root = tmp_path / "kommun"
    root.mkdir()
    write(Case("", "", "", {OTHER: "# B, ny\n"}, (), True, commits), root)
    return root


def test_the_last_change_of_each_file(checkout: Path) -> None:
    history = History(checkout, ["docs", "units"])
    assert {path: age for path, (age, _) in history.last_changes.items()} == {PAGE: 0, OTHER: 1}
    assert history.uncommitted == {OTHER}
    first = history.last_changes[OTHER][1]
    asked = [(first, PAGE), (first, "docs/none.sv.md"), (first, OTHER)]
    assert history.texts(asked) == {(first, PAGE): b"# A\n", (first, OTHER): b"# B\n"}


def test_a_root_below_the_checkout(checkout: Path) -> None:
    history = History(checkout / "docs", ["."])
    assert set(history.last_changes) == {"a.sv.md", "b.sv.md"}
    assert history.uncommitted == {"b.sv.md"}
    first = history.last_changes["b.sv.md"][1]
    assert history.texts([(first, "b.sv.md")]) == {(first, "b.sv.md"): b"# B\n"}


def test_a_hook_of_another_checkout_does_not_mislead(checkout: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_DIR", os.fspath(checkout / "none"))
    assert set(History(checkout, ["docs"]).last_changes) == {PAGE, OTHER}


def test_nothing_is_known_in_a_shallow_checkout(checkout: Path, tmp_path: Path) -> None:
    clone = tmp_path / "clone"
    source = f"file://{checkout}"
    subprocess.run(["git", "clone", "--quiet", "--depth", "1", source, os.fspath(clone)], check=True)
    history = History(clone, ["docs"])
    assert history.last_changes == {}
    assert history.uncommitted == frozenset()
    assert history.texts([("HEAD", PAGE)]) == {}


def test_nothing_is_known_outside_a_checkout_or_without_git(
    checkout: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert History(tmp_path, ["docs"]).last_changes == {}
    monkeypatch.setenv("PATH", "")
    assert History(checkout, ["docs"]).last_changes == {}
