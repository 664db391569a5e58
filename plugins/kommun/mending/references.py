"""Everything in the content that names a file or a folder, and how it names it after a change of names.

A reference is followed folder by folder from where it stands, as the site and the disk do, and only
the names on its way that change are rewritten: `../Bilagor 2026/karta.pdf#1` stays as it is otherwise.
"""

from __future__ import annotations

import html
import posixpath
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import unquote

from kommun.content.markdown import Text
from kommun.content.reader import Source
from kommun.content.yaml_tree import Path as KeyPath

from .front_matter_steps import FREE_WORDS
from .renaming import alike
from .working_copy import WorkingCopy
from .written import Edit, Written, reads_as, scalar_at, with_value

_INLINE = re.compile(
    r"\]\([ \t]*(?:<(?P<angled>[^<>\n]*)>|(?P<bare>(?:[^()<>\n]|\([^()\n]*\))*?))"
    r"(?:[ \t]+(?:\"[^\"\n]*\"|'[^'\n]*'))?[ \t]*\)"
)
_DEFINITION = re.compile(
    r"^ {0,3}\[[^\]\n]+\]:[ \t]*\n?[ \t]*(?:<(?P<angled>[^<>\n]+)>|(?P<bare>[^\s<>][^<>\n]*?))"
    r"(?:[ \t]+(?:\"[^\"\n]*\"|'[^'\n]*'|\([^()\n]*\)))?[ \t]*$",
    re.MULTILINE,
)
"""Wider than what the renderer takes for a link: with spaces and brackets in a name, what is meant is plain."""
_TAG = re.compile(r"<[a-zA-Z][^<>]*>")
_ATTRIBUTE = re.compile(
    r"""\b(?:href|src)\s*=\s*(?:"(?P<double>[^"<>]*)"|'(?P<single>[^'<>]*)'|(?P<bare>[^\s"'<>]+))"""
)
_OUTSIDE = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:|//|#")
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
_LINKS = ("url", "feedback")
_NAMING = ("file", "redacted", "document", "unit", *_LINKS)


@dataclass(frozen=True)
class Reference:
    """One place in a file that names another: where it is written, and how its words are read."""

    written: str
    is_link: bool = True
    """A link may be written with `%20`, an anchor and so on; a file in the facts is named as it is."""
    line: int = 0
    column: int = 0
    """Where it stands: the line from 1, the column from 0."""
    path: KeyPath = ()
    """The key in the facts."""


class Renamed:
    """Names that change, by the path as it is now."""

    def __init__(self, copy: WorkingCopy, names: Mapping[str, str]) -> None:
        self._settings = copy.settings
        self._standing = {_flat(path) for path in copy.paths}
        self._new: dict[str, tuple[str, str]] = {}
        for path, name in names.items():
            self._new[alike(_flat(path))] = (name, path)
        for path, name in names.items():
            for way, part in _other_ways(path, name, copy.settings.locales) if path in copy.texts else ():
                self._new.setdefault(alike(_flat(way)), (part, path))

    def rewritten(self, reference: Reference, bases: Iterable[str]) -> tuple[str, list[str]]:
        """How a reference should be written, and the paths whose names have changed in it."""
        written = reference.written
        cut = re.search("[#?]", written) if reference.is_link else None
        target, rest = (written[: cut.start()], written[cut.start() :]) if cut else (written, "")
        own = self._settings.site_url
        if reference.is_link and target.startswith(own):
            start, target = own.rstrip("/"), "/" + target.removeprefix(own).lstrip("/")
        elif not target or (reference.is_link and _OUTSIDE.match(target)):
            return written, []
        else:
            start = ""
        for base in bases:
            parts, found = self._followed(target, base, reference.is_link)
            if found:
                return start + "/".join(parts) + rest, found
        return written, []

    def unit(self, slug: str) -> tuple[str, list[str]]:
        """What a unit is called after it."""
        part, path = self._new.get(alike(f"units/{slug}"), (slug, ""))
        return part, [path] if path else []

    def _followed(self, target: str, base: str, is_link: bool) -> tuple[list[str], list[str]]:
        parts = target.split("/")
        here = [] if target.startswith("/") else [part for part in base.split("/") if part]
        found: list[str] = []
        for number, part in enumerate(parts):
            if part in ("", ".") or (number == 1 and parts[0] == "" and part in self._settings.locales):
                continue
            if part == "..":
                if not here:
                    return parts, []
                here.pop()
                continue
            here.append(_read(part) if is_link and not self._knows([*here, part]) else part)
            way = _flat("/".join(here))
            new = self._new.get(alike(way))
            if new and (way not in self._standing or way == _flat(new[1])):
                parts[number] = new[0]
                found.append(new[1])
        return parts, found

    def _knows(self, parts: list[str]) -> bool:
        """Whether there is such a path as it is written, so that a `%` in it is a sign like any other."""
        way = _flat("/".join(parts))
        return way in self._standing or alike(way) in self._new


def _other_ways(path: str, name: str, locales: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    """What a page may be called in a link, without its language, with the new name of the last part."""
    old, new = _without_language(path, locales), _without_language(name, locales)
    if posixpath.basename(old) != new:
        yield f"{old}.md", f"{new}.md"
        yield old, new


def _without_language(path: str, locales: tuple[str, ...]) -> str:
    stem, _, lang = path[: -len(".md")].rpartition(".")
    return stem if stem and lang.casefold() in locales else path[: -len(".md")]


def _flat(path: str) -> str:
    """A path on the site: `docs/` is its root."""
    return path.removeprefix("docs/")


def _read(part: str) -> str:
    return unquote(html.unescape(_ESCAPED.sub(r"\1", part)))


def references(source: Source) -> Iterator[Reference]:
    """Every reference in a content file."""
    yield from _in_facts(source.tree.values)
    starts = [0]
    for line in source.text.split("\n"):
        starts.append(starts[-1] + len(line) + 1)
    number = 0
    for start, written in _in_text(source.text):
        while starts[number + 1] <= start:
            number += 1
        yield Reference(written, True, source.text_line + number, start - starts[number])


def _in_text(text: str) -> list[tuple[int, str]]:
    """Where each target begins in a Markdown text, in order, and how it is written."""
    looked = Text(text)
    masked = looked.masked
    found = {link.target_start: link.target for link in looked.links}
    for pattern in (_INLINE, _DEFINITION):
        for match in pattern.finditer(masked):
            name = "angled" if match["angled"] is not None else "bare"
            found.setdefault(match.start(name), match[name])
    for tag in _TAG.finditer(masked):
        for match in _ATTRIBUTE.finditer(masked, *tag.span()):
            name = next(n for n in ("double", "single", "bare") if match[n] is not None)
            found[match.start(name)] = match[name]
    return sorted(found.items())


def _in_facts(value: Any, path: KeyPath = ()) -> Iterator[Reference]:
    """Every value but plain words: what stands under a misspelt key means a file all the same."""
    if isinstance(value, Mapping):
        for key, inner in value.items():
            yield from _in_facts(inner, (*path, key))
    elif isinstance(value, list):
        for number, inner in enumerate(value):
            yield from _in_facts(inner, (*path, number))
    elif isinstance(value, str) and (path[-1] in _NAMING or ("." in value and path[-1] not in FREE_WORDS)):
        yield Reference(value, path[-1] in _LINKS, path=path)


@dataclass(frozen=True)
class Rewriting:
    """A file with its references as they should be, or the paths that must keep their names because of it."""

    raw: bytes
    touched: tuple[str, ...] = ()
    blocked: tuple[str, ...] = ()


def rewrite(source: Source, raw: bytes, key: str, renamed: Renamed) -> Rewriting:
    """Rewrite the references in one file, each in its place."""
    bases = (posixpath.dirname(key), posixpath.dirname(source.path))
    written = Written(raw)
    values: dict[str, Any] = source.tree.values
    edits: list[Edit] = []
    touched: list[str] = []
    blocked: list[str] = []
    for reference in references(source):
        slug = reference.path == ("unit",)
        new, paths = renamed.unit(reference.written) if slug else renamed.rewritten(reference, bases)
        if not paths or new == reference.written:
            continue
        if not reference.path:
            end = reference.column + len(reference.written)
            edits.append(Edit(reference.line, reference.column, end, new))
        elif edit := _fact_edit(written, source, reference, new):
            edits.append(edit)
            values = with_value(values, reference.path, new)
        else:
            blocked += paths
        touched += paths
    done = written.edited(edits)
    facts_only = written.edited(edit for edit in edits if edit.line < source.text_line)
    if source.tree.values and not reads_as(source.path, facts_only, values, source):
        blocked += touched
    return Rewriting(done, tuple(touched), tuple(blocked))


def _fact_edit(written: Written, source: Source, reference: Reference, new: str) -> Edit | None:
    place = source.tree.value_places[reference.path]
    span = scalar_at(written.line(place.line), place.column, reference.written)
    return Edit(place.line, *span, new) if span else None
