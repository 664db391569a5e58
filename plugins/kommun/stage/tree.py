"""A folder made to hold exactly some files: what is the same is left alone, what is more is removed."""

from __future__ import annotations

import os
import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Written:
    """What changed on the disk, as paths below the folder."""

    changed: frozenset[str]
    removed: frozenset[str]


def write_tree(folder: Path, files: Mapping[str, bytes | Path]) -> Written:
    """Make `folder` hold `files` and nothing else. A Path is linked or copied, never opened for writing."""
    folder.mkdir(parents=True, exist_ok=True)
    there = {p.relative_to(folder).as_posix() for p in folder.rglob("*") if p.is_file() or p.is_symlink()}
    removed = there - set(files)
    for path in removed:
        (folder / path).unlink()
    _remove_empty(folder)
    changed = {path for path, content in files.items() if _put(folder / path, content)}
    return Written(frozenset(changed), frozenset(removed))


def _put(target: Path, content: bytes | Path) -> bool:
    if isinstance(content, Path):
        return _place(content, target)
    if target.is_file() and not target.is_symlink() and target.read_bytes() == content:
        return False
    fresh = target.with_name(target.name + ".new")
    target.parent.mkdir(parents=True, exist_ok=True)
    fresh.write_bytes(content)
    fresh.replace(target)
    return True


def _place(source: Path, target: Path) -> bool:
    """The same file under another name; a copy where the disk cannot do that."""
    if target.is_file():
        if target.samefile(source):
            return False
        target.unlink()
    target.parent.mkdir(parents=True, exist_ok=True)
    try:
        os.link(source, target)
    except OSError:
        shutil.copyfile(source, target)
    return True


def _remove_empty(folder: Path) -> None:
    for path in sorted(folder.rglob("*"), reverse=True):
        if path.is_dir() and not any(path.iterdir()):
            path.rmdir()
