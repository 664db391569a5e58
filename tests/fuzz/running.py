"""Batches of inputs in children, one at a time: what they found, also when one dies or does not end."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

BATCH = 5_000
STUCK = 90
"""Seconds on the clock without a new input after which a child is ended."""
_ROOT = Path(__file__).resolve().parents[2]


@dataclass
class Outcome:
    """What a target's inputs came to."""

    inputs: int = 0
    findings: dict[int, list[str]] = field(default_factory=dict)
    told: Counter[str] = field(default_factory=Counter)
    slowest: tuple[int, int] = (0, 0)
    """Milliseconds, and the input's number."""
    megabytes: int = 0
    """The most that a child held."""


def run(target: str, first: int, count: int, seed: str = "random") -> Outcome:
    """Judge so many inputs, from a number on."""
    outcome = Outcome(inputs=count)
    at, end = first, first + count
    while at < end:
        at = _batch(target, at, min(BATCH, end - at), outcome, seed)
    return outcome


def _batch(target: str, first: int, count: int, outcome: Outcome, seed: str) -> int:
    """One child; the number of the next input, which is right behind the one that it died of."""
    with tempfile.TemporaryDirectory() as folder:
        progress, told = Path(folder, "progress"), Path(folder, "told")
        progress.write_bytes(b"%020d" % first)
        command = [sys.executable, "-m", "tests.fuzz.child", target, str(first), str(count), str(progress)]
        paths = os.pathsep.join((str(_ROOT / "plugins"), str(_ROOT)))
        environment = os.environ | {"PYTHONPATH": paths, "PYTHONHASHSEED": seed, "TMPDIR": folder}
        with told.open("wb") as out, Path(folder, "errors").open("wb") as errors:
            child = subprocess.Popen(command, stdout=out, stderr=errors, cwd=_ROOT, env=environment)
            stuck = _wait(child, progress)
        done = _take_in(told.read_text(encoding="utf-8").splitlines(), outcome)
        if done:
            return first + count
        number = int(progress.read_bytes())
        why = "does not end" if stuck else f"ends with {child.returncode}"
        last = Path(folder, "errors").read_text(encoding="utf-8", errors="replace")[-1500:]
        outcome.findings.setdefault(number, []).append(f"the process {why}: {last}")
        return number + 1


def _wait(child: subprocess.Popen[bytes], progress: Path) -> bool:
    """Wait for the child; True where it had to be ended."""
    seen, since = b"", time.monotonic()
    while True:
        try:
            child.wait(timeout=1)
            return False
        except subprocess.TimeoutExpired:
            now = progress.read_bytes()
            if now != seen:
                seen, since = now, time.monotonic()
            elif time.monotonic() - since > STUCK:
                child.kill()
                child.wait()
                return True


def _take_in(rows: list[str], outcome: Outcome) -> bool:
    """Add what a child told; whether it came to its end."""
    for row in map(json.loads, rows):
        if "finding" in row:
            outcome.findings.setdefault(row["number"], []).append(row["finding"])
            continue
        outcome.told.update(row["told"])
        outcome.slowest = max(outcome.slowest, tuple(row["slowest"]))
        outcome.megabytes = max(outcome.megabytes, row["megabytes"])
        return True
    return False
