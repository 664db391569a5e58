"""A draft before the rules, as if it stood among the content already."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from kommun.content.document import SourceFile
from kommun.content.library import Library, add_document
from kommun.content.reader import read_source
from kommun.finding import Finding
from kommun.rules import in_words, rules


def beside(library: Library, files: Mapping[str, str], key: str) -> Library:
    """The content with a new document in it.

    Only what belongs to the document's own meeting or body is looked at beside it; everything else
    stands as something that links can lead to.
    """
    folder = "/".join(key.split("/")[:2]) if key.startswith("meetings/") else key
    near = {k: entry for k, entry in library.entries.items() if k == key or _belongs(k, key, folder)}
    far = {d.path: d.key for d in library.documents if d.key not in near}
    with_it = replace(
        library,
        entries=near,
        # Without a size no attachment is opened: none of them is the new document's.
        files={path: SourceFile(path, 0) for path in library.files},
        unread={**library.unread, **far},
        reading=[],
        folders=library.folders | {posixpath.dirname(path) for path in files},
    )
    with_it.history = library.history
    # A pair of surrogates that nobody can have meant is no text: the reader tells of it.
    raw = {path: text.encode("utf-8", "surrogatepass") for path, text in files.items()}
    add_document(with_it, key, {path.split(".")[-2]: read_source(path, content) for path, content in raw.items()})
    return with_it


def _belongs(key: str, new: str, body: str) -> bool:
    """Whether an entry is the page of the new document's body, or another document of its meeting."""
    return new.startswith("meetings/") and (key == f"{body}/index" or posixpath.dirname(key) == posixpath.dirname(new))


def findings(library: Library, files: Mapping[str, str], key: str, today: date, lang: str) -> list[Finding]:
    """What the rules find in a new document."""
    with_it = beside(library, files, key)
    places = {*files, *(posixpath.dirname(path) for path in files)}
    return sorted(
        {
            in_words(rule, problem, lang)
            for rule in rules().values()
            for problem in rule.check(with_it, today)
            if problem.path in places
        }
    )
