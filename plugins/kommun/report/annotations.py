"""Findings as GitHub annotations, errors first: GitHub shows ten of a kind, so the text follows whole."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from kommun.finding import Finding, Severity

from .text import as_text


def as_annotations(findings: Sequence[Finding], root: Path, lang: str = "sv") -> str:
    ordered = sorted(findings, key=lambda finding: (finding.severity is not Severity.ERROR, finding))
    return "\n".join([*(_annotation(finding) for finding in ordered), as_text(findings, root, lang)])


def _annotation(finding: Finding) -> str:
    place = f"file={_property(finding.path)},line={finding.line},col={finding.column},title={_property(finding.rule)}"
    return f"::{finding.severity.value} {place}::{_data(f'{finding.message} {finding.help}')}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
