"""`python benchmarks`: what the steps of `kommun` cost beside a plain MkDocs build of the same staged tree."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence

from process import Failed
from steps import STEPS, Prepared, measure, prepare
from table import as_table
from towns import SCALES, WORK, corpus_script, make_town

RUNS = {"own": 5, "small": 3, "town": 1}
"""How often each step is measured where nothing else is asked for: a plain build of the town takes minutes."""


def main(argv: Sequence[str] | None = None) -> int:
    options = _parser().parse_args(argv)
    measured = []
    failed = False
    for scale in _possible(options.scale):
        try:
            town = prepare(make_town(scale, WORK / scale), options.peer_timeout)
            _say(_told(town))
            runs = options.runs or RUNS[scale]
            measured.append((town, measure(town, options.only or list(STEPS), runs, options.peer_timeout, _say)))
        except Failed as error:
            failed = True
            _say(f"{scale}: {error}")
    print(as_table(measured))
    return 1 if failed else 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="benchmarks", description=__doc__)
    parser.add_argument("--scale", nargs="+", choices=SCALES, default=["own", "small"], help="own small")
    parser.add_argument("--runs", type=_positive, metavar="N", help="runs of each step (own 5, small 3, town 1)")
    parser.add_argument("--only", nargs="+", choices=list(STEPS), metavar="NAME", help=", ".join(STEPS))
    parser.add_argument(
        "--peer-timeout", type=_positive, default=900, metavar="S", help="seconds for a plain build (900)"
    )
    return parser


def _positive(text: str) -> int:
    number = int(text)
    if number < 1:
        raise ValueError(text)
    return number


def _possible(scales: Sequence[str]) -> list[str]:
    """The towns that can be made here: without `corpus.py` only the project's own content."""
    if corpus_script().is_file() or all(scale == "own" for scale in scales):
        return list(scales)
    _say(f"{corpus_script().name} is not there (KOMMUN_CORPUS names it): only the project's own content is measured.")
    return ["own"]


def _told(town: Prepared) -> str:
    errors = f", {town.errors} errors (their documents are withheld)" if town.errors else ""
    return f"{town.town.scale}: {town.sources} Markdown files, {town.pages} staged pages{errors}"


def _say(text: str) -> None:
    print(text, file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main())
