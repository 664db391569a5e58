"""Bygg en webbplats att titta på, öppnad från en mapp."""

from __future__ import annotations

import argparse
from pathlib import Path

from kommun.report.progress import progress_in

from ._start import OK, folder_to_write, start

DATED = True


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("folder", type=Path, metavar="MAPP", help="mappen som förhandsvisningen skrivs till")
    parser.add_argument("--base", metavar="REF", help="visa dagen då ändringen från REF först blir synlig")


def run(options: argparse.Namespace) -> int:
    from kommun.build import build
    from kommun.preview import make_readable_without_server

    from ._built import told
    from ._compared import compared

    root, settings, day = start(options)
    if options.base:
        day = compared(options).publication or day
    folder = folder_to_write(root, options.folder)
    built = build(root, settings, day, folder, options.lang, keep_going=True, progress=progress_in(options.lang))
    if failed := told(built, root, folder, options.lang):
        return failed
    make_readable_without_server(folder, day, settings)
    return OK
