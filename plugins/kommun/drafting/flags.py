"""A flag for every question, so that a script can answer what a person would be asked."""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Mapping
from pathlib import Path

from kommun.configuration import Settings
from kommun.messages import languages, load

from .answering import wording
from .key_words import KeyWords
from .kinds import Kind
from .questions import Question

_HELP = "sv"
"""The language of the command's own help."""
_ANSWER = "answer:"


def parser_of(kind: Kind) -> argparse.ArgumentParser:
    """The flags of a kind's questions. Those of every command may stand among them, and count where they do."""
    words, keys = load(_HELP, "new"), KeyWords(_HELP, Settings())
    parser = argparse.ArgumentParser(prog=f"kommun new {kind.name}", argument_default=argparse.SUPPRESS)
    for question in questions_in_all_languages(kind):
        label, _ = wording(question, kind.model, keys, words)
        _add(parser, question, label.replace("%", "%%"))
    parser.add_argument("--yes", action="store_true", help=words["flags"]["yes"])
    parser.add_argument("--lang", choices=languages(), help=words["flags"]["lang"])
    parser.add_argument("--today", metavar=words["comments"]["day"], help=words["flags"]["today"])
    parser.add_argument("--root", type=Path, help=words["flags"]["root"])
    return parser


def questions_in_all_languages(kind: Kind) -> tuple[Question, ...]:
    """The questions before it is known which language is a site's main one: `title` is that, whatever it is."""
    return kind.questions("", languages())


def _add(parser: argparse.ArgumentParser, question: Question, label: str) -> None:
    flag, dest = f"--{question.name}", f"{_ANSWER}{question.name}"
    if question.many:
        parser.add_argument(flag, dest=dest, action="append", metavar="…", help=label)
    elif question.switch:
        parser.add_argument(flag, dest=dest, nargs="?", const="true", metavar="…", help=label)
    else:
        parser.add_argument(flag, dest=dest, metavar="…", help=label)


def given(options: argparse.Namespace, main: str) -> dict[str, str]:
    """The answers that the flags give, by question: `--title-sv` is `--title` where Swedish is the main language."""
    return dict(_given(vars(options), main))


def _given(values: Mapping[str, object], main: str) -> Iterator[tuple[str, str]]:
    for dest, value in values.items():
        if dest.startswith(_ANSWER) and value is not None:
            name = dest.removeprefix(_ANSWER).removesuffix(f"-{main}")
            yield name, "\n".join(map(str, value)) if isinstance(value, list) else str(value)
