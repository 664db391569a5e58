"""Each repair does to its cases what it should, leaves every other byte, and finds nothing the second time."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from kommun.mending import repairs
from kommun.rules.cases.made import write_made

from .places import mended, raw, town, tree

HERE = Path(__file__).parent / "cases"


@dataclass(frozen=True)
class Case:
    repair: str
    title: str
    before: dict[str, Any]
    after: dict[str, Any]
    only: tuple[str, ...]
    asked: bool
    again: bool
    remarks: list[str]


def _cases() -> list[Case]:
    found = []
    for file in sorted(HERE.glob("*.yml")):
        for row in YAML(typ="safe").load(file.read_text(encoding="utf-8")):
            only = tuple(row.get("only", [file.stem]))
            options = bool(row.get("asked")), bool(row.get("again", True)), list(row.get("remarks", []))
            found.append(Case(file.stem, row["title"], row["before"], row["after"], only, *options))
    return found


CASES = _cases()


def test_every_repair_has_cases_of_both_kinds() -> None:
    assert {case.repair for case in CASES if case.after} == set(repairs())
    assert {case.repair for case in CASES if not case.after} == set(repairs())


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.repair}: {case.title}")
def test_a_repair_does_what_its_case_says(case: Case, tmp_path: Path) -> None:
    root = town(tmp_path / "town", case.before)
    wanted = tree(root)
    for path, content in case.after.items():
        if content is None:
            wanted.pop(path)
        elif isinstance(content, dict):
            write_made(tmp_path / "made", content)
            wanted[path] = (tmp_path / "made").read_bytes()
        else:
            wanted[path] = raw(content)
    done = mended(root, *case.only, asked=case.asked)
    assert tree(root) == wanted
    assert done.remarks == case.remarks
    again = mended(root, *case.only, asked=case.asked)
    assert not again.copy.reasons
    assert tree(root) == wanted
