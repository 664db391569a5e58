"""Every file with something in it that must not reach the site, and the rule that must accuse it."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from . import in_docx, in_images, in_opendocument, in_pdf_pages, in_pdf_parts, in_tables_and_drawings, in_text, in_xlsx
from .hidden import HIDING
from .pdfs import text_pdf
from .persons import PUBLISHED, SIGNS, person
from .redactions import COVERED
from .unreadable import SCANNED, UNREADABLE

CODE = "identity-code"
ORIGINAL = "original.pdf"
"""A file whose other version is said to be the redacted one."""


@dataclass(frozen=True)
class Planted:
    kind: str
    """What the files of a folder have in common."""
    name: str
    path: str
    """What must be accused: a file, or a folder for its name."""
    content: str | bytes
    rules: tuple[str, ...] = (CODE,)
    """Any of them must accuse it; most often there is one. For a look-alike: those that may."""
    cases: tuple[str, ...] = ()
    """Any of these cases of the rule; any at all where none is given."""
    code: str = ""
    """The identity code in it."""
    inside: str = ""
    """The file in an accused folder."""
    listed: bool = True

    @property
    def file(self) -> str:
        """Where the content is written."""
        return f"{self.path}/{self.inside}" if self.inside else self.path


LETTERS = "YXWVUABCDEF"
"""Century signs that are letters: a code with one of them stands alone only where no letter runs into it."""


class _Persons:
    """A new invented code for every file, the published examples first."""

    def __init__(self) -> None:
        self.given = 0

    def code(self, name: str, signs: str = SIGNS) -> str:
        """A code for a file; names that begin with `hyphen` need one."""
        self.given += 1
        if name.startswith("hyphen"):
            return person(self.given, "-")
        if signs == SIGNS and self.given <= len(PUBLISHED):
            return PUBLISHED[self.given - 1]
        return person(self.given, signs)


@cache
def planted() -> tuple[Planted, ...]:
    persons = _Persons()
    return (*_texts(persons), *_names(persons), *_attachments(persons), *_images(persons), *_others())


def _texts(persons: _Persons) -> Iterator[Planted]:
    for kind, leaks in in_text.LEAKS.items():
        for name, write in leaks.items():
            code = persons.code(name)
            # What cannot be read at all is not published, and told of by another rule.
            rules = (CODE, "front-matter-readable") if name == "broken-yaml" else (CODE,)
            yield Planted(kind, name, f"docs/{kind}/{name}.sv.md", write(code), rules, code=code)


def _names(persons: _Persons) -> Iterator[Planted]:
    for kind, names, inside in (("names", in_text.NAMES, ""), ("folders", in_text.FOLDERS, "index.sv.md")):
        for name, path_of in names.items():
            code = persons.code(name, LETTERS)
            path = path_of(code.lower())
            text = in_text.page("Text.") if inside or path.endswith(".md") else b"avgift;310\n"
            listed = not name.endswith("unlisted")
            yield Planted(kind, name, path, text, cases=("name",), code=code, inside=inside, listed=listed)


def _attachments(persons: _Persons) -> Iterator[Planted]:
    """The kind's first word is the ending of its files."""
    parts = (in_pdf_pages, in_pdf_parts, in_docx, in_xlsx, in_opendocument, in_tables_and_drawings)
    for kind, leaks in (pair for part in parts for pair in part.LEAKS.items()):
        ending = kind.partition("-")[0]
        for name, make in leaks.items():
            code = persons.code(name, LETTERS)
            # A table or drawing in another encoding than the usual ones is refused as such.
            rules = (CODE, "attachment-format") if name == "utf-16" and ending in ("csv", "svg") else (CODE,)
            yield Planted(kind, name, f"docs/{kind}/{name}.{ending}", make(code), rules, code=code)


def _images(persons: _Persons) -> Iterator[Planted]:
    for ending, leaks in in_images.IMAGES.items():
        for name, make in leaks.items():
            code = persons.code(name, LETTERS)
            yield Planted("image-metadata", name, f"docs/image-metadata/{name}.{ending}", make(code), code=code)
    for ending, leaks in in_images.INSIDE.items():
        for name, make in leaks.items():
            code = persons.code(name, LETTERS)
            yield Planted("image-inside", name, f"docs/image-inside/{name}.{ending}", make(code), code=code)


def _others() -> Iterator[Planted]:
    for kind, rule, contents in (
        ("location", "image-location", in_images.LOCATIONS),
        ("scanned", "attachment-scanned", SCANNED),
    ):
        for name, content in contents.items():
            yield Planted(kind, name, f"docs/{kind}/{name}", content, (rule,))
    for case, contents in HIDING.items():
        for name, content in contents.items():
            yield Planted("hidden", name, f"docs/hidden/{name}", content, ("attachment-hidden",), (case,))
    for name, one in UNREADABLE.items():
        yield Planted("unreadable", name, f"docs/unreadable/{name}", one.content, one.rules, one.cases)
    for name, content in COVERED.items():
        for rule in ("redaction-real", "redaction-doubtful"):
            yield Planted(rule, name, f"docs/{rule}/{name}.pdf", content, (rule,))


def files(plants: Iterable[Planted]) -> dict[str, str | bytes | None]:
    """The files for a town, with a document in each folder that lists what lies there."""
    made: dict[str, str | bytes | None] = {}
    lists: dict[str, list[str]] = {}
    for one in plants:
        made[one.file] = one.content
        folder, name = posixpath.split(one.file)
        if one.listed and not name.endswith(".md"):
            lists.setdefault(folder, []).append(name)
    for folder, names in lists.items():
        made[f"{folder}/index.sv.md"] = listing(names, redacted=folder.endswith("redaction-real"))
        if folder.endswith("redaction-real"):
            made[f"{folder}/{ORIGINAL}"] = text_pdf("Handlingen i sin helhet.")
    return made


def listing(names: Iterable[str], redacted: bool = False) -> str:
    """A page with attachments; `redacted` says that they are what is left of another file."""
    rows = ""
    for number, name in enumerate(names, 1):
        where = f"file: {ORIGINAL}\n    redacted: {name}\n    personal_data: true" if redacted else f"file: {name}"
        rows += f"  - {where}\n    title: Handling {number}\n"
    return (
        f"---\ntype: page\ntitle: Handlingar\nreviewed: 2026-06-01\nattachments:\n{rows}---\nHandlingarna i ärendet.\n"
    )
