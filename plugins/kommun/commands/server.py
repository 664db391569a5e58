"""Skriv en konfiguration för webbservern."""

from __future__ import annotations

import argparse

from ._start import OK, settings, start

DATED = True


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("kind", choices=["nginx", "caddy"])
    parser.add_argument("--robots", action="store_true", help="bara när sökmotorerna ska glömma dagens bilagor")


def run(options: argparse.Namespace) -> int:
    from kommun.servers import configuration

    if not options.robots:
        print(configuration(settings(options)[1], options.kind), end="")
        return OK
    from kommun.prepared import prepare
    from kommun.servers.robots import robots_snippet
    from kommun.stage.site import Site

    prepared = prepare(*start(options), options.lang, keep_going=True)
    print(robots_snippet(Site(prepared.library, prepared.plan), options.kind), end="")
    return OK
