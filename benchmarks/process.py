"""One command as a whole process: how long it took and what it used, its own children included."""

from __future__ import annotations

import os
import signal
import subprocess
import tempfile
import threading
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

_CODE = Path(__file__).resolve().parent / ".work" / "code"
"""Where Python keeps its compiled code for every command: the same for ours and the peer's, and out of the way."""
_NOT_OURS = ("KOMMUN_TODAY", "KOMMUN_RENDERER", "KOMMUN_STAGED", "PYTHONDONTWRITEBYTECODE")
_SHOWN = 2000
"""Characters of what a failed command said."""


class Failed(Exception):
    """A command that must go well did not; the text is what it said."""


@dataclass(frozen=True)
class Run:
    """What one process cost, in seconds and megabytes."""

    wall: float
    cpu: float
    memory: float
    """The most that it, or a process it waited for, held at once."""
    timed_out: bool = False


def run(command: Sequence[str], folder: Path, accepted: Sequence[int] = (0,), timeout: float | None = None) -> Run:
    """Run a command to its end, or until `timeout` seconds have gone by. Failed where its code is not accepted."""
    with tempfile.TemporaryFile() as said:
        started = time.perf_counter()
        # A session of its own, so that a timeout ends the command's children too.
        process = subprocess.Popen(
            command, cwd=folder, env=_environment(), stdout=said, stderr=subprocess.STDOUT, start_new_session=True
        )
        late = threading.Event()
        timer = threading.Timer(timeout, _end, (process.pid, late)) if timeout else None
        if timer:
            timer.start()
        _, status, used = os.wait4(process.pid, 0)
        wall = time.perf_counter() - started
        if timer:
            timer.cancel()
        process.returncode = os.waitstatus_to_exitcode(status)
        if not late.is_set() and process.returncode not in accepted:
            said.seek(0)
            text = said.read().decode("utf-8", "replace").strip()[-_SHOWN:]
            raise Failed(f"{' '.join(command[1:4])} ended with {process.returncode}:\n{text}")
    return Run(wall, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024, late.is_set())


def _end(pid: int, late: threading.Event) -> None:
    late.set()
    os.killpg(pid, signal.SIGKILL)


def _environment() -> dict[str, str]:
    """Ours without what would change the day, the renderer, or how Python keeps its compiled code."""
    kept = {name: value for name, value in os.environ.items() if name not in _NOT_OURS}
    return {**kept, "NO_MKDOCS_2_WARNING": "1", "PYTHONPYCACHEPREFIX": str(_CODE)}
