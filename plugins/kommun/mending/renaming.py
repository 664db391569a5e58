"""The names that files and folders should have, where only one name can be meant and it is free."""

from __future__ import annotations

import posixpath
import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from kommun.importing.language import language_of

from .proposal import Remark
from .working_copy import WorkingCopy
from .written_dates import read_date

_PROPOSED = ("characters", "folder", "nfd", "unknown-language")
_FITS = re.compile(r"[a-z0-9]+(?:-+[a-z0-9]+)*(?:(?:\.[a-z]{2})?\.[a-z0-9]{1,5})?")


@dataclass
class Names:
    """New names by the path as it is now, and what keeps its name for a reason."""

    new: dict[str, str] = field(default_factory=dict)
    remarks: list[Remark] = field(default_factory=list)

    def keep(self, path: str, case: str, **values: str) -> None:
        """Leave a file or folder as it is, and tell why; its other language goes the same way."""
        stem = stem_of(path)
        for other in [p for p in self.new if p == path or stem_of(p) == stem]:
            self.new.pop(other)
        self.remarks.append(Remark(path, case, values))


def alike(path: str) -> str:
    """One form for names that some computers take for the same."""
    return unicodedata.normalize("NFC", path).casefold()


def new_names(copy: WorkingCopy) -> Names:
    """What every badly named file and folder should be called."""
    names = Names()
    twins = Counter(alike(path) for path in {*copy.paths, *copy.library.links})
    proposed = {path: name for path, name in _proposals(copy) if name != posixpath.basename(path)}
    # The languages of a page belong together by their name.
    chosen = {stem_of(path) for path in proposed if copy.wants(path)}
    for path, name in proposed.items():
        if stem_of(path) not in chosen:
            continue
        if any(twins[alike(part)] > 1 for part in _and_above(path)):
            names.remarks.append(Remark(path, "twin"))
        else:
            names.new[path] = name
    for problem in copy.library.found("file-name"):
        if problem.case == "case" and copy.wants(problem.path):
            names.remarks.append(Remark(problem.path, "twin"))
    _leave_taken(names, copy)
    _leave_configured(names, copy)
    return names


def _proposals(copy: WorkingCopy) -> Iterator[tuple[str, str]]:
    for problem in copy.library.found("file-name"):
        path, name = problem.path, posixpath.basename(problem.path)
        proposal = str(problem.values.get("proposal", ""))
        if path not in copy.paths:
            continue
        if _is_meeting(copy, path):
            yield path, _meeting_day(name) or name
        elif problem.case == "no-language":
            yield path, proposal if _is_main_language(copy, path) and _says_the_same(name, proposal) else name
        elif problem.case in _PROPOSED and _says_the_same(name, proposal):
            # A page in a language that the site does not have is for a person to decide about.
            foreign = problem.case == "unknown-language" and path in copy.texts
            known = str(problem.values["language"]).casefold() in copy.settings.locales
            yield path, name if foreign and not known else proposal


def _is_meeting(copy: WorkingCopy, path: str) -> bool:
    """Whether a folder stands for a meeting, so that its name is a day."""
    parts = path.split("/")
    return path in copy.folders and parts[0] == "meetings" and len(parts) == 3 and parts[2][0].isdigit()


def _meeting_day(name: str) -> str:
    """The day that a meeting's folder is named after, as it should be written."""
    day = read_date(name)
    return day.isoformat() if day else ""


def _is_main_language(copy: WorkingCopy, path: str) -> bool:
    if path not in copy.texts:
        return False
    source = copy.source(path)
    title = source.tree.values.get("title")
    return language_of(f"{title if isinstance(title, str) else ''}\n{source.text}") == copy.settings.main


def _says_the_same(name: str, proposal: str) -> bool:
    """Whether the new name fits, and no letter is lost in it."""
    letters = [sign for sign in unicodedata.normalize("NFC", name) if sign.isalnum()]
    kept = all(unicodedata.normalize("NFKD", sign)[0].isascii() for sign in letters)
    return kept and bool(letters) and _FITS.fullmatch(proposal) is not None


def _and_above(path: str) -> Iterator[str]:
    while path:
        yield path
        path = posixpath.dirname(path)


def _leave_taken(names: Names, copy: WorkingCopy) -> None:
    """Nothing is overwritten: a name that is taken, or that two files would get, is given to none."""
    standing = {alike(path) for path in {*copy.paths, *copy.library.links}}
    wanted = Counter(to_be(path, name) for path, name in names.new.items())
    for path, name in list(names.new.items()):
        to = to_be(path, name)
        if wanted[to] > 1 or (alike(to) in standing and alike(to) != alike(path)):
            names.keep(path, "taken", name=name)


def _leave_configured(names: Names, copy: WorkingCopy) -> None:
    """What the configuration names by its path keeps it: only a person can change both."""
    settings = copy.settings
    named = {*settings.menu, *settings.stage.footer, *settings.appeals.pages.values()}
    named |= {f"units/{settings.social.own_unit}", *copy.settings.stage.content}
    flat = {one.removeprefix("docs/").removesuffix(".md") for one in named}
    for path in [path for path, name in names.new.items() if stem_of(path) != stem_of(to_be(path, name))]:
        here = path.removeprefix("docs/")
        if any(here == one or one.startswith(f"{here}/") or stem_of(here) == one for one in flat):
            names.keep(path, "configured")


def to_be(path: str, name: str) -> str:
    return posixpath.join(posixpath.dirname(path), name)


def stem_of(path: str) -> str:
    """A path without language and ending."""
    folder, name = posixpath.split(path)
    return posixpath.join(folder, name.partition(".")[0])
