"""A removal that is under way, so that it can be finished after an interruption, and the names of what has gone.

Neither holds anything of the content: paths and digests while a removal is under way, digests of names after it.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from .scope import Scope
from .traces import digest_of_words

JOURNAL, REMEMBERED = "removal.json", "removed.json"


@dataclass(frozen=True)
class Journal:
    """The file that says what is to be finished."""

    cache: Path

    @property
    def file(self) -> Path:
        return self.cache / JOURNAL

    def write(self, scope: Scope) -> None:
        """Keep the scope before anything is touched. Raises OSError."""
        _write(self.file, asdict(scope))

    def read(self) -> Scope | None:
        """What an interrupted removal was to take away; None where none was interrupted."""
        data = _read(self.file)
        if not isinstance(data, dict):
            return None
        try:
            lists = ("sources", "edited", "addresses", "remade", "lines")
            values: dict[str, Any] = {name: tuple(str(item) for item in data[name]) for name in lists}
            return Scope(**values, digests={str(sha): int(size) for sha, size in data["digests"].items()})
        except (KeyError, TypeError, ValueError, AttributeError):
            return None

    def clear(self) -> None:
        self.file.unlink(missing_ok=True)


@dataclass(frozen=True)
class Remembered:
    """The names of what has been removed here, as digests."""

    cache: Path

    def knows(self, name: str) -> bool:
        return digest_of_words(name) in self._all()

    def add(self, names: Iterable[str]) -> None:
        _write(self.cache / REMEMBERED, sorted({*self._all(), *(digest_of_words(name) for name in names)}))

    def _all(self) -> set[str]:
        data = _read(self.cache / REMEMBERED)
        return {str(item) for item in data} if isinstance(data, list) else set()


def _read(file: Path) -> Any:
    try:
        return json.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None


def _write(file: Path, data: Any) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    fresh = file.with_name(f"{file.name}.new")
    with fresh.open("w", encoding="utf-8") as out:
        json.dump(data, out)
        out.flush()
        os.fsync(out.fileno())
    fresh.replace(file)
