"""What is measured: the steps of `kommun` and the plain build, in turn, on one town."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import plain
from process import Failed, Run, run
from towns import CONTENT, Town

HERE = Path(__file__).resolve().parent
STAGED_BEFORE = ".cache"
"""Where `kommun` keeps the staged tree; removed before a step that writes it, so that nothing is reused."""


@dataclass(frozen=True)
class Prepared:
    """A town that is staged, laid out for the peer, and warmed up."""

    town: Town
    sources: int
    """Markdown files that editors wrote."""
    pages: int
    """Pages that the stage made of them, in all languages."""
    errors: int


@dataclass(frozen=True)
class Step:
    """One row of the table. A step of a peer may be ended by the clock."""

    words: str
    command: Callable[[Town], list[str]]
    accepted: tuple[int, ...] = (0,)
    peer: bool = False


def _kommun(town: Town, *arguments: str) -> list[str]:
    return [sys.executable, "-m", "kommun", *arguments, "--root", str(town.root), "--today", town.day]


def _check(town: Town) -> list[str]:
    return _kommun(town, "check")


def _stage(town: Town) -> list[str]:
    _forget(town)
    return [sys.executable, str(HERE / "stage_town.py"), str(town.root), town.day]


def _build(town: Town) -> list[str]:
    _forget(town)
    return _kommun(town, "build", "--keep-going", "--site-dir", str(town.root / "site"))


def _forget(town: Town) -> None:
    for name in (STAGED_BEFORE, "site"):
        shutil.rmtree(town.root / name, ignore_errors=True)


STEPS = {
    "check": Step("`kommun check`", _check, accepted=(0, 1)),
    "stage": Step("check, plan and stage", _stage),
    "build": Step("`kommun build`", _build),
    "plain": Step("plain MkDocs", lambda town: plain.command(town, search=True), peer=True),
    "plain-no-search": Step("the same without search", lambda town: plain.command(town, search=False), peer=True),
}
YARDSTICK = "plain"


def prepare(town: Town, timeout: float) -> Prepared:
    """One warm-up of each step; what it leaves is what the peer is given. The peer's is its start page."""
    asked = subprocess.run(_kommun(town, "check", "--format", "json"), capture_output=True, text=True, check=False)
    if asked.returncode not in (0, 1):
        raise Failed(asked.stderr.strip())
    errors = sum(finding["severity"] == "error" for finding in json.loads(asked.stdout))
    run(_build(town), town.root)
    run(_stage(town), town.root)
    docs = town.root / STAGED_BEFORE / "stage" / "docs"
    plain.lay_out(town, docs)
    for search in (True, False):
        run(plain.command(town, search=search, start_only=True), town.root, timeout=timeout)
    sources = sum(1 for name in CONTENT for _ in (town.root / name).rglob("*.md"))
    return Prepared(town, sources, sum(1 for _ in docs.rglob("*.md")), errors)


def measure(
    prepared: Prepared, names: Sequence[str], runs: int, timeout: float, say: Callable[[str], None]
) -> dict[str, list[Run]]:
    """Every step `runs` times, interleaved: what slows the machine for a while slows all of them."""
    measured: dict[str, list[Run]] = {name: [] for name in STEPS if name in names}
    for number in range(1, runs + 1):
        for name, done in measured.items():
            if done and done[-1].timed_out:
                continue
            step = STEPS[name]
            one = run(step.command(prepared.town), prepared.town.root, step.accepted, timeout if step.peer else None)
            say(f"  {number}/{runs} {name}: {one.wall:.2f} s")
            done.append(one)
    return measured
