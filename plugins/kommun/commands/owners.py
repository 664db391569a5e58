"""Gör .github/CODEOWNERS av enheterna."""

from __future__ import annotations

import argparse

from ._start import OK, settings


def arguments(parser: argparse.ArgumentParser) -> None:
    """Nothing beside the root."""


def run(options: argparse.Namespace) -> int:
    from kommun.content.library import read_library
    from kommun.report.owners import code_owners

    print(code_owners(read_library(*settings(options))), end="")
    return OK
