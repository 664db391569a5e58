"""Pröva webbredigeraren på den egna datorn, eller hämta bara dess program."""

from __future__ import annotations

import argparse

from ._start import OK, CannotRun, start

DATED = True


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--fetch", action="store_true", help="hämta bara programmet, för ett bygge")
    parser.add_argument("--port", type=int, default=8010, help="porten på 127.0.0.1 (8010)")


def run(options: argparse.Namespace) -> int:
    from kommun.editor.command import fetch_program, serve, wrong_program
    from kommun.editor.package import WrongProgram

    root, settings, day = start(options)
    try:
        if options.fetch:
            # Without the program the site is built all the same, and says so.
            fetch_program(root, settings, options.lang, wanted=bool(settings.editor.repo))
            return OK
        return serve(root, settings, day, options.lang, options.port)
    except WrongProgram as error:
        raise CannotRun(wrong_program(error, root, settings, options.lang)) from None
