"""Bombs are refused by the limits of the child that reads them; the command stays small and reads what lies beside them."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.build.town import PROJECT, make_town

from .bombs import BOMBS
from .judged import DAY, Said, read
from .pdfs import text_pdf
from .planted import listing

pytestmark = pytest.mark.slow
MEGABYTES_ON_DISK = 25
MEGABYTES_IN_MEMORY = 1600
"""What the command and each of its children may come to hold: no more than the address space a child is given."""
BESIDE = "vanlig.pdf"


@dataclass(frozen=True)
class Outcome:
    findings: list[Said]
    megabytes: int
    """The most that any process held at once."""


@pytest.fixture(scope="module")
def outcome(tmp_path_factory: pytest.TempPathFactory) -> Outcome:
    """All bombs in one town, and a file beside them that has a leak of its own."""
    made = {name: make() for name, (make, _) in BOMBS.items()}
    assert [name for name, content in made.items() if len(content) > MEGABYTES_ON_DISK * 2**20] == []
    files: dict[str, str | bytes | None] = {f"docs/bomber/{name}": content for name, content in made.items()}
    files[f"docs/bomber/{BESIDE}"] = text_pdf("Sökande 131052-308T.")
    files["docs/bomber/index.sv.md"] = listing([*made, BESIDE])
    return _run(make_town(tmp_path_factory.mktemp("bombs") / "town", files))


def _run(root: Path) -> Outcome:
    """The command in a process of its own, whose use of memory the system counts, with that of its children."""
    report = root / "report.json"
    command = [sys.executable, "-m", "kommun", "check", "--today", DAY, "--format", "json", "--root", str(root)]
    environment = os.environ | {"PYTHONPATH": str(PROJECT / "plugins")}
    with report.open("wb") as out:
        process = subprocess.Popen(command, stdout=out, cwd=root, env=environment)
        _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    assert process.returncode == 1
    return Outcome(read(report.read_text(encoding="utf-8")), used.ru_maxrss // 1024)


@pytest.mark.parametrize("name", BOMBS)
def test_a_bomb_is_refused(outcome: Outcome, name: str) -> None:
    said = [one for one in outcome.findings if one.path == f"docs/bomber/{name}"]
    cases = {one.case for one in said if one.rule == "attachment-readable"}
    assert cases and cases <= set(BOMBS[name][1]), said


def test_memory_stays_within_the_limit(outcome: Outcome) -> None:
    assert outcome.megabytes < MEGABYTES_IN_MEMORY


def test_the_file_beside_the_bombs_is_read(outcome: Outcome) -> None:
    assert any(one.path == f"docs/bomber/{BESIDE}" and one.rule == "identity-code" for one in outcome.findings)
