"""Changes on the disk, in steps that each leave whole files, and in an order that can be taken up again.

First the files whose text changes, each put in its place in one step; then the names; then new files.
Stopped anywhere, the next call finds the rest: references already say what the files will be called.
Nothing is written over that is not as it was when it was read, and no name is given that is taken.
"""

from __future__ import annotations

import contextlib
import os
import shutil
from pathlib import Path

from .working_copy import WorkingCopy


class Changed(Exception):
    """Something is not as it was when it was read, or a name is taken; nothing more is done."""

    def __init__(self, path: str) -> None:
        super().__init__(path)
        self.path = path


def write(root: Path, copy: WorkingCopy) -> None:
    """Make the content as it is in the copy. Raises Changed and OSError."""
    rewritten = {copy.origin(path): raw for path, raw in copy.texts.items() if copy.origin(path)}
    rewritten = {path: raw for path, raw in rewritten.items() if raw != copy.originals[path]}
    new = {path: raw for path, raw in copy.texts.items() if not copy.origin(path)}
    for path in rewritten:
        if (root / path).is_symlink() or (root / path).read_bytes() != copy.originals[path]:
            raise Changed(path)
    for old, to in copy.moves:
        if os.path.lexists(root / old) and os.path.lexists(root / to) and not os.path.samefile(root / old, root / to):
            raise Changed(old)
    for path, raw in rewritten.items():
        _replace(root / path, raw)
    for old, to in copy.moves:
        _rename(root / old, root / to, old)
    for path, raw in new.items():
        _create(root / path, raw, path)


def _replace(file: Path, raw: bytes) -> None:
    """A file with other content in one step; never into it, since other folders may share it."""
    fresh = _beside(file, raw)
    shutil.copymode(file, fresh)
    os.replace(fresh, file)


def _beside(file: Path, raw: bytes) -> Path:
    """The content in a file of a name that nothing reads, on the disk for certain."""
    fresh = file.with_name(f".{file.name}.new")
    with fresh.open("wb") as out:
        out.write(raw)
        out.flush()
        os.fsync(out.fileno())
    return fresh


def _rename(old: Path, to: Path, path: str) -> None:
    """Another name for a file or folder, never one that is taken."""
    same = os.path.lexists(to) and os.path.samefile(old, to)
    if os.path.lexists(to) and not same:
        raise Changed(path)
    if old.is_dir():
        os.rename(old, to)
    elif same:
        _finish(old, to)
    else:
        try:
            os.link(old, to, follow_symlinks=False)
        except FileExistsError:
            raise Changed(path) from None
        except OSError:  # a disk without second names for a file
            os.rename(old, to)
        else:
            os.unlink(old)


def _finish(old: Path, to: Path) -> None:
    """The end of an interrupted renaming, or the same name in other letters on a disk that sees no difference."""
    if to.name in os.listdir(to.parent):
        os.unlink(old)
    else:
        os.rename(old, to)


def _create(file: Path, raw: bytes, path: str) -> None:
    """A new file that is there whole or not at all, and takes no name that is taken."""
    fresh = _beside(file, raw)
    try:
        os.link(fresh, file)
    except FileExistsError:
        raise Changed(path) from None
    except OSError:
        if os.path.lexists(file):
            raise Changed(path) from None
        os.rename(fresh, file)
    finally:
        with contextlib.suppress(FileNotFoundError):
            os.unlink(fresh)
