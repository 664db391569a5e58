"""How a build went, in words."""

from __future__ import annotations

import sys
from pathlib import Path

from kommun.build import Built
from kommun.messages import load
from kommun.report.text import as_text

from ._start import ERRORS, OK, short


def told(built: Built, root: Path, site_dir: Path, lang: str) -> int:
    """Say it, and how the command should end."""
    words = load(lang, "reports")
    if built.prepared.findings:
        print(as_text(built.prepared.findings, root, lang), file=sys.stderr)
    for key in sorted(built.prepared.withheld):
        print(words["withheld"].format(path=built.prepared.library.entries[key].main.path), file=sys.stderr)
    if built.said.strip():
        print(built.said.strip(), file=sys.stderr)
    if built.audit:
        print(as_text(built.audit, site_dir, lang), file=sys.stderr)
    values = {"today": built.prepared.plan.today, "site": short(site_dir), **built.values}
    if built.failure:
        print(words[built.failure].format(**values), file=sys.stderr)
        return ERRORS
    print(words["built"].format(**values))
    return OK
