"""What is asked of the command, and how it speaks with whoever asks."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from kommun.attachments import Progress, silent
from kommun.configuration import Settings


@dataclass(frozen=True)
class Request:
    """A mending as it is asked for."""

    root: Path
    settings: Settings
    today: date
    paths: tuple[str, ...] = ()
    """Files and folders to be mended, as typed; all where none is given."""
    only: tuple[str, ...] = ()
    """Names of repairs; all where none is given."""
    lang: str = "sv"
    yes: bool = False
    """Do not ask."""
    dry_run: bool = False
    """Only show."""
    ask: Callable[[str], str] | None = None
    """Asks the person at the terminal; None where there is none."""
    say: Callable[[str], None] = print
    progress: Progress = silent


class CannotFix(Exception):
    """Nothing has been changed; the text is for people."""
