"""Granska en färdig webbplats."""

from __future__ import annotations

import argparse
from pathlib import Path

from kommun.messages import load
from kommun.prepared import prepare
from kommun.report import FORMATS
from kommun.report.progress import progress_in

from ._start import ERRORS, OK, CannotRun, start

DATED = True


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("site_dir", type=Path, metavar="SITE_DIR")
    parser.add_argument("--format", choices=list(FORMATS), default="text")


def run(options: argparse.Namespace) -> int:
    from kommun.audit import audit

    root, settings, day = start(options)
    if not options.site_dir.is_dir():
        raise CannotRun(f"{options.site_dir}: mappen finns inte")
    prepared = prepare(root, settings, day, options.lang, True, progress_in(options.lang))
    findings = audit(options.site_dir, prepared.library, prepared.plan, options.lang)
    if not findings and options.format == "text":
        print(load(options.lang, "reports")["audit_clean"])
    else:
        print(FORMATS[options.format](findings, options.site_dir, options.lang))
    return ERRORS if findings else OK
