"""What is known before anything is rendered: the content, what is wrong with it, and the plan of the day."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from kommun.attachments import Progress, silent
from kommun.configuration import Settings
from kommun.content.library import Library, read_library
from kommun.finding import Finding, Severity
from kommun.plan import Plan, make_plan
from kommun.rules import check


@dataclass(frozen=True)
class Prepared:
    """The content, the findings and the plan of one day."""

    library: Library
    findings: Sequence[Finding]
    plan: Plan
    withheld: frozenset[str]
    """Keys held back for an error of their own."""

    @property
    def errors(self) -> list[Finding]:
        return [finding for finding in self.findings if finding.severity is Severity.ERROR]

    @property
    def stops(self) -> bool:
        """Whether no site may be made at all: there is no start page to show."""
        return "index" not in self.plan.entries


def prepare(
    root: Path,
    settings: Settings,
    today: date,
    lang: str = "sv",
    keep_going: bool = False,
    progress: Progress = silent,
) -> Prepared:
    """Read, check and plan. With `keep_going` each document with an error is withheld alone."""
    library = read_library(root, settings, progress)
    findings = check(library, today, lang)
    withheld = frozenset(_keys_with_errors(library, findings)) if keep_going else frozenset()
    return Prepared(library, findings, make_plan(library, today, withheld), withheld)


def _keys_with_errors(library: Library, findings: Sequence[Finding]) -> Iterator[str]:
    """The documents that an error holds back: the one it stands in, or those that list the file it is about."""
    paths = {finding.path for finding in findings if finding.severity is Severity.ERROR}
    for document in library.documents:
        listed = (document.file_of(a.file) for _, a in document.listed)
        if document.path in paths or any(file in paths for name in listed for file in library.versions_of(name)):
            yield document.key
