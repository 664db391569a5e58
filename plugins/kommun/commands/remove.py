"""Ta bort något genast, överallt."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from kommun.clock import today
from kommun.report.progress import progress_in

from ._start import folder

DATED = True


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("paths", nargs="+", metavar="SÖKVÄG", help="en fil, en bilaga eller en sidas adress")
    parser.add_argument("--site-dir", type=Path, help="mappen där webbplatsen ligger (site)")
    parser.add_argument("--dry-run", action="store_true", help="visa bara vad som skulle tas bort")
    parser.add_argument("--yes", action="store_true", help="fråga inte")
    parser.add_argument("--history", action="store_true", help="ta bort det ur historien också")


def run(options: argparse.Namespace) -> int:
    from kommun.removal import Request, remove

    # The settings are not read here: in this need a broken mkdocs.yml must not stand in the way.
    root = folder(options)
    request = Request(
        root,
        tuple(options.paths),
        (options.site_dir or root / "site").resolve(),
        today(options.today),
        options.lang,
        options.yes,
        options.dry_run,
        options.history,
        input if sys.stdin.isatty() else None,
        progress=progress_in(options.lang),
    )
    return remove(request)
