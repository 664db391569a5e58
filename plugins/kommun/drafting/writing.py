"""The files on the disk: all of them or none, and never over something that is there."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path


class NotWritten(Exception):
    """Nothing was written. `path` is where it failed, `case` why (a name in `not_written` of `new.yml`)."""

    def __init__(self, case: str, path: str, reason: str = "") -> None:
        super().__init__(path)
        self.case = case
        self.path = path
        self.reason = reason


def write_new(root: Path, files: Mapping[str, str]) -> None:
    """Write files that are not there yet; NotWritten, and nothing left behind, where one of them cannot be."""
    made: list[Path] = []
    try:
        for path, text in files.items():
            _write(root, path, text, made)
    except BaseException:
        _undo(made)
        raise


def _write(root: Path, path: str, text: str, made: list[Path]) -> None:
    """One file; it and the folders made for it are added to `made`."""
    target = root / path
    try:
        for folder in reversed([f for f in target.parents if root in f.parents and not f.exists()]):
            folder.mkdir()
            made.append(folder)
        # A link inside the content folders could lead anywhere.
        if not target.parent.resolve().is_relative_to(root.resolve()):
            raise NotWritten("outside", path)
        with target.open("x", encoding="utf-8", newline="\n") as file:
            made.append(target)
            file.write(text)
    except FileExistsError:
        raise NotWritten("taken", path) from None
    except OSError as error:
        raise NotWritten("failed", path, error.strerror or "") from None


def _undo(made: list[Path]) -> None:
    for path in reversed(made):
        try:
            path.rmdir() if path.is_dir() else path.unlink()
        except OSError:  # somebody else has put something there meanwhile
            continue
