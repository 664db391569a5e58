"""Gör ett utkast till protokoll av ett Word-dokument."""

from __future__ import annotations

import argparse
from pathlib import Path

from kommun.messages import languages

from ._start import OK, CannotRun, settings


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("document", type=Path, metavar="PROTOKOLL.docx")
    parser.add_argument("--body", required=True, metavar="ORGAN", help="organets mapp i meetings")
    parser.add_argument("--date", required=True, metavar="ÅÅÅÅ-MM-DD", help="sammanträdets dag")
    parser.add_argument("--lang-of-text", choices=languages(), help="språket i dokumentet")


def run(options: argparse.Namespace) -> int:
    from kommun.importing import CannotImport, Request, import_minutes

    root, configured = settings(options)
    text_lang = options.lang_of_text or configured.main
    request = Request(root, configured, options.document, options.body, options.date, text_lang, options.lang)
    try:
        print(import_minutes(request))
    except CannotImport as error:
        raise CannotRun(str(error)) from None
    return OK
