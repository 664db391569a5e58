"""What is written is whole whenever the work is stopped, the next call finishes it, and nothing is overwritten."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest

from kommun.configuration import Settings
from kommun.mending import LEFT, repairs
from kommun.mending.rounds import mend
from kommun.mending.working_copy import WorkingCopy
from kommun.mending.writing import Changed, write

from .places import TODAY, mended, put, run, town, tree

FILES: dict[str, Any] = {
    "docs/Bygga & bo/Karta Å.pdf": b"kartan",
    "docs/Bygga & bo/index.sv.md": "---\ntype: page\ntitle: Bygga\nattachments:\n  - {file: Karta Å.pdf, title: A}\n---\n[k](<Karta Å.pdf>)\n",
    "docs/kungorelser/Ny Väg.sv.md": "\ufeff---\ntype: notice\ntitle: Väg\nunit: Kansliet A\npublished: 1.12.2026\nexpires: 2026-12-20\n---\n[k](../Bygga%20&%20bo/Karta%20Å.pdf)\n",
    "units/Kansliet A/index.sv.md": "---\ntype: unit\ntitle: Kansliet A\ncontact: {email: a@exempel.example}\n---\n## Verksamhet\n",
    "docs/a.sv.md": "# A\r\n\r\n[väg](kungorelser/Ny%20Väg.md)\r\n",
}
CALLS = ("replace", "rename", "link", "unlink")


class Killed(BaseException):
    pass


def _killing(monkeypatch: pytest.MonkeyPatch, at: int, after: bool) -> Callable[[], int]:
    """Let the process end at its n-th change on the disk, before or after it; how many there have been."""
    count = 0

    def wrapped(real: Callable[..., Any]) -> Callable[..., Any]:
        def call(*arguments: Any, **options: Any) -> Any:
            nonlocal count
            count += 1
            if count == at and not after:
                raise Killed
            result = real(*arguments, **options)
            if count == at:
                raise Killed
            return result

        return call

    for name in CALLS:
        monkeypatch.setattr(os, name, wrapped(getattr(os, name)))
    return lambda: count


def _copy(root: Path, folder: str) -> WorkingCopy:
    copy = WorkingCopy(root, Path(folder), Settings(), TODAY)
    mend(copy, repairs())
    return copy


def _contents(files: dict[str, bytes]) -> set[bytes]:
    return set(files.values())


def test_stopped_anywhere_every_file_is_whole_and_the_next_call_finishes(tmp_path: Path) -> None:
    before = tree(town(tmp_path / "a", FILES))
    mended(tmp_path / "a")
    after = tree(tmp_path / "a")
    assert "docs/bygga-bo/karta-a.pdf" in after and "units/kansliet-a/index.fi.md" in after
    number, ended = 0, False
    while not ended:
        number += 1
        for late in (False, True):
            root = town(tmp_path / f"{number}-{late}", FILES)
            with TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as monkeypatch:
                copy = _copy(root, folder)
                _killing(monkeypatch, number, late)
                try:
                    write(root, copy)
                    ended = True
                except Killed:
                    pass
            stopped = tree(root)
            whole = {path: raw for path, raw in stopped.items() if not Path(path).name.startswith(".")}
            assert _contents(whole) <= _contents(before) | _contents(after)
            assert {raw for raw in before.values() if raw in after.values()} <= _contents(whole)
            mended(root)
            left = {path: raw for path, raw in tree(root).items() if not Path(path).name.startswith(".")}
            assert left == after
    assert number > 10


def test_what_has_changed_in_the_meantime_is_not_overwritten(tmp_path: Path) -> None:
    root = town(tmp_path, FILES)
    with TemporaryDirectory() as folder:
        copy = _copy(root, folder)
        put(root, {"docs/a.sv.md": "# Någon annans text\n"})
        before = tree(root)
        with pytest.raises(Changed, match=r"docs/a\.sv\.md"):
            write(root, copy)
        assert tree(root) == before


@pytest.mark.parametrize("path", ["docs/bygga-bo/annat.pdf", "docs/kungorelser/ny-vag.sv.md", "units/kansliet-a"])
def test_a_name_that_somebody_took_in_the_meantime_is_not_overwritten(tmp_path: Path, path: str) -> None:
    root = town(tmp_path, FILES)
    with TemporaryDirectory() as folder:
        copy = _copy(root, folder)
        put(root, {path: "Någon annans fil"})
        before = tree(root)
        with pytest.raises(Changed):
            write(root, copy)
        assert tree(root) == before


def test_a_new_file_that_somebody_made_in_the_meantime_is_not_overwritten(tmp_path: Path) -> None:
    root = town(
        tmp_path,
        {
            "docs/kungorelser/x.sv.md": "---\ntype: notice\ntitle: X\nunit: kansli\npublished: 2026-12-01\nexpires: 2026-12-20\n---\nText.\n"
        },
    )
    with TemporaryDirectory() as folder:
        copy = _copy(root, folder)
        put(root, {"docs/kungorelser/x.fi.md": "---\ntitle: Oma\n---\n"})
        before = tree(root)
        with pytest.raises(Changed):
            write(root, copy)
        assert tree(root) == before


def test_the_command_says_what_changed_in_the_meantime(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = town(tmp_path, FILES)
    monkeypatch.setattr("kommun.mending.command.write", lambda root, copy: write(root, _after_a_change(root, copy)))
    said = run(root, yes=True)
    assert (said.code, said.lines[-1].split(" ")[0]) == (LEFT, "docs/a.sv.md")


def _after_a_change(root: Path, copy: WorkingCopy) -> WorkingCopy:
    put(root, {"docs/a.sv.md": "# Någon annans text\n"})
    return copy


def test_a_disk_that_is_full_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = town(tmp_path, FILES)
    before = tree(root)

    def full(root: Path, copy: WorkingCopy) -> None:
        raise OSError(28, "No space left on device", "docs/a.sv.md")

    monkeypatch.setattr("kommun.mending.command.write", full)
    said = run(root, yes=True)
    assert said.code == LEFT
    assert "Det gick inte att skriva docs/a.sv.md (No space left on device)" in said.lines[-1]
    assert tree(root) == before


def test_a_disk_without_second_names_works_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    mended(town(tmp_path / "a", FILES))
    root = town(tmp_path / "b", FILES)

    def no_links(*arguments: object, **options: object) -> None:
        raise OSError(95, "Operation not supported")

    monkeypatch.setattr(os, "link", no_links)
    mended(root)
    assert tree(root) == tree(tmp_path / "a")
