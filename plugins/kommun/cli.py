"""The command `kommun` (CONTENT.md section 8)."""

from __future__ import annotations

import argparse
import gc
import sys
from collections.abc import Sequence
from pathlib import Path

from kommun.clock import UnreadableDate
from kommun.commands import commands
from kommun.commands._start import CANNOT_RUN, OK, CannotRun
from kommun.configuration import ConfigurationError
from kommun.messages import languages, load


def main(argv: Sequence[str] | None = None) -> int:
    """Run a command; 0 without errors, 1 with, 2 when it could not run."""
    options = _parser().parse_args(argv)
    try:
        return int(options.run(options))
    except UnreadableDate as error:
        reason = load(options.lang, "reports")["bad_date"].format(source=error.source, text=error.text)
    except (ConfigurationError, CannotRun) as error:
        reason = str(error)
    except BrokenPipeError:  # the reader of our output has seen enough
        return OK
    except OSError as error:
        reason = f"{error.filename or ''}: {error.strerror}"
    print(load(options.lang, "reports")["cannot_run"].format(reason=reason), file=sys.stderr)
    return CANNOT_RUN


def command() -> int:
    """The command in a process of its own: it reads, says and ends, and gives nothing back before that."""
    gc.disable()
    return main()


def _parser() -> argparse.ArgumentParser:
    common = argparse.ArgumentParser(add_help=False)
    common.add_argument("--root", type=Path, default=Path("."), help="mappen med mkdocs.yml")
    common.add_argument("--lang", choices=languages(), default="sv", help="språket i svaren")
    dated = argparse.ArgumentParser(add_help=False, parents=[common])
    dated.add_argument("--today", metavar="ÅÅÅÅ-MM-DD", help="dagen som gäller i stället för i dag")
    parser = argparse.ArgumentParser(prog="kommun", description="Håller webbplatsens regler.")
    below = parser.add_subparsers(required=True, metavar="KOMMANDO")
    for name, module in commands().items():
        parents = [dated if getattr(module, "DATED", False) else common]
        said = (module.__doc__ or "").strip().rstrip(".")
        own = below.add_parser(name, parents=parents, help=said[:1].lower() + said[1:])
        module.arguments(own)
        own.set_defaults(run=module.run)
    return parser
