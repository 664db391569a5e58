"""A file for a language that is missing, with an empty title and the headings that must be there.

The skeleton must not be taken for a translation. So its title is empty, which `title-present`
calls an error until somebody has written it: the rule that asked for the file is answered, the
document is held back as before. Where a missing language is only a warning, a skeleton would make
an error of it; there it is proposed only to those who ask for it by this repair's name.
Mends `notice-both-languages` and `unit-presented`; asked for, `council-both-languages` and `translation-missing`.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator

from kommun.content.document import Document, Entry
from kommun.content.markdown import MARK
from kommun.identity_codes import holds_code
from kommun.mending.proposal import Change, Proposal, Reason
from kommun.mending.working_copy import WorkingCopy
from kommun.messages import languages, load
from kommun.rules import rules

LAST = True
NAME = "translations"
_ERRORS = ("notice-both-languages", "unit-presented")
_WARNINGS = ("council-both-languages", "translation-missing")
_CASES = ("missing", "language")


def proposals(copy: WorkingCopy) -> Iterator[Proposal]:
    by_path = copy.library.by_path
    standing = {path.casefold() for path in copy.paths}
    for rule in (*_ERRORS, *(_WARNINGS if NAME in copy.asked_for else ())):
        for problem in rules()[rule].check(copy.library, copy.today):
            if problem.case not in _CASES or not copy.wants(problem.path):
                continue
            document = by_path[problem.path]
            path = posixpath.join(document.folder, problem.values["file"])
            lang = path.removesuffix(".md").rpartition(".")[2]
            # The main language's file holds the facts: an empty one would take them away.
            if document.lang == copy.settings.main and path.casefold() not in standing:
                text = _skeleton(copy, copy.library.entries[document.key], lang)
                yield Change(path, (Reason(NAME, rule, "skeleton", {"file": problem.path}),), text.encode())


def _skeleton(copy: WorkingCopy, entry: Entry, lang: str) -> str:
    words = load(lang if lang in languages() else copy.settings.main, "mending")["skeleton"]
    title = entry.main.title
    plain = not MARK.search(title) and not holds_code(title)
    comment = words["title"].format(title=title) if plain else words["untitled"]
    return "\n".join(["---", f"# {comment}", "title:", "---", *_headings(copy, entry, lang)]) + "\n"


def _headings(copy: WorkingCopy, entry: Entry, lang: str) -> Iterator[str]:
    if entry.type == "unit":
        units = copy.settings.units
        minutes = [units.minutes] if entry.facts.publishes_minutes else []
        for words in (units.description, units.contact, *minutes):
            if lang in words:
                yield from ("", f"## {words[lang]}")
    for section in _sections(entry.main):
        yield from ("", f"## § {section}")


def _sections(document: Document) -> tuple[int, ...]:
    return tuple(dict.fromkeys(document.text.sections)) if document.type in ("agenda", "minutes") else ()
