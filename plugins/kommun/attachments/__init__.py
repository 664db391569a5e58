"""What lies beside the documents: read before it is published, and published without what nobody should see.

Each file is read once, in a child process with bounds, and what was found is kept by
the hash of its content. The same file read again costs its hash alone.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path

from .limits import LIMITS
from .report import VERSION, Report

Progress = Callable[[str, int, int], None]
"""Told of a piece of work (a key of `reports.yml`), how much is done and of how much."""

_MOST_KEPT = 20_000
_known: dict[str, Report] = {}
"""Reports of this process, by the hash of the content: a pure function of it."""


def silent(work: str, done: int, total: int) -> None:
    """No progress is shown."""


class Attachments:
    """The attachments below a folder: what they hold, and the copies of them that are published."""

    def __init__(self, root: Path, cache: Path, progress: Progress = silent) -> None:
        self.root = root.resolve()  # the child processes may stand in another folder
        self._kept = cache / "attachments.json"
        self._copies = cache / "copies"
        self._progress = progress
        self._digests: dict[str, str] = {}

    def digests(self, paths: Iterable[str]) -> dict[str, str]:
        """The SHA-256 of each file, read on every core. OSError where one cannot be opened."""
        wanted = [path for path in paths if path not in self._digests]
        with ThreadPoolExecutor(os.cpu_count() or 1) as threads:
            self._digests.update(zip(wanted, threads.map(self._digest, wanted), strict=True))
        return self._digests

    def _digest(self, path: str) -> str:
        with (self.root / path).open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()

    def reports(self, paths: Iterable[str]) -> dict[str, Report]:
        """What each file holds."""
        paths = list(paths)
        digests = self.digests(paths)
        unknown = {digests[path]: path for path in paths if digests[path] not in _known}
        if unknown:
            kept = _read_kept(self._kept)
            _known.update({digest: kept[digest] for digest in unknown if digest in kept})
            fresh = {digest: path for digest, path in unknown.items() if digest not in kept}
            if fresh:
                self._inspect(fresh)
                _write_kept(self._kept, kept, {digests[path]: _known[digests[path]] for path in paths})
        return {path: _known[digests[path]] for path in paths}

    def _inspect(self, fresh: dict[str, str]) -> None:
        from .reading import inspected
        from .workers import in_children

        names = {self.root / path: digest for digest, path in fresh.items()}
        for done, (file, report) in enumerate(in_children(inspected, list(names)), 1):
            _known[names[file]] = report or Report(trouble="refused")
            self._progress("reading_attachments", done, len(names))

    def copies(self, paths: Iterable[str]) -> dict[str, Path]:
        """The published copy of each file; those that cannot be read are left out."""
        from .reading import copy_of, write_copy

        paths = list(paths)
        digests = self.digests(paths)
        targets = {path: copy_of(self._copies, digests[path]) for path in paths}
        missing = {target: path for path, target in targets.items() if not target.is_file()}
        if missing:
            from .workers import in_children

            files = [self.root / path for path in missing.values()]
            for done, _ in enumerate(in_children(partial(write_copy, self._copies), files), 1):
                self._progress("cleaning_attachments", done, len(files))
        return {path: target for path, target in targets.items() if target.is_file()}

    def keep_only(self, paths: Iterable[str]) -> None:
        """Remove the copies of everything else: what is gone is gone from the caches too."""
        from .reading import copy_of

        paths = list(paths)
        digests = self.digests(paths)
        kept = {copy_of(self._copies, digests[path]) for path in paths}
        for file in set(self._copies.iterdir()) - kept if self._copies.is_dir() else ():
            file.unlink(missing_ok=True)


def _signature() -> str:
    return f"{VERSION} {LIMITS}"


def _read_kept(file: Path) -> dict[str, Report]:
    """The kept reports; none where they are of another version, or damaged."""
    try:
        data = json.loads(file.read_text(encoding="utf-8"))
        if data["made_by"] != _signature():
            return {}
        return {str(digest): Report.from_data(report) for digest, report in data["reports"].items()}
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return {}


def _write_kept(file: Path, kept: dict[str, Report], used: dict[str, Report]) -> None:
    """Keep the reports for the next time. A disk that cannot be written costs time, not the result."""
    reports = used if len(kept) > _MOST_KEPT else {**kept, **used}
    data = {"made_by": _signature(), "reports": {digest: r.as_data() for digest, r in sorted(reports.items())}}
    fresh = file.with_name(f"{file.name}.{os.getpid()}")
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        fresh.write_text(json.dumps(data), encoding="utf-8")
        fresh.replace(file)
    except OSError:
        fresh.unlink(missing_ok=True)


__all__ = ["Attachments", "Progress", "Report", "silent"]
