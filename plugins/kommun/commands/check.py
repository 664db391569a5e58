"""Visa allt som är fel i innehållet."""

from __future__ import annotations

import argparse

from kommun.prepared import prepare
from kommun.report import FORMATS
from kommun.report.progress import progress_in

from ._start import ERRORS, OK, start

DATED = True


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--format", choices=list(FORMATS), default="text")


def run(options: argparse.Namespace) -> int:
    root, settings, day = start(options)
    prepared = prepare(root, settings, day, options.lang, progress=progress_in(options.lang))
    print(FORMATS[options.format](prepared.findings, root, options.lang))
    return ERRORS if prepared.errors else OK
