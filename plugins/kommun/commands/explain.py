"""Förklara en regel."""

from __future__ import annotations

import argparse
import difflib
import sys

from kommun.messages import load

from ._start import CANNOT_RUN, OK


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("rule", nargs="?", metavar="REGEL")


def run(options: argparse.Namespace) -> int:
    from kommun.report.explained import explanation
    from kommun.rules import rules

    words = load(options.lang, "reports")
    if options.rule in rules():
        print(explanation(options.rule, options.lang))
        return OK
    if options.rule:
        print(words["no_rule"].format(name=options.rule), file=sys.stderr)
        for guess in difflib.get_close_matches(options.rule, rules(), n=1):
            print(words["guess"].format(guess=guess), file=sys.stderr)
    print(words["all_rules"])
    print("\n".join(f"  {name}" for name in rules()))
    return CANNOT_RUN if options.rule else OK
