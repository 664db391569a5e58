"""A last look at the finished site, which trusts nothing but the plan.

One check, one file, found by its file's name. A check holds a docstring and
`check(finished) -> Iterator[Problem]`; its words are in `messages/<language>/audit.yml`
under `site-<name>`.
"""

from __future__ import annotations

import pkgutil
from importlib import import_module
from pathlib import Path

from kommun.content.library import Library
from kommun.finding import Finding, Severity
from kommun.messages import words_of_rule
from kommun.plan import Plan

from .finished import FinishedSite, read_site

_NOT_CHECKS = ("finished", "windows")


def names() -> list[str]:
    return sorted(info.name for info in pkgutil.iter_modules(__path__) if info.name not in _NOT_CHECKS)


def audit(site_dir: Path, library: Library, plan: Plan, lang: str = "sv") -> list[Finding]:
    """Everything that is wrong with a finished site, sorted by file; paths are relative to the site."""
    finished = read_site(site_dir, library, plan)
    found: set[Finding] = set()
    for name in names():
        rule = f"site-{name.replace('_', '-')}"
        for problem in import_module(f"{__name__}.{name}").check(finished):
            words = words_of_rule(rule, lang).cases[problem.case]
            found.add(
                Finding(
                    problem.path,
                    problem.line,
                    problem.column,
                    rule,
                    Severity.ERROR,
                    words.message.format_map(problem.values),
                    words.help.format_map(problem.values),
                )
            )
    return sorted(found)


__all__ = ["FinishedSite", "audit", "names"]
