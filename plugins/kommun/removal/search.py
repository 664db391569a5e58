"""Finds everything that goes when something goes, before anything is touched."""

from __future__ import annotations

import os
import posixpath
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from kommun.content.addresses import address, file_address, generated_keys, meeting_key
from kommun.content.library import Library
from kommun.plan import make_plan

from .naming import base_of, key_of
from .references import Gone, References, files_named, paths_named
from .scope import Found, Scope
from .traces import also_said_in, digest, own_lines

Texts = Callable[[Iterable[str]], Mapping[str, bytes]]
"""Gives files as they stand in the last commit."""


@dataclass(frozen=True)
class Search:
    """Where a scope is looked for."""

    library: Library
    tracked: frozenset[str]
    """What the last commit or the index holds."""
    committed: Texts
    site_dir: Path
    cache: Path
    today: date

    def scope_of(self, named: Iterable[str]) -> Found:
        """All that goes when the sources `named` go."""
        wanted = set(named)
        wanted |= self._moved(wanted)
        keys = {key for path in wanted if (key := key_of(path))}
        files = {path for path in wanted if not key_of(path)}
        identical = self._identical(files)
        files |= identical
        returning: set[str] = set()
        while True:
            own, shared = self._attachments(keys, files)
            gone = Gone(self.library, frozenset(keys), frozenset(files | own))
            back_keys, back_files = self._returning(gone)
            if not back_keys and not back_files:
                break
            returning |= {path for key in back_keys for path in self._sources_of({key})} | back_files
            keys |= back_keys
            files |= back_files
        after = gone.after()
        removed = [d for d in self.library.documents if d.key in keys]
        left = after.documents
        addresses, remade = self._addresses(keys, gone.files, after)
        edited = self._edited(References(gone, after, frozenset(a.rstrip("/") for a in addresses)))
        scope = Scope(
            tuple(sorted(self._sources_of(keys) | gone.files)),
            tuple(sorted(edited)),
            tuple(addresses),
            tuple(remade),
            self._digests(gone.files, after),
            tuple(sorted(own_lines(removed, left))),
        )
        return Found(
            scope,
            tuple(sorted(own - wanted)),
            tuple(sorted(identical)),
            tuple(sorted(returning - wanted)),
            shared,
            also_said_in(removed, left),
            tuple(self._hints(keys, after)),
        )

    def _sources_of(self, keys: Iterable[str]) -> set[str]:
        library, wanted = self.library, set(keys)
        known = {*library.by_path, *library.unread, *library.links, *self.tracked}
        return {path for path in known if key_of(path) in wanted}

    def _moved(self, paths: Iterable[str]) -> set[str]:
        """What the last commit still has under a name from which it was moved by hand: it would be published again."""
        missing = [path for path in self.tracked if not os.path.lexists(self.library.root / path)]
        here = [set(self._bytes(path).splitlines()) for path in paths] if missing else []
        return {p for p, raw in self.committed(missing).items() if any(_alike(raw, lines) for lines in here)}

    def _identical(self, files: Iterable[str]) -> set[str]:
        """Other files with the same bytes: the same data, whatever its name."""
        there = {path for path in files if path in self.library.files and self.library.files[path].size}
        sizes = {self.library.files[path].size for path in there}
        digests = {self._digest(path) for path in there}
        others = (p for p, file in self.library.files.items() if p not in there and file.size in sizes)
        same = {path for path in others if self._digest(path) in digests}
        bases = {base_of(path, self.library.settings) for path in same}
        return {path for path in self.library.files if base_of(path, self.library.settings) in bases} - there

    def _digest(self, path: str) -> str:
        return digest((self.library.root / path).read_bytes())

    def _attachments(self, keys: set[str], files: set[str]) -> tuple[set[str], dict[str, str]]:
        """The attachments that only the documents with `keys` list, and those that others list too."""
        own: set[str] = set()
        others: dict[str, str] = {}
        for document in self.library.documents:
            named = files_named(self.library, document)
            if document.key in keys:
                own |= named | (paths_named(document) & self.tracked)
            else:
                others.update((path, others.get(path, document.path)) for path in named)
        own |= self._mentioned_in_unread(keys)
        own -= files
        return own - set(others), {path: others[path] for path in sorted(own & set(others))}

    def _mentioned_in_unread(self, keys: set[str]) -> set[str]:
        """Files beside a document that cannot be read any more, or only in the last commit, whose names stand in it."""
        readable = set(self.library.by_path)
        paths = [path for path in self._sources_of(keys) if path not in readable]
        texts = {**self.committed(paths), **{p: self._bytes(p) for p in paths if p in self.library.unread}}
        candidates = [path for path in {*self.library.files, *self.tracked} if not key_of(path)]
        return {
            file
            for path, raw in texts.items()
            for file in candidates
            if posixpath.dirname(file) == posixpath.dirname(path)
            and posixpath.basename(base_of(file, self.library.settings)).encode() in raw
        }

    def _bytes(self, path: str) -> bytes:
        try:
            return (self.library.root / path).read_bytes()
        except OSError:
            return b""

    def _returning(self, gone: Gone) -> tuple[set[str], set[str]]:
        """Documents and files that would be seen only because the rest is gone: an agenda when its minutes go."""
        before, after = make_plan(self.library, self.today), make_plan(gone.after(), self.today)
        keys = {key for key in after.entries if key not in before.entries or self._came_back(key, gone.keys)}
        return keys, set(after.files - before.files)

    def _came_back(self, key: str, keys: Iterable[str]) -> bool:
        """Whether an agenda is only seen because somebody has already taken its minutes from the disk."""
        minutes = f"{key.removesuffix('/agenda')}/minutes"
        page = self.site_dir / address(key, self.library.settings.main, self.library.settings) / "index.html"
        return minutes in keys and minutes not in self.library.entries and not page.is_file()

    def _addresses(self, keys: set[str], files: Iterable[str], after: Library) -> tuple[list[str], list[str]]:
        settings = self.library.settings
        standing = {"index", *generated_keys(settings)}
        meetings = {"/".join(k.split("/")[1:3]) for k in keys if k.startswith("meetings/") and k.count("/") == 3}
        left = {"/".join(key.split("/")[1:3]) for key in (*after.entries, *after.unread.values())}
        pages = [*sorted(keys - standing), *(meeting_key(meeting) for meeting in sorted(meetings - left))]
        gone = [address(key, lang, settings) for key in pages for lang in settings.locales]
        remade = [address(key, lang, settings) for key in sorted(keys & standing) for lang in settings.locales]
        return [*gone, *(file_address(path) for path in sorted(files))], remade

    def _digests(self, files: Iterable[str], after: Library) -> dict[str, int]:
        """The files' contents: the sources, their published copies, and what lies on the site in their place."""
        wanted = list(files)
        contents = list(self.committed(wanted).values())
        contents += [self._bytes(path) for path in wanted]
        contents += [p.read_bytes() for w in wanted if (p := self.site_dir / file_address(w)).is_file()]
        found = {digest(content): len(content) for content in contents if content}
        for copy in (self.cache / "copies").glob("*-*"):
            if copy.name.partition("-")[0] in found:
                found.setdefault(digest(copy.read_bytes()), copy.stat().st_size)
        sizes = set(found.values())
        kept = {self._digest(path) for path, file in after.files.items() if file.size in sizes}
        return {sha: size for sha, size in sorted(found.items()) if sha not in kept}

    def _edited(self, references: References) -> Iterator[str]:
        for entry in references.after.entries.values():
            texts = {d.path: text_of(self._bytes(d.path)) for d in entry.versions.values()}
            try:
                yield from references.taken_from(entry, texts)
            except ValueError:
                yield entry.main.path

    def _hints(self, keys: set[str], after: Library) -> Iterator[tuple[str, int]]:
        if "index" in keys:
            yield "start", 1
        units = {key.split("/")[1] for key in keys if key in {entry.key for entry in self.library.units.values()}}
        bodies = {key.split("/")[1] for key in keys if key in {entry.key for entry in self.library.bodies.values()}}
        answered = sum(1 for entry in after.entries.values() if entry.facts.unit in units)
        held = sum(1 for entry in after.entries.values() if entry.body in bodies)
        kinds = {entry.type for key in keys if (entry := self.library.entries.get(key))}
        yield from ((case, count) for case, count in (("unit", answered), ("body", held)) if count)
        yield from ((kind, 1) for kind in ("minutes", "notice") if kind in kinds)


def _alike(raw: bytes, lines: set[bytes]) -> bool:
    """Whether most lines of a file are among some others."""
    own = set(raw.splitlines())
    return len(own & lines) * 2 > len(own)


def text_of(raw: bytes) -> str:
    """A content file as text, with whatever line ends and marks it has; '' where it is none."""
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return ""
