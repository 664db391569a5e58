"""Findings as an editor reads them in a terminal: by file, with the line and a caret, and one line of counts."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from pathlib import Path

from kommun.finding import Finding, Severity
from kommun.identity_codes import without_codes
from kommun.messages import load

_LINE_WIDTH = 100


def as_text(findings: Sequence[Finding], root: Path, lang: str = "sv") -> str:
    words = load(lang, "reports")
    blocks = []
    for path, group in groupby(findings, key=lambda finding: finding.path):
        lines = _lines(root / path)
        blocks.append("\n".join([path, *(_finding(finding, lines, lang) for finding in group)]))
    return "\n\n".join([*blocks, counts(findings, lang)]) if findings else str(words["count"]["none"])


def _finding(finding: Finding, lines: Sequence[str], lang: str) -> str:
    words = load(lang, "reports")
    place = f"{finding.path}:{finding.line}:{finding.column}"
    out = [f"  {place}: {words['severity'][finding.severity.value]} [{finding.rule}] {finding.message}"]
    shown = lines[finding.line - 1].rstrip() if 0 < finding.line <= len(lines) else ""
    if shown.strip() and len(shown) <= _LINE_WIDTH and finding.column <= len(shown):
        told = without_codes(shown)
        out += [f"    | {told}"]
        if told == shown:
            out += [f"    | {' ' * (finding.column - 1)}^"]
    return "\n".join([*out, f"    {words['help'].format(help=finding.help)}"])


def _lines(file: Path) -> list[str]:
    try:
        if file.suffix != ".md" or file.stat().st_size > 1_000_000:
            return []
        return file.read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return []


def counts(findings: Sequence[Finding], lang: str) -> str:
    """`2 fel, 1 varning i 2 filer`."""
    words = load(lang, "reports")["count"]
    errors = sum(finding.severity is Severity.ERROR for finding in findings)
    warnings = len(findings) - errors
    files = len({finding.path for finding in findings})

    def number(name: str, n: int) -> str:
        return str(words[f"{name}_one"]) if n == 1 else str(words[f"{name}_many"]).format(n=n)

    return f"{number('errors', errors)}, {number('warnings', warnings)} {number('files', files)}."
