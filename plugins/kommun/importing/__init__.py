"""Minutes from a Word file: `kommun import protokoll.docx --body kommunstyrelsen --date 2026-11-02`.

What comes out is a draft for an editor: the text, the facts that the document states,
a proposal of how each § can be challenged, and a list of what could not be read and
what needs a decision. It never shows on the site by itself, and nothing is overwritten.
"""

from __future__ import annotations

import difflib
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from kommun.clock import parse_date
from kommun.configuration import Settings
from kommun.content.body import BodyKind
from kommun.content.document import Entry
from kommun.content.library import read_library
from kommun.content.types import is_meeting_folder
from kommun.messages import load

from .conversion import Converted, convert
from .facts import Facts, read_facts
from .front_matter import Draft, write_front_matter
from .language import language_of
from .package import OpenedFile
from .privacy import without_codes
from .refusal import Refusal
from .remedies import proposals
from .report import Answer, report
from .sections import Outline, first_lines, read_outline
from .writing import write_text


class CannotImport(Exception):
    """Nothing has been written; the text is for people."""


@dataclass(frozen=True)
class Request:
    """What the editor asks for."""

    root: Path
    settings: Settings
    document: Path
    body: str
    day: str
    """The meeting's folder: its date, with `-2` for a second meeting on the day."""
    text_lang: str
    lang: str
    """The language of the answer."""


def import_minutes(request: Request) -> str:
    """Write the minutes and return what to tell the editor; CannotImport where nothing could be written."""
    words = load(request.lang, "importing")
    try:
        return _import(request)
    except Refusal as refusal:
        values = {"file": request.document.name, **refusal.values}
        raise CannotImport(words["refusals"][refusal.case].format(**values)) from refusal


def _import(request: Request) -> str:
    words = load(request.lang, "importing")
    meeting = _meeting(request.day)
    library = read_library(request.root, request.settings)
    body = library.bodies.get(request.body)
    if body is None:
        guess = difflib.get_close_matches(request.body, library.bodies, n=1)
        case = "unknown-body-guess" if guess else "unknown-body"
        raise Refusal(case, body=request.body, guess=(guess or [""])[0], bodies=", ".join(sorted(library.bodies)))
    path = f"meetings/{request.body}/{request.day}/minutes.{request.text_lang}.md"
    target = request.root / path
    if target.exists() or target.is_symlink():
        raise Refusal("exists", path=path)
    main = f"meetings/{request.body}/{request.day}/minutes.{request.settings.main}.md"
    with OpenedFile(request.document) as package:
        converted = convert(package)
    blocks = without_codes(converted.blocks, converted.losses, request.text_lang)
    outline = read_outline(blocks, _names(request.settings, body), _known(request.settings))
    draft = _draft(request, body, outline, converted, meeting, holds_facts=not (request.root / main).exists())
    written = write_text(outline)
    front = write_front_matter(draft, words["comments"])
    _save(request.root, target, "\n".join([*front, "", written.text]))
    other = language_of(written.text)
    guess_lang = other if other and other != request.text_lang else ""
    others = [file.name for file in target.parent.glob("minutes.*.md") if file != target] if draft.holds_facts else []
    answer = Answer(path, guess_lang, sorted(others), draft, outline, converted.losses, written, len(front) + 2)
    return report(answer, words)


def _meeting(day: str) -> date:
    if not is_meeting_folder(day) or not 1900 <= int(day[:4]) < 2200:
        raise Refusal("date", day=day)
    return parse_date(day[:10])


def _names(settings: Settings, body: Entry) -> list[str]:
    """What stands at the top of every page of paper."""
    return [
        *(settings.name_in(lang) for lang in settings.locales),
        *(document.title for document in body.versions.values()),
    ]


def _known(settings: Settings) -> list[str]:
    """Words that keep their capital in a title."""
    return [*(settings.name_in(lang) for lang in settings.locales), settings.stage.address]


def _draft(
    request: Request, body: Entry, outline: Outline, converted: Converted, meeting: date, holds_facts: bool
) -> Draft:
    labelled = {**outline.first.facts}
    for name, lines in outline.last.facts.items():
        labelled[name] = [*labelled.get(name, []), *lines]
    heads = [*outline.paper.lines, *converted.header]
    facts: Facts = read_facts(labelled, heads, [*heads, *first_lines(outline)], meeting)
    kind: BodyKind | None = body.facts.kind
    sections = [(section.number, section.title) for section in outline.sections]
    name = body.in_language(request.text_lang).title
    words = load(request.text_lang, "importing")
    day = f"{meeting.day}.{meeting.month}.{meeting.year}"
    title = words["title"].format(body=name, day=day)
    unit = body.facts.unit or ""
    return Draft(title, unit, kind, facts, proposals(sections, kind), words["reason"], holds_facts)


def _save(root: Path, target: Path, text: str) -> None:
    """Write a file that is not there yet; a folder made for it goes again where that fails."""
    made = [folder for folder in (target.parent,) if not folder.exists()]
    target.parent.mkdir(parents=True, exist_ok=True)
    try:
        with target.open("x", encoding="utf-8", newline="\n") as file:
            file.write(text)
    except FileExistsError:
        raise Refusal("exists", path=target.relative_to(root).as_posix()) from None
    except OSError:
        target.unlink(missing_ok=True)
        for folder in made:
            folder.rmdir()
        raise
