"""How far a long piece of work has come: one line that changes for a person, plain lines for a log."""

from __future__ import annotations

import sys
from typing import TextIO

from kommun.attachments import Progress
from kommun.messages import load

_FEW = 50
"""So few pieces are done before anybody wonders."""
_LINES = 10


def progress_in(lang: str, out: TextIO = sys.stderr) -> Progress:
    """Tell of work on `out`: after each piece where a person is looking, and ten times in a log."""
    words, looking = load(lang, "reports"), out.isatty()

    def tell(work: str, done: int, total: int) -> None:
        if total < _FEW:
            return
        line = words[work].format(done=done, total=total)
        if looking:
            print(f"\r{line}", end="\n" if done == total else "", file=out, flush=True)
        elif done == total or done % -(-total // _LINES) == 0:
            print(line, file=out, flush=True)

    return tell
