"""Gör ett nytt dokument: kungörelse, nyhet, enhet, organ, sammanträde, föredragningslista eller protokoll."""

from __future__ import annotations

import argparse

from ._start import OK, CannotRun, start

DATED = True


def arguments(parser: argparse.ArgumentParser) -> None:
    # The flags of a kind are read when it is called: no other command needs the words they are made of.
    parser.add_argument(
        "kind", nargs="?", metavar="SLAG", help="notice, news, unit, body, meeting, agenda eller minutes"
    )
    parser.add_argument(
        "answers", nargs=argparse.REMAINDER, metavar="…", help="svar; ”kommun new SLAG --help” visar vilka"
    )


def run(options: argparse.Namespace) -> int:
    from kommun.drafting.command import NothingMade, make, read_flags, request_of

    try:
        read_flags(options)
        make(request_of(options, *start(options)))
    except NothingMade as nothing:
        raise CannotRun(str(nothing)) from None
    return OK
