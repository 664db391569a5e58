"""Visa vad som syns och varför."""

from __future__ import annotations

import argparse

from kommun.prepared import prepare

from ._start import OK, start

DATED = True


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--format", choices=["text", "json"], default="text")


def run(options: argparse.Namespace) -> int:
    from kommun.report.data import plan_as_json
    from kommun.report.planned import plan_as_text

    plan = prepare(*start(options), options.lang).plan
    print(plan_as_json(plan) if options.format == "json" else plan_as_text(plan, options.lang))
    return OK
