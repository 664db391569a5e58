"""Findings and the plan as JSON, by the names of CONTENT.md section 8."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

from kommun.finding import Finding
from kommun.plan import Plan, Row


def findings_as_json(findings: Sequence[Finding], root: Path, lang: str = "sv") -> str:
    rows = [
        {
            "rule": finding.rule,
            "severity": finding.severity.value,
            "path": finding.path,
            "line": finding.line,
            "column": finding.column,
            "message": finding.message,
            "help": finding.help,
        }
        for finding in findings
    ]
    return json.dumps(rows, ensure_ascii=False, indent=1)


def plan_as_json(plan: Plan) -> str:
    return json.dumps(
        {
            "today": plan.today.isoformat(),
            "next_change": _day(plan.next_change),
            "documents": [_document(row) for _, row in sorted(plan.rows.items())],
        },
        ensure_ascii=False,
        indent=1,
    )


def _document(row: Row) -> dict[str, Any]:
    return {
        "path": row.path,
        "type": row.type,
        "visible": row.visible,
        "reason": row.reason,
        "from": _day(row.start),
        "through": _day(row.end),
        "attachments": [{"path": f.path, "visible": f.visible, "reason": f.reason} for f in row.attachments],
    }


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None
