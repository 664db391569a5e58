"""Names and addresses are found in texts as officials write them, and nothing else is taken for one.

The texts are data (`planted`, `documents`, `clean`); what is known to be missed or falsely accused is stated here, and
anything beyond it fails. `python -m tests.permits.test_measure` prints the table.
"""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from kommun.configuration import read_settings
from kommun.permits.plain_text import plain
from kommun.rules import permit_addresses, permit_names

from .filled import Sample, all_clean, all_planted

ROOT = Path(__file__).resolve().parents[2]
OWN = permit_addresses.own_addresses(read_settings(ROOT / "mkdocs.yml"))

KNOWN_MISSES: frozenset[str] = frozenset()
KNOWN_FALSE: frozenset[str] = frozenset()
"""Pieces of texts in which a miss or a false alarm is known and accepted."""


def _names(text: str) -> list[int]:
    read = plain(text)
    return [read.offset(person.start) for person, _, _ in permit_names.named(read)]


def _addresses(text: str) -> list[int]:
    read = plain(text)
    return [read.offset(address.start) for address in permit_addresses.told(read, OWN)]


def judged(sample: Sample) -> tuple[list[str], list[str], int, int]:
    """What is missed and what is falsely accused in a text, how much is planted and how much of it is found."""
    missed: list[str] = []
    false: list[str] = []
    for places, found in ((sample.names, _names(sample.text)), (sample.addresses, _addresses(sample.text))):
        missed += [sample.text[a:b] for a, b in places if not any(a <= at < b for at in found)]
        false += [sample.text[at : at + 30] for at in found if not any(a <= at < b for a, b in places)]
    planted = len(sample.names) + len(sample.addresses)
    return missed, false, planted, planted - len(missed)


@pytest.mark.parametrize("held_out", [False, True], ids=["tuned", "held out"])
def test_everything_planted_is_found_and_nothing_else(held_out: bool) -> None:
    missed, false = [], []
    for sample in all_planted() + all_clean():
        if sample.held_out is held_out:
            lost, wrong, _, _ = judged(sample)
            missed += [f"{sample.kind}: {piece!r} in {sample.text[:200]!r}" for piece in lost]
            false += [f"{sample.kind}: {piece!r} in {sample.text[:200]!r}" for piece in wrong]
    assert not [one for one in missed if not any(known in one for known in KNOWN_MISSES)]
    assert not [one for one in false if not any(known in one for known in KNOWN_FALSE)]


def test_the_sets_are_large_enough() -> None:
    planted, clean = all_planted(), all_clean()
    assert len({sample.text for sample in planted}) >= 300
    assert len({sample.text for sample in clean}) >= 250
    assert 0.25 < sum(sample.held_out for sample in planted) / len(planted) < 0.4


def table(held_out: bool) -> str:
    rows: dict[str, Counter[str]] = {}
    for sample in all_planted() + all_clean():
        if sample.held_out is held_out:
            row = rows.setdefault(sample.kind, Counter())
            _, false, planted, found = judged(sample)
            row += Counter(planted=planted, found=found, clean=not planted, false=len(false))
            rows[sample.kind] = row
    lines = ["| kind | planted | found | clean | falsely accused |", "|---|---|---|---|---|"]
    for kind, row in rows.items():
        lines.append(f"| {kind} | {row['planted']} | {row['found']} | {row['clean']} | {row['false']} |")
    return "\n".join(lines)


if __name__ == "__main__":
    print(table(False), table(True), sep="\n\n")
