"""One batch of inputs, judged in a process of its own: nothing that an input does reaches further than this.

    python -m tests.fuzz.child TARGET FIRST COUNT PROGRESS

Writes the number it is at into the file PROGRESS, so that whoever waits knows what killed it, and a row
of JSON for each finding and one at the end to standard output.
"""

from __future__ import annotations

import faulthandler
import json
import os
import resource
import signal
import sys
import time
import traceback
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType

from kommun.attachments.limits import LIMITS

from .targets import Target, chance_of, targets

SECONDS = 5
"""Of the processor's time, for one input."""
PLUGINS = str(Path(__file__).resolve().parents[2] / "plugins")


class Hang(BaseException):
    """An input takes too long. No `Exception`, so that nothing on the way takes it for a broken file."""


def main() -> None:
    name, first, count, progress = sys.argv[1], int(sys.argv[2]), int(sys.argv[3]), sys.argv[4]
    faulthandler.enable()
    signal.signal(signal.SIGVTALRM, _hang)
    resource.setrlimit(resource.RLIMIT_AS, (LIMITS.memory, LIMITS.memory))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    target, told, slowest = targets()[name], Counter[str](), (0.0, first)
    with open(progress, "r+b") as place:
        for number in range(first, first + count):
            os.pwrite(place.fileno(), b"%020d" % number, 0)
            start = time.process_time()
            for finding in judged(target, name, number, told):
                _say(number=number, finding=finding)
            slowest = max(slowest, (time.process_time() - start, number))
    used = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    _say(told=told, slowest=[round(slowest[0] * 1000), slowest[1]], megabytes=used)


def judged(target: Target, name: str, number: int, told: Counter[str]) -> Iterator[str]:
    """What is wrong with one input, exceptions and time included."""
    try:
        made = target.make(chance_of(name, number))
        with in_time():
            yield from dict.fromkeys(target.judge(made, told))
    except MemoryError:
        told["past the memory limit"] += 1
    except (Exception, Hang) as error:
        yield f"{type(error).__name__}: {error} {where(error)}"


@contextmanager
def in_time() -> Iterator[None]:
    signal.setitimer(signal.ITIMER_VIRTUAL, SECONDS)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)


def _hang(number: int, frame: FrameType | None) -> None:
    raise Hang(f"more than {SECONDS} s")


def where(error: BaseException) -> str:
    """The innermost line of our own, and of anybody's."""
    frames = traceback.extract_tb(error.__traceback__)
    ours = [frame for frame in frames if frame.filename.startswith(PLUGINS)]
    told = [f"{Path(f.filename).name}:{f.lineno} {f.name}" for f in (*ours[-1:], *frames[-1:])]
    return " < ".join(dict.fromkeys(told))


def _say(**row: object) -> None:
    print(json.dumps(row), flush=True)


if __name__ == "__main__":
    main()
