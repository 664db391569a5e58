"""The content in a folder of its own, on which repairs are tried before anything real is touched.

One repair makes another possible: a file that could not be read has dates that could not be
either. So what is proposed is done here at once and read again; the content itself is only read.
Files that are no text are here by name and size alone: no repair looks into them.
"""

from __future__ import annotations

import os
import posixpath
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

from kommun.configuration import Settings
from kommun.content.files import Found, scan
from kommun.content.library import Library, read_library
from kommun.content.reader import MAX_TEXT_BYTES, Source, read_source

from .proposal import Change, Reason


class WorkingCopy:
    """The content as it is after the repairs so far."""

    def __init__(
        self,
        root: Path,
        folder: Path,
        settings: Settings,
        today: date,
        asked_for: frozenset[str] = frozenset(),
        chosen: Callable[[str], bool] = lambda path: True,
    ) -> None:
        self.settings, self.today, self.asked_for = settings, today, asked_for
        self.texts: dict[str, bytes] = {}
        """Content files, as they are now."""
        self.others: set[str] = set()
        self.folders: set[str] = set()
        self.moves: list[tuple[str, str]] = []
        """Every change of a name, in the order in which they can be done."""
        self.reasons: dict[str, dict[Reason, None]] = {}
        """Why a file or folder changes, by the name it has now."""
        self._folder, self._chosen = folder, chosen
        self._origins: dict[str, str] = {}
        self._sources: dict[str, tuple[bytes, Source]] = {}
        self._library: Library | None = None
        for found in _readable(root, scan(root, settings.stage.content, settings.locales)):
            self._take(root, found)
        self.originals = dict(self.texts)
        """Content files as they are on the disk."""

    def _take(self, root: Path, found: Found) -> None:
        target = self._folder / found.path
        above = found.path if found.is_folder else posixpath.dirname(found.path)
        (self._folder / above).mkdir(parents=True, exist_ok=True)
        self.folders.add(above)
        self._origins[above] = above
        if found.problem == "link":
            if (root / found.path).is_symlink():
                target.symlink_to(os.readlink(root / found.path))
        elif not found.is_folder:
            self._origins[found.path] = found.path
            if found.is_content and found.size <= MAX_TEXT_BYTES:
                self.texts[found.path] = (root / found.path).read_bytes()
                target.write_bytes(self.texts[found.path])
            else:
                self.others.add(found.path)
                target.touch()
                os.truncate(target, found.size)

    @property
    def library(self) -> Library:
        """What the reading makes of it now."""
        if self._library is None:
            self._library = read_library(self._folder, self.settings)
        return self._library

    @property
    def paths(self) -> set[str]:
        return {*self.texts, *self.others, *self.folders}

    def source(self, path: str) -> Source:
        """A content file taken apart; read once for as long as it stays the same."""
        raw = self.texts[path]
        known = self._sources.get(path)
        if known is None or known[0] is not raw:
            known = self._sources[path] = (raw, read_source(path, raw))
        return known[1]

    def origin(self, path: str) -> str:
        """What a file or folder is called on the disk; '' where it is not there yet."""
        return self._origins.get(path, "")

    def wants(self, path: str) -> bool:
        """Whether whoever asked wants this file or folder mended, by the name it has or had."""
        return self._chosen(path) or self._chosen(self.origin(path))

    def apply(self, change: Change) -> None:
        """Do what a repair proposes."""
        self._library = None
        self.reasons.setdefault(change.path, {}).update(dict.fromkeys(change.reasons))
        if change.content is not None:
            self._origins.setdefault(change.path, "")
            self.texts[change.path] = change.content
            (self._folder / change.path).write_bytes(change.content)
        if change.to:
            self.moves.append((change.path, change.to))
            os.rename(self._folder / change.path, self._folder / change.to)
            self._rename(change.path, change.to)

    def _rename(self, old: str, new: str) -> None:
        def moved(path: str) -> str:
            return new + path.removeprefix(old) if path == old or path.startswith(f"{old}/") else path

        self.texts = {moved(path): raw for path, raw in self.texts.items()}
        self.others = {moved(path) for path in self.others}
        self.folders = {moved(path) for path in self.folders}
        self.reasons = {moved(path): reasons for path, reasons in self.reasons.items()}
        self._origins = {moved(path): origin for path, origin in self._origins.items()}


def _readable(root: Path, found: Iterator[Found]) -> list[Found]:
    """What can be named, without the second name of a file whose renaming was interrupted (`writing.py`)."""
    named = [file for file in found if "\ufffd" not in file.path]
    second: set[str] = set()
    for file in named:
        if file.is_folder or file.problem in ("", "link") or os.stat(root / file.path).st_nlink == 1:
            continue
        folder = posixpath.dirname(file.path)
        beside = (f.path for f in named if not f.is_folder and not f.problem and posixpath.dirname(f.path) == folder)
        second.update(path for path in beside if os.path.samefile(root / file.path, root / path))
    return [file for file in named if file.path not in second]
