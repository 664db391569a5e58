"""Names of files and folders in lower-case letters, digits and hyphens, with every reference to them.

A name is changed where only one new name can be meant and it is free, together with all that names it:
facts, links, images and HTML, in every file. Where one of these cannot be changed, the name stays.
Mends `file-name`.
"""

from __future__ import annotations

import posixpath
import unicodedata
from collections.abc import Iterator
from urllib.parse import unquote

from kommun.content.reader import Source
from kommun.mending.proposal import Change, Proposal, Reason
from kommun.mending.references import Renamed, Rewriting, rewrite
from kommun.mending.renaming import Names, alike, new_names, stem_of
from kommun.mending.working_copy import WorkingCopy

LAST = True
_NAME, _RULE = "file-names", "file-name"
_ENCODING = ("bom", "windows-lines", "not-first")


def proposals(copy: WorkingCopy) -> Iterator[Proposal]:
    names = new_names(copy)
    sources = {path: copy.source(path) for path in copy.texts} if names.new else {}
    rewritten = _rewritten(copy, names, sources)
    yield from names.remarks
    for path, done in rewritten.items():
        if done.raw != copy.texts[path]:
            new = ", ".join(dict.fromkeys(names.new[old] for old in done.touched))
            yield Change(path, (Reason(_NAME, _RULE, "reference", {"names": new}),), done.raw)
    # What lies deepest first, so that each path is still right when its turn comes.
    for path in sorted(names.new, key=lambda path: (-path.count("/"), path)):
        name = names.new[path]
        case = "folder" if path in copy.folders else "file"
        reason = Reason(_NAME, _RULE, case, {"old": posixpath.basename(path), "new": name})
        yield Change(path, (reason,), to=posixpath.join(posixpath.dirname(path), name))


def _rewritten(copy: WorkingCopy, names: Names, sources: dict[str, Source]) -> dict[str, Rewriting]:
    """The files whose references change; names that must stay are taken out of `names` until none is left."""
    _leave_unreadable(names, sources, copy)
    while names.new:
        renamed = Renamed(copy, names.new)
        done = {
            path: rewrite(source, copy.texts[path], _key(path, copy.settings.locales), renamed)
            for path, source in sources.items()
            if _is_readable(source)
        }
        blocked = {(old, path) for path, rewriting in done.items() for old in rewriting.blocked if old in names.new}
        if not blocked:
            return {path: rewriting for path, rewriting in done.items() if rewriting.touched}
        for old, path in sorted(blocked):
            names.keep(old, "not-changeable", other=path)
    return {}


def _leave_unreadable(names: Names, sources: dict[str, Source], copy: WorkingCopy) -> None:
    """What a file that cannot be read seems to name keeps its name until that file has been mended."""
    for path, source in sources.items():
        if _is_readable(source):
            continue
        text = unicodedata.normalize("NFC", unquote(copy.texts[path].decode("utf-8", "replace")))
        for old in [old for old, name in names.new.items() if old != path and _seems_named(old, name, text)]:
            names.keep(old, "not-readable", other=path)


def _seems_named(path: str, name: str, text: str) -> bool:
    """Whether a text holds the name of a file, or of a page as links without its language write it."""
    stem = posixpath.basename(stem_of(path))
    renamed = path.lower().endswith(".md") and stem != stem_of(name)
    return alike(posixpath.basename(path)) in alike(text) or (renamed and unicodedata.normalize("NFC", stem) in text)


def _is_readable(source: Source) -> bool:
    return all(problem.case in _ENCODING for _, problem in source.problems)


def _key(path: str, locales: tuple[str, ...]) -> str:
    stem = path.removeprefix("docs/").removesuffix(".md")
    name, dot, lang = stem.rpartition(".")
    return name if dot and lang in locales else stem
