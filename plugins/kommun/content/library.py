"""Everything the editors have written, read once."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

from kommun.attachments import Attachments, Progress, Report, silent
from kommun.attachments.kinds import ENDINGS
from kommun.configuration import Settings
from kommun.finding import Problem

from .addresses import generated_keys, meeting_key
from .document import Document, Entry, SourceFile
from .files import Found, scan
from .history import History
from .markdown import Text
from .merge import clash_problems, inherit, own_problems_of
from .names import Told, same_address, same_files, shared_addresses, wrong_names
from .reader import MAX_TEXT_BYTES, Source, build_facts, read_source
from .types import is_meeting_folder, types_for

_ENDINGS = tuple(f".{ending}" for ending in ENDINGS)


@dataclass
class Library:
    """Documents by address, the files beside them, and what could not be read."""

    root: Path
    settings: Settings
    entries: dict[str, Entry] = field(default_factory=dict)
    files: dict[str, SourceFile] = field(default_factory=dict)
    unread: dict[str, str] = field(default_factory=dict)
    """Content files that could not become documents: path → address key, or ''."""
    reading: list[Told] = field(default_factory=list)
    """What the reading itself found: rule and problem."""
    folders: set[str] = field(default_factory=set)
    links: set[str] = field(default_factory=set)
    """Symbolic links and other things that are no files: told of, never followed."""
    progress: Progress = silent

    @cached_property
    def documents(self) -> tuple[Document, ...]:
        return tuple(d for e in self.entries.values() for d in e.versions.values())

    @cached_property
    def by_path(self) -> dict[str, Document]:
        return {d.path: d for d in self.documents}

    def of_type(self, *types: str) -> tuple[Entry, ...]:
        return tuple(e for kind in types for e in self._by_type.get(kind, ()))

    @cached_property
    def _by_type(self) -> dict[str, list[Entry]]:
        found: dict[str, list[Entry]] = {}
        for entry in self.entries.values():
            found.setdefault(entry.type, []).append(entry)
        return found

    @cached_property
    def units(self) -> dict[str, Entry]:
        return {e.key.split("/")[1]: e for e in self.of_type("unit")}

    @cached_property
    def bodies(self) -> dict[str, Entry]:
        return {e.key.split("/")[1]: e for e in self.of_type("body")}

    def minutes_of(self, meeting: str) -> Entry | None:
        entry = self.entries.get(f"meetings/{meeting}/minutes")
        return entry if entry and entry.type == "minutes" else None

    @cached_property
    def history(self) -> History:
        """What git remembers of the content; read when a rule first asks."""
        return History(self.root, self.settings.stage.content)

    @cached_property
    def attachments(self) -> Attachments:
        """What lies beside the documents, read with bounds and kept by content."""
        return Attachments(self.root, self.root / self.settings.stage.cache, self.progress)

    @cached_property
    def reports(self) -> dict[str, Report]:
        """What each file of a kind and size that may be published holds; read when a rule first asks."""
        largest = self.settings.lifecycle.attachment_megabytes * 2**20
        fit = [f.path for f in self.files.values() if 0 < f.size <= largest and f.path.endswith(_ENDINGS)]
        return self.attachments.reports(path for path in fit if (self.root / path).is_file())

    @cached_property
    def _standing(self) -> dict[str, str]:
        """Everything a link can lead to, by the key or path that it would name."""
        standing: dict[str, str] = {}
        meetings = {meeting_key(entry.meeting) for entry in self.entries.values() if entry.meeting}
        for key in (*generated_keys(self.settings), *meetings):
            folder = key.removesuffix("/index")
            standing |= {folder: key, f"{folder}/index": key}
        return standing | {key: key for key in (*self.entries, *self.files, *self.unread.values()) if key}

    def found(self, rule: str) -> Iterator[Problem]:
        """What the reading found for one rule."""
        return (problem for name, problem in self.reading if name == rule)

    def in_language(self, path: str, lang: str) -> str:
        """The file a reader of `lang` gets for `path`: `a.fi.pdf` beside `a.pdf` in Finnish."""
        stem, dot, ending = path.rpartition(".")
        own = f"{stem}.{lang}.{ending}"
        return own if dot and own in self.files else path

    def versions_of(self, path: str) -> tuple[str, ...]:
        """A file and its language versions that are there."""
        names = [path, *(self.in_language(path, lang) for lang in self.settings.locales)]
        return tuple(dict.fromkeys(name for name in names if name in self.files))

    def resolve(self, document: Document, target: str) -> str | None:
        """The source that a link in `document` means: an entry's key or a file's path.

        Links may be written as on the site (`docs/` is its root) or as the files
        lie on the disk; both are understood. None where nothing is there.
        """
        target = target.partition("?")[0]
        bases = (posixpath.dirname(document.key), posixpath.dirname(document.path))
        for base in bases:
            rooted = target.startswith("/")
            path = self._from_root(target) if rooted else posixpath.normpath(posixpath.join(base, target))
            if path == ".." or path.startswith("../"):
                continue
            path = path.removeprefix("docs/")
            for candidate in self._candidates(path, target.endswith("/")):
                if candidate in self._standing:
                    return self._standing[candidate]
        return None

    def _from_root(self, target: str) -> str:
        """A target that starts with `/`, without the folder of another language."""
        lang, _, rest = target[1:].partition("/")
        return rest if lang in self.settings.locales else target[1:]

    def _candidates(self, path: str, folder: bool) -> Iterator[str]:
        if path.endswith(".md"):
            stem = path[:-3]
            name, dot, lang = stem.rpartition(".")
            yield name if dot and lang in self.settings.locales else stem
        elif folder or "." not in posixpath.basename(path):
            yield posixpath.normpath(posixpath.join(path, "index"))
            yield posixpath.normpath(path)
        yield path
        yield f"docs/{path}"


def read_library(root: Path, settings: Settings, progress: Progress = silent) -> Library:
    """Read all content below `root`. Never raises for bad content: what is wrong is in `reading`."""
    library = Library(root, settings, progress=progress)
    sources: dict[str, dict[str, Source]] = {}
    found = list(scan(root, settings.stage.content, settings.locales))
    library.reading += wrong_names(found, settings)
    for file in found:
        library.folders.add(posixpath.dirname(file.path))
        if file.is_folder:
            continue
        if file.problem == "link":
            library.links.add(file.path)
        if not file.is_content:
            if file.problem != "link":
                library.files[file.path] = SourceFile(file.path, file.size)
        elif file.problem:
            library.unread[file.path] = file.key
        elif file.lang in (versions := sources.setdefault(file.key, {})):
            library.reading.append(same_address(file.path, versions[file.lang].path))
            library.unread[file.path] = file.key
        else:
            versions[file.lang] = _source(root, file)
    library.reading += same_files(library.files)
    paths = {key: [source.path for source in versions.values()] for key, versions in sources.items()}
    for key, problem in shared_addresses(paths, settings):
        library.reading.append(problem)
        library.unread.update((source.path, key) for source in sources.pop(key).values())
    for key, versions in sources.items():
        add_document(library, key, versions)
    return library


def _source(root: Path, file: Found) -> Source:
    if file.size > MAX_TEXT_BYTES:
        source = Source(file.path)
        source.to_problem("front-matter-readable", "too-large", megabytes=file.size // 1_000_000)
        return source
    try:
        return read_source(file.path, (root / file.path).read_bytes())
    except OSError as error:
        source = Source(file.path)
        source.to_problem("front-matter-readable", "broken", detail=error.strerror or "")
        return source


def add_document(library: Library, key: str, versions: dict[str, Source]) -> None:
    """Read the language versions of one document into the library, with what is wrong in them."""
    settings = library.settings
    for source in versions.values():
        library.reading += source.problems
    readable = {lang: s for lang, s in versions.items() if not _hopeless(s)}
    for lang, source in versions.items():
        if lang not in readable:
            library.unread[source.path] = key
    if not readable:
        return
    entry = Entry(key, main_language=settings.main)
    first = settings.main if settings.main in readable else next(iter(readable))
    holder = readable[first]
    lost_main = settings.main in versions and settings.main not in readable
    type_name, type_problem = _type_of(library, key, holder)
    if type_problem and not lost_main:
        library.reading.append(("type-fits-folder", type_problem))
    facts, problems = build_facts(holder, type_name, holder.tree.values)
    if lost_main:
        problems = []
    library.reading += problems
    unfit = bool(problems or type_problem) or lost_main or _in_no_meeting(key)
    entry.versions[first] = _document(holder, key, first, type_name, facts, unfit)
    for lang, source in readable.items():
        if lang == first:
            continue
        merged, clashes = inherit(holder.tree.values, source.tree.values)
        if source.plain:
            merged.pop("title", None)  # its own first heading is its title
        own_facts, own_problems = build_facts(source, type_name, merged)
        own_problems = own_problems_of(source, own_problems, problems)
        own_problems += list(clash_problems(holder, source, clashes, own_problems))
        library.reading += own_problems
        entry.versions[lang] = _document(source, key, lang, type_name, own_facts, unfit or bool(own_problems))
    library.entries[key] = entry


def _in_no_meeting(key: str) -> bool:
    """An agenda or minutes in a folder that is no date."""
    parts = key.split("/")
    return parts[0] == "meetings" and len(parts) == 4 and not is_meeting_folder(parts[2])


def _hopeless(source: Source) -> bool:
    """Problems after which nothing of the file can be trusted; a BOM or line ends only withhold it."""
    return any(p.case not in ("bom", "windows-lines", "not-first") for _, p in source.problems)


def _document(source: Source, key: str, lang: str, type_name: str, facts: Any, unfit: bool) -> Document:
    broken = unfit or source.unreadable
    text = Text(source.text)
    return Document(
        source.path,
        key,
        lang,
        type_name,
        facts,
        source.tree,
        text,
        source.text_line,
        source.plain,
        broken,
        source.head,
        source.head_line,
    )


def _type_of(library: Library, key: str, source: Source) -> tuple[str, Problem | None]:
    """The type the file says it has, if it fits its place; else the place's usual type and why."""
    options = library.settings.stage
    fitting = types_for(key, {options.notices: "notice", options.news: "news", options.alerts: "alert"})
    written = source.tree.values.get("type")
    place = source.tree.value_places.get(("type",))
    line, column = (place.line, place.column) if place else (1, 1)
    values = {"type": str(written), "folder": posixpath.dirname(source.path), "expected": ", ".join(fitting)}
    if not fitting:
        return "page", Problem(source.path, "no-place", line, column, values)
    if source.plain:
        plain_page = source.path.startswith("docs/") and fitting[0] == "page"
        return fitting[0], None if plain_page else Problem(source.path, "missing", 1, 1, values)
    if written is None:
        return fitting[0], Problem(source.path, "missing", line, column, values)
    if written not in fitting:
        return fitting[0], Problem(source.path, "unfit", line, column, values)
    return str(written), None
