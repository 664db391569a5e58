"""The rules of CONTENT.md section 7: one file each, found by its name.

A rule module holds a docstring (the rule in one sentence, then its source),
`SEVERITY`, `NIGHTLY = True` where it depends on the passing of time, and
`check(library, today)`, which yields problems. Its words are in `messages/`,
its cases in `rules/cases/`.
"""

from __future__ import annotations

import pkgutil
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib import import_module

from kommun.content.library import Library
from kommun.finding import Finding, Problem, Severity
from kommun.identity_codes import without_codes
from kommun.messages import words_of_rule

Check = Callable[[Library, date], Iterable[Problem]]


@dataclass(frozen=True)
class Rule:
    name: str
    severity: Severity
    nightly: bool
    """Depends on the passing of time, so it is never an error (CONTENT.md section 7)."""
    source: str
    check: Check


@cache
def rules() -> dict[str, Rule]:
    """Every rule by its name, in alphabetical order."""
    found: dict[str, Rule] = {}
    for info in pkgutil.iter_modules(__path__):
        if info.ispkg or info.name.startswith("_"):
            continue
        module = import_module(f"{__name__}.{info.name}")
        name = info.name.replace("_", "-")
        nightly, source = getattr(module, "NIGHTLY", False), (module.__doc__ or "").strip()
        found[name] = Rule(name, module.SEVERITY, nightly, source, module.check)
    return dict(sorted(found.items()))


def check(library: Library, today: date, lang: str = "sv") -> list[Finding]:
    """Every finding, once, sorted by file and line."""
    return sorted(set(_findings(library, today, lang)))


def _findings(library: Library, today: date, lang: str) -> Iterator[Finding]:
    for rule in rules().values():
        for problem in rule.check(library, today):
            yield in_words(rule, problem, lang)


def in_words(rule: Rule, problem: Problem, lang: str) -> Finding:
    """The finding an editor reads."""
    words = words_of_rule(rule.name, lang).cases[problem.case]
    return Finding(
        path=problem.path,
        line=problem.line,
        column=problem.column,
        rule=rule.name,
        severity=rule.severity,
        # What an editor wrote is repeated in some messages; a code in it never is.
        message=without_codes(words.message.format_map(problem.values)),
        help=without_codes(words.help.format_map(problem.values)),
    )
