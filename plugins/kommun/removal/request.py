"""What is asked of the command, and how it speaks with whoever asks."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from kommun.attachments import Progress, silent


def at_once(text: str) -> None:
    """Say something without waiting for what comes after it."""
    print(text, flush=True)


@dataclass(frozen=True)
class Request:
    """A removal as it is asked for."""

    root: Path
    paths: tuple[str, ...]
    """Source paths, attachments or addresses, as typed or pasted."""
    site_dir: Path
    today: date
    lang: str = "sv"
    yes: bool = False
    """Do not ask."""
    dry_run: bool = False
    """Only show what would go."""
    history: bool = False
    """Take it out of the history too."""
    ask: Callable[[str], str] | None = None
    """Asks the person at the terminal; None where there is none."""
    say: Callable[[str], None] = at_once
    progress: Progress = silent

    @property
    def short_site(self) -> str:
        """The site's folder, as people write it."""
        inside = self.site_dir.is_relative_to(self.root)
        return self.site_dir.relative_to(self.root).as_posix() if inside else str(self.site_dir)
