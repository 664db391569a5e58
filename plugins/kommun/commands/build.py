"""Bygg webbplatsen."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from kommun.report.progress import progress_in

from ._start import folder_to_write, start

DATED = True


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--site-dir", type=Path, help="mappen som webbplatsen skrivs till (site)")
    parser.add_argument("--keep-going", action="store_true", help="håll tillbaka dokument med fel och bygg resten")


def run(options: argparse.Namespace) -> int:
    from kommun.build import build
    from kommun.editor.command import missing_program

    from ._built import told

    root, settings, day = start(options)
    if missing := missing_program(root, settings, options.lang):
        print(missing, file=sys.stderr)
    site_dir = folder_to_write(root, options.site_dir or root / "site")
    built = build(root, settings, day, site_dir, options.lang, options.keep_going, progress_in(options.lang))
    return told(built, root, site_dir, options.lang)
