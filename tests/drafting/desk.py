"""Making documents in a town, with flags as a script does and with typed answers as a person does."""

from __future__ import annotations

import argparse
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from kommun.clock import parse_date
from kommun.configuration import read_settings
from kommun.drafting.command import NothingMade, Request, make, read_flags
from kommun.drafting.flags import given
from tests.build.site import Run, kommun

WEDNESDAY = "2026-11-25"


@dataclass
class Made:
    failure: str = ""
    said: list[str] = field(default_factory=list)
    prompts: list[str] = field(default_factory=list)

    @property
    def told(self) -> str:
        return "\n".join(self.said)


def options_of(*words: str) -> argparse.Namespace:
    """The command's options as `kommun` reads them: the kind, and behind it its own flags."""
    kind, *answers = [*words, *([] if words else [""])]
    options = argparse.Namespace(kind=kind or None, answers=answers, lang="sv")
    read_flags(options)
    return options


def new(root: Path, *words: str, typed: Iterable[str] | None = None, today: str = WEDNESDAY, lang: str = "sv") -> Made:
    """Run the command; `typed` are the answers of a person, without whom nothing can be asked."""
    made = Made()
    options = options_of(*words)
    settings = read_settings(root / "mkdocs.yml")
    answers = iter(typed) if typed is not None else None

    def ask(prompt: str) -> str:
        made.prompts.append(prompt)
        assert answers is not None
        try:
            typed_now = next(answers)
        except StopIteration:
            raise EOFError from None
        made.said.append(f"{prompt}{typed_now}")
        return typed_now

    request = Request(
        root,
        settings,
        parse_date(today),
        lang,
        options.kind,
        given(options, settings.main),
        None if answers is None or getattr(options, "yes", False) else ask,
        made.said.append,
    )
    try:
        make(request)
    except NothingMade as nothing:
        made.failure = str(nothing)
    return made


def checked(root: Path, day: str = WEDNESDAY) -> Run:
    return kommun(root, "check", "--today", day)


def body(title: str, kind: str, more: str = "publishes_minutes: true\n") -> str:
    return f"---\ntype: body\ntitle: {title}\nunit: kansli\nkind: {kind}\n{more}---\n{title} sammanträder.\n"


def sections(*titles: str, first: int = 1) -> str:
    return "".join(f"## § {number} {title}\n\nText.\n\n" for number, title in enumerate(titles, first))


BODIES: dict[str, str | bytes | None] = {
    "meetings/fullmaktige/index.sv.md": body("Fullmäktige", "council"),
    "meetings/fullmaktige/index.fi.md": "---\ntitle: Valtuusto\n---\nValtuusto kokoontuu.\n",
    "meetings/gruppen/index.sv.md": body("Gruppen", "working_group", "publishes_minutes: false\n"),
    "meetings/gruppen/index.fi.md": "---\ntitle: Ryhmä\n---\nRyhmä kokoontuu.\n",
}


def meeting(path: str, text: str, title: str = "Lista", number: str = "3/2026") -> dict[str, str | bytes | None]:
    """An agenda that was sent two weeks before the usual day."""
    front = f"type: agenda\ntitle: {title}\nunit: kansli\nnumber: {number}\ntime: 16:00\nplace: Sessionssalen\n"
    return {f"meetings/{path}/agenda.sv.md": f"---\n{front}sent: 2026-11-11\npublished: 2026-11-11\n---\n{text}"}


def finnish(path: str, text: str) -> dict[str, str | bytes | None]:
    return {f"meetings/{path}/agenda.fi.md": f"---\ntitle: Esityslista\n---\n{text}"}
