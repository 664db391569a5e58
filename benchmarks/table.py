"""The measurements as one Markdown table."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from statistics import median

from process import Run
from steps import STEPS, YARDSTICK, Prepared

_HEAD = ("town", "pages", "step", "runs", "wall s", "CPU s", "peak MB", "wall ÷ plain", "CPU ÷ plain")
_WORDS = 3
"""The columns that hold words or stand by them; the rest are numbers and align to the right."""
_BUSY = 1.5
_BUSY_WORDS = "The machine had other work meanwhile: some run waited longer than it worked. Read the CPU columns."


def as_table(measured: Sequence[tuple[Prepared, dict[str, list[Run]]]]) -> str:
    rows = [row for town, steps in measured for row in _rows(town, steps)]
    rule = [":--" if number < _WORDS else "--:" for number in range(len(_HEAD))]
    table = "\n".join(f"| {' | '.join(row)} |" for row in (_HEAD, rule, *rows))
    busy = any(run.wall > _BUSY * run.cpu for _, steps in measured for runs in steps.values() for run in runs)
    return f"{table}\n\n{_BUSY_WORDS}" if busy else table


def _rows(town: Prepared, steps: dict[str, list[Run]]) -> list[Sequence[str]]:
    yardstick = steps.get(YARDSTICK, [])
    return [
        (
            town.town.scale,
            str(town.pages),
            STEPS[name].words,
            str(len(runs)),
            _late(runs) + f"{median(map(_wall, runs)):.2f}",
            _late(runs) + f"{median(map(_cpu, runs)):.2f}",
            f"{median(run.memory for run in runs):.0f}",
            _ratio(runs, yardstick, _wall),
            _ratio(runs, yardstick, _cpu),
        )
        for name, runs in steps.items()
    ]


def _wall(run: Run) -> float:
    return run.wall


def _cpu(run: Run) -> float:
    return run.cpu


def _late(runs: Sequence[Run]) -> str:
    """A sign before a time that the clock cut short."""
    return "> " if any(run.timed_out for run in runs) else ""


def _ratio(runs: Sequence[Run], yardstick: Sequence[Run], of: Callable[[Run], float]) -> str:
    """The median of what each round says: its runs stood side by side, whatever else the machine was doing."""
    if not yardstick or _late(runs):
        return "–"
    ratio = median(of(one) / of(other) for one, other in zip(runs, yardstick, strict=False))
    return ("< " if _late(yardstick) else "") + f"{ratio:.3f}"
