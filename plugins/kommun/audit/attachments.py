"""No file on the site holds a personal identity code, a photograph's place, an author or what is hidden (strategy 4.1).

The published bytes are read again: that the sources were looked through is not trusted.
"""

from __future__ import annotations

from collections.abc import Iterator

from kommun.attachments import Report
from kommun.finding import Problem

from .finished import FinishedSite


def check(site: FinishedSite) -> Iterator[Problem]:
    redacted = _redacted(site)
    for path, report in site.reports.items():
        yield from (Problem(path, case) for case in _wrong(report, path in redacted))


def _wrong(report: Report, redacted: bool) -> Iterator[str]:
    if report.trouble:
        yield "unreadable"
    if report.code_pages or report.code_in_text or report.code_beneath:
        yield "code"
    if report.position:
        yield "position"
    if report.traces:
        yield "traces"
    if report.hidden:
        yield "hidden"
    if report.covered and redacted:
        yield "covered"


def _redacted(site: FinishedSite) -> set[str]:
    """Where the files lie that are shown in place of one with personal data."""
    sources = {
        version
        for entry in site.plan.entries.values()
        for _, attachment in entry.main.listed
        if attachment.redacted
        for version in site.library.versions_of(entry.main.file_of(attachment.redacted))
    }
    return {path for path, source in site.attachments.items() if source in sources}
