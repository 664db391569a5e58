"""The course of `kommun new`: the questions, the draft, the files, and what is left to do."""

from __future__ import annotations

import argparse
import contextlib
import difflib
import sys
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from kommun.configuration import Settings
from kommun.content.library import read_library
from kommun.finding import Finding, Severity
from kommun.messages import load

from .answering import listed, resolved
from .completing import completed
from .flags import given, parser_of
from .interview import Interview, Unanswered
from .kinds import kind_named, kind_names
from .questions import Choice, Told
from .rendering import rendered
from .situation import Situation
from .telling import after_writing
from .trial import beside
from .writing import NotWritten, write_new


class NothingMade(Exception):
    """Nothing has been written; the text is for people."""


def person_at_terminal() -> Callable[[str], str] | None:
    """How to ask whoever sits at the terminal; None where nobody does."""
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        return None
    with contextlib.suppress(ImportError):  # not on every computer; arrow keys then do nothing
        import readline  # noqa: F401
    return input


def at_once(text: str) -> None:
    """Say something without waiting for what comes after it."""
    print(text, flush=True)


@dataclass(frozen=True)
class Request:
    """A new document as it is asked for."""

    root: Path
    settings: Settings
    today: date
    lang: str
    kind: str | None
    given: Mapping[str, str]
    ask: Callable[[str], str] | None = None
    """Asks the person at the terminal; None where there is none, or where nothing is to be asked."""
    say: Callable[[str], None] = at_once


def read_flags(options: argparse.Namespace) -> None:
    """Add to the options what stands behind the kind: the answers, and flags that every command has."""
    if options.kind is None:
        return
    if options.kind not in kind_names():
        words = load(options.lang, "new")
        guess = difflib.get_close_matches(options.kind, kind_names(), n=1)
        case = words["no_kind"]["guess" if guess else "unknown"]
        raise NothingMade(case.format(kind=options.kind, guess=(guess or [""])[0], kinds=", ".join(kind_names())))
    parser_of(kind_named(options.kind)).parse_args(options.answers, options)


def request_of(options: argparse.Namespace, root: Path, settings: Settings, today: date) -> Request:
    """What the command line asks for."""
    ask = None if getattr(options, "yes", False) else person_at_terminal()
    return Request(root, settings, today, options.lang, options.kind, given(options, settings.main), ask)


def make(request: Request) -> None:
    """Ask, write and tell what was written; NothingMade where nothing was."""
    words = load(request.lang, "new")
    try:
        _make(request)
    except (EOFError, KeyboardInterrupt):
        request.say("")  # the cursor still stands behind the question
        raise NothingMade(words["stopped"]) from None
    except NotWritten as failure:
        raise NothingMade(
            words["not_written"][failure.case].format(path=failure.path, reason=failure.reason)
        ) from failure
    except Unanswered as unanswered:
        raise NothingMade("\n".join(_unanswered(unanswered, request))) from None


def _make(request: Request) -> None:
    words = load(request.lang, "new")
    kind = kind_named(request.kind or _kind(request))
    situation = Situation(read_library(request.root, request.settings), request.today, request.lang)
    if request.ask:
        request.say(words["intro"].format(kind=words["kinds"][kind.name]).rstrip())
    interview = Interview(kind, situation, request.given, request.ask, request.say)
    answers = completed(interview.questions, interview.run(), situation)
    draft = kind.draft(answers, situation)
    assert draft is not None  # every question is answered, so it is known where the document stands
    found = interview.judge.of_document(answers)
    errors = [one for one in found if one.severity is Severity.ERROR]
    if errors:
        raise NothingMade("\n".join(_in_words(errors, words)))
    files = rendered(draft, situation)
    write_new(request.root, files)
    told = {one.message for one in interview.warned}
    warnings = [one for one in found if one.severity is Severity.WARNING and one.message not in told]
    with_it = beside(situation.library, files, draft.key)
    for line in after_writing(draft, tuple(files), with_it, warnings, situation):
        request.say(line)


def _kind(request: Request) -> str:
    """Which kind is meant, where the command does not say it."""
    words = load(request.lang, "new")
    choices = [Choice(name, words["kinds"][name]) for name in kind_names()]
    if request.ask is None:
        raise NothingMade(words["which_kind"].format(kinds=", ".join(kind_names())))
    request.say(listed(choices))
    while True:
        answer = resolved(request.ask(words["kind"]).strip(), choices)
        if answer in kind_names():
            return answer


def _unanswered(unanswered: Unanswered, request: Request) -> Iterable[str]:
    words = load(request.lang, "new")
    yield words["nobody_to_ask"]
    for name, told in unanswered.wrong:
        yield words["wrong_flag"].format(flag=f"--{name}", message=told.message)
        if told.help:
            yield words["help"].format(help=told.help)
    if unanswered.missing:
        yield words["missing_flags"].format(flags=", ".join(f"--{name}" for name in unanswered.missing))


def _in_words(errors: Iterable[Finding], words: Mapping[str, str]) -> Iterable[str]:
    for error in errors:
        told = Told(error.message, error.help)
        yield f"{error.path}: {told.message}"
        yield words["help"].format(help=told.help)
