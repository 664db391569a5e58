"""Findings and plans as people and other tools read them: text, GitHub annotations, JSON."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from kommun.finding import Finding

from .annotations import as_annotations
from .data import findings_as_json
from .text import as_text

Report = Callable[[Sequence[Finding], Path, str], str]

FORMATS: dict[str, Report] = {
    "text": as_text,
    "github": as_annotations,
    "json": findings_as_json,
}
