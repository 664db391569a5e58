"""Visa vad en ändring gör med webbplatsen."""

from __future__ import annotations

import argparse

from ._start import OK

DATED = True


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--base", default="origin/main", metavar="REF", help="det som ändringen utgår från")


def run(options: argparse.Namespace) -> int:
    from kommun.review.comment import as_comment

    from ._compared import compared

    print(as_comment(compared(options), options.lang), end="")
    return OK
