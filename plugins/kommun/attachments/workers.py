"""Reading attachments in child processes, so that no file can take the machine or the command down with it."""

from __future__ import annotations

import atexit
import logging
import os
import warnings
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import TimeoutError
from functools import cache
from multiprocessing import get_context
from pathlib import Path
from typing import TypeVar

from pebble import ProcessExpired, ProcessPool

from .limits import LIMITS, Limits

_FILES_PER_PROCESS = 500
"""After these a process is replaced: the libraries inside it give memory back only at their end."""
_FEW = 8
"""Files for which one process is enough: to start another takes longer than to read them."""

Result = TypeVar("Result")


def in_children(
    task: Callable[[Path, Limits], Result], files: Sequence[Path], limits: Limits = LIMITS
) -> Iterator[tuple[Path, Result | None]]:
    """Do a task for each file, on every core where there are many; None where the process died or took too long."""
    if not files:
        return
    pool = _pool(1 if len(files) <= _FEW else os.cpu_count() or 1, limits.memory)
    waiting = [(file, pool.schedule(task, args=(file, limits), timeout=limits.seconds)) for file in files]
    try:
        for file, future in waiting:
            try:
                yield file, future.result()
            except (TimeoutError, ProcessExpired, MemoryError):
                yield file, None
    finally:
        for _, future in waiting:
            future.cancel()  # type: ignore[no-untyped-call]  # what nobody waits for any more


@cache
def _pool(processes: int, memory: int) -> ProcessPool:
    """Child processes that stay until this process ends: a preview reads a few files again and again."""
    pool = ProcessPool(
        max_workers=processes,
        max_tasks=_FILES_PER_PROCESS,
        initializer=_bounded,
        initargs=(memory,),
        context=get_context("spawn"),
    )
    atexit.register(pool.stop)
    return pool


def _bounded(memory: int) -> None:
    """Let this process have no more memory, where the system can hold it to that, and say nothing about a file."""
    # Libraries warn of what they have mended, in words for programmers.
    logging.disable()
    warnings.simplefilter("ignore")
    try:
        import resource
    except ImportError:  # Windows: the time limit stands alone
        return
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
