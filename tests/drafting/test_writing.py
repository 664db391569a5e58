"""All files or none, and never over something that is there."""

from __future__ import annotations

from pathlib import Path

import pytest

from kommun.drafting.writing import NotWritten, write_new
from tests.build.town import write

from .desk import new

PAIR = {"docs/nytt/x.sv.md": "ett", "docs/nytt/x.fi.md": "yksi"}
NEWS = (
    "news",
    "--title",
    "Julmarknad",
    "--unit",
    "kansli",
    "--text",
    "Kom!",
    "--title-fi",
    "Joulu",
    "--text-fi",
    "Tule!",
)


def test_both_files_are_written(tmp_path: Path) -> None:
    write_new(tmp_path, PAIR)
    assert (tmp_path / "docs/nytt/x.sv.md").read_bytes() == b"ett"
    assert (tmp_path / "docs/nytt/x.fi.md").read_bytes() == b"yksi"


def test_where_the_second_stands_already_the_first_is_not_left(tmp_path: Path) -> None:
    write(tmp_path, {"docs/nytt/x.fi.md": "gammal"})
    with pytest.raises(NotWritten) as failure:
        write_new(tmp_path, PAIR)
    assert (failure.value.case, failure.value.path) == ("taken", "docs/nytt/x.fi.md")
    assert not (tmp_path / "docs/nytt/x.sv.md").exists()
    assert (tmp_path / "docs/nytt/x.fi.md").read_text() == "gammal"


def test_where_the_disk_is_full_not_even_the_folder_is_left(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened = Path.open

    def full(self: Path, *arguments: object, **more: object) -> object:
        if self.name.endswith(".fi.md"):
            raise OSError(28, "No space left on device")
        return opened(self, *arguments, **more)  # type: ignore[call-overload]

    monkeypatch.setattr(Path, "open", full)
    with pytest.raises(NotWritten) as failure:
        write_new(tmp_path, PAIR)
    assert failure.value.case == "failed"
    assert not list(tmp_path.iterdir())


def test_an_interruption_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened = Path.open

    def interrupted(self: Path, *arguments: object, **more: object) -> object:
        if self.name.endswith(".fi.md"):
            raise KeyboardInterrupt
        return opened(self, *arguments, **more)  # type: ignore[call-overload]

    monkeypatch.setattr(Path, "open", interrupted)
    with pytest.raises(KeyboardInterrupt):
        write_new(tmp_path, PAIR)
    assert not list(tmp_path.iterdir())


def test_nothing_is_written_through_a_link_out_of_the_folders(town: Path, tmp_path: Path) -> None:
    outside = tmp_path / "annanstans"
    outside.mkdir()
    (town / "docs/aktuellt").symlink_to(outside)
    assert "genväg" in new(town, *NEWS).failure
    assert not list(outside.iterdir())


@pytest.mark.parametrize("path", ["docs/aktuellt/julmarknad.fi.md", "docs/aktuellt/julmarknad/index.sv.md"])
def test_what_stands_at_the_address_is_seen_before_anything_is_written(town: Path, path: str) -> None:
    write(town, {path: "---\ntype: page\ntitle: Gammal\n---\nGammal.\n"})
    assert "Det finns redan en sida" in new(town, *NEWS).failure
    assert not (town / "docs/aktuellt/julmarknad.sv.md").exists()
