"""The command `kommun` (CONTENT.md section 8)."""

from __future__ import annotations

import argparse
import difflib
import gc
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from kommun.clock import UnreadableDate, today
from kommun.configuration import ConfigurationError, Settings, read_settings
from kommun.messages import languages, load
from kommun.prepared import prepare

OK, ERRORS, CANNOT_RUN = 0, 1, 2


class CannotRun(Exception):
    """The command cannot do its work at all; the text is for people."""


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
    commands = parser.add_subparsers(required=True, metavar="KOMMANDO")

    check = commands.add_parser("check", parents=[dated], help="visa allt som är fel i innehållet")
    check.add_argument("--format", choices=["text", "github", "json"], default="text")
    check.set_defaults(run=_check)

    plan = commands.add_parser("plan", parents=[dated], help="visa vad som syns och varför")
    plan.add_argument("--format", choices=["text", "json"], default="text")
    plan.set_defaults(run=_plan)

    build = commands.add_parser("build", parents=[dated], help="bygg webbplatsen")
    build.add_argument("--site-dir", type=Path, help="mappen som webbplatsen skrivs till (site)")
    build.add_argument("--keep-going", action="store_true", help="håll tillbaka dokument med fel och bygg resten")
    build.set_defaults(run=_build)

    audit = commands.add_parser("audit", parents=[dated], help="granska en färdig webbplats")
    audit.add_argument("site_dir", type=Path, metavar="SITE_DIR")
    audit.add_argument("--format", choices=["text", "github", "json"], default="text")
    audit.set_defaults(run=_audit)

    imports = commands.add_parser("import", parents=[common], help="gör ett utkast till protokoll av ett Word-dokument")
    imports.add_argument("document", type=Path, metavar="PROTOKOLL.docx")
    imports.add_argument("--body", required=True, metavar="ORGAN", help="organets mapp i meetings")
    imports.add_argument("--date", required=True, metavar="ÅÅÅÅ-MM-DD", help="sammanträdets dag")
    imports.add_argument("--lang-of-text", choices=languages(), help="språket i dokumentet")
    imports.set_defaults(run=_import)

    explain = commands.add_parser("explain", parents=[common], help="förklara en regel")
    explain.add_argument("rule", nargs="?", metavar="REGEL")
    explain.set_defaults(run=_explain)
    return parser


def _start(options: argparse.Namespace) -> tuple[Path, Settings, date]:
    return (*_settings(options), today(options.today))


def _settings(options: argparse.Namespace) -> tuple[Path, Settings]:
    root = options.root.resolve()
    if not root.is_dir():
        raise CannotRun(f"{options.root}: mappen finns inte")
    return root, read_settings(root / "mkdocs.yml")


def _check(options: argparse.Namespace) -> int:
    from kommun.report import FORMATS

    root, settings, day = _start(options)
    prepared = prepare(root, settings, day, options.lang)
    print(FORMATS[options.format](prepared.findings, root, options.lang))
    return ERRORS if prepared.errors else OK


def _plan(options: argparse.Namespace) -> int:
    from kommun.report.data import plan_as_json
    from kommun.report.planned import plan_as_text

    root, settings, day = _start(options)
    plan = prepare(root, settings, day, options.lang).plan
    print(plan_as_json(plan) if options.format == "json" else plan_as_text(plan, options.lang))
    return OK


def _build(options: argparse.Namespace) -> int:
    from kommun.build import build
    from kommun.report.text import as_text

    root, settings, day = _start(options)
    words = load(options.lang, "reports")
    site_dir = (options.site_dir or root / "site").resolve()
    if site_dir == root or site_dir in root.parents:
        raise CannotRun(f"{site_dir}: där ligger innehållet självt")
    built = build(root, settings, day, site_dir, options.lang, options.keep_going)
    if built.prepared.findings:
        print(as_text(built.prepared.findings, root, options.lang), file=sys.stderr)
    for key in sorted(built.prepared.withheld):
        print(words["withheld"].format(path=built.prepared.library.entries[key].main.path), file=sys.stderr)
    if built.said.strip():
        print(built.said.strip(), file=sys.stderr)
    if built.audit:
        print(as_text(built.audit, site_dir, options.lang), file=sys.stderr)
    values = {"today": day, "site": _short(site_dir), **built.values}
    if built.failure:
        print(words[built.failure].format(**values), file=sys.stderr)
        return ERRORS
    print(words["built"].format(**values))
    return OK


def _short(path: Path) -> str:
    try:
        return str(path.relative_to(Path.cwd()))
    except ValueError:
        return str(path)


def _audit(options: argparse.Namespace) -> int:
    from kommun.audit import audit
    from kommun.report import FORMATS

    root, settings, day = _start(options)
    if not options.site_dir.is_dir():
        raise CannotRun(f"{options.site_dir}: mappen finns inte")
    prepared = prepare(root, settings, day, options.lang, keep_going=True)
    findings = audit(options.site_dir, prepared.library, prepared.plan, options.lang)
    if not findings and options.format == "text":
        print(load(options.lang, "reports")["audit_clean"])
    else:
        print(FORMATS[options.format](findings, options.site_dir, options.lang))
    return ERRORS if findings else OK


def _import(options: argparse.Namespace) -> int:
    from kommun.importing import CannotImport, Request, import_minutes

    root, settings = _settings(options)
    text_lang = options.lang_of_text or settings.main
    request = Request(root, settings, options.document, options.body, options.date, text_lang, options.lang)
    try:
        print(import_minutes(request))
    except CannotImport as error:
        raise CannotRun(str(error)) from None
    return OK


def _explain(options: argparse.Namespace) -> int:
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
