"""What `kommun check` says of a town, with the case that each message belongs to."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from kommun.messages import words_of_rule
from tests.build.site import kommun
from tests.build.town import make_town

DAY = "2026-11-25"


@dataclass(frozen=True)
class Said:
    rule: str
    path: str
    line: int
    message: str
    help: str

    @property
    def case(self) -> str:
        """The rule's case whose words these are."""
        return next((case for case, words in _words(self.rule) if words.fullmatch(self.message)), "")


@cache
def _words(rule: str) -> list[tuple[str, re.Pattern[str]]]:
    """The messages of a rule, longest first, with anything where their values stand."""
    cases = sorted(words_of_rule(rule, "sv").cases.items(), key=lambda pair: -len(pair[1].message))
    return [(case, re.compile(_as_pattern(words.message), re.DOTALL)) for case, words in cases]


def _as_pattern(template: str) -> str:
    return ".*".join(re.escape(part) for part in re.split(r"\{[^{}]*\}", template.strip()))


def check(root: Path, form: str = "json") -> str:
    """The command's own words; it must have come to an end, and said nothing else."""
    run = kommun(root, "check", "--today", DAY, "--format", form, "--root", str(root))
    assert run.code in (0, 1), run.err
    assert "Traceback" not in run.err, run.err
    return run.out


def read(report: str) -> list[Said]:
    """The findings of a report in JSON."""
    rows: list[dict[str, Any]] = json.loads(report)
    return [Said(r["rule"], r["path"], r["line"], r["message"].strip(), r["help"]) for r in rows]


def judged(root: Path, files: dict[str, str | bytes | None]) -> list[Said]:
    """The findings in a town with these files."""
    make_town(root, files)
    return read(check(root))
