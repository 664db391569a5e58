"""Laga det som går att laga, och visa det först."""

from __future__ import annotations

import argparse
import sys

from kommun.report.progress import progress_in

from ._start import CannotRun, start

DATED = True


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("paths", nargs="*", metavar="FIL", help="bara dessa filer och mappar")
    parser.add_argument("--only", action="append", default=[], metavar="LAGNING", help="bara denna lagning")
    parser.add_argument("--yes", action="store_true", help="fråga inte")
    parser.add_argument("--dry-run", action="store_true", help="visa bara vad som skulle ändras")


def run(options: argparse.Namespace) -> int:
    from kommun.mending import CannotFix, Request, fix

    request = Request(
        *start(options),
        tuple(options.paths),
        tuple(options.only),
        options.lang,
        options.yes,
        options.dry_run,
        input if sys.stdin.isatty() else None,
        progress=progress_in(options.lang),
    )
    try:
        return fix(request)
    except CannotFix as error:
        raise CannotRun(str(error)) from None
