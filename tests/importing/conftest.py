"""A town with four bodies, and the command run in it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from tests.build.site import Run, kommun
from tests.build.town import make_town

from .word import DAY, bodies, save


@dataclass(frozen=True)
class Imported:
    run: Run
    path: Path
    text: str
    """The file that was written, '' where none was."""


@pytest.fixture
def town(tmp_path: Path) -> Path:
    return make_town(tmp_path / "town", bodies())


@pytest.fixture
def imported(town: Path, tmp_path: Path) -> Callable[..., Imported]:
    """Save a document, import it, and read what came out."""

    def run(document: Any, body: str = "kommunstyrelsen", *more: str, lang: str = "sv") -> Imported:
        file = document if isinstance(document, Path) else save(document, tmp_path / "protokoll.docx")
        done = kommun(town, "import", str(file), "--body", body, "--date", DAY, *more)
        path = town / f"meetings/{body}/{DAY}/minutes.{lang}.md"
        return Imported(done, path, path.read_text(encoding="utf-8") if path.exists() else "")

    return run
