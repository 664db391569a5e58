"""The removal itself, each step so that it can be done again, and so that one that fails does not stop the next."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

from kommun.build import Built, build
from kommun.configuration import Settings
from kommun.content.document import SourceFile
from kommun.content.library import Library, read_library
from kommun.plan import Plan, make_plan
from kommun.report.text import as_text

from .caches import clear_copies
from .checkout import Checkout, GitFailed
from .naming import key_of
from .on_site import SiteFolder, TakenDown, remove_empty_folders
from .references import Gone, References
from .request import Request
from .scope import Scope
from .search import text_of
from .telling import push_command

Result = TypeVar("Result")


@dataclass
class Work:
    """One removal under way."""

    request: Request
    settings: Settings
    checkout: Checkout | None
    words: Mapping[str, Any]
    failed: bool = False
    """Something is left to do: the same command again does it."""
    built: bool = False
    committed: bool = False
    taken_down: TakenDown = field(default_factory=TakenDown)

    def do(self, scope: Scope) -> None:
        """Take everything in the scope away: from the site first, since that is what people see."""
        site = SiteFolder(self.request.site_dir, self.settings)
        self.taken_down = self._touch(lambda: site.take_down(scope))
        library = read_library(self.request.root, self.settings)
        gone = Gone(_with(library, scope), scope.keys, scope.files)
        references = References(gone, gone.after(), frozenset(a.rstrip("/") for a in scope.addresses))
        self._try(lambda: self._edit_others(references, scope))
        for path in scope.sources:
            self._try(partial(self._delete, path))
        gone_now = [path for path in scope.sources if not os.path.lexists(self.request.root / path)]
        self._say("content_done", count=len(gone_now))
        if self.checkout:
            self._try(lambda: self._commit(references, scope))
        self._try(lambda: clear_copies(self.request.root, self.settings, self.request.site_dir, scope.digests))
        self._build(site, scope)

    def _say(self, name: str, **values: object) -> None:
        self.request.say(str(self.words["done"][name]).format(**values))

    def _try(self, step: Callable[[], Result]) -> Result | None:
        try:
            return step()
        except (OSError, GitFailed, ValueError) as error:
            self.failed = True
            reason = (
                f"{error.filename}: {error.strerror}" if isinstance(error, OSError) and error.filename else str(error)
            )
            self._say("step_failed", reason=reason)
            return None

    def _touch(self, step: Callable[[], TakenDown]) -> TakenDown:
        """Work on the site's files, and tell of those that could not be touched."""
        done = self._try(step) or TakenDown()
        for reason in done.failed:
            self.failed = True
            self._say("step_failed", reason=reason)
        return done

    def _edit_others(self, references: References, scope: Scope) -> None:
        texts = {path: text_of(_bytes(self.request.root / path)) for path in scope.edited}
        for path, text in self._edited(references, texts).items():
            _write(self.request.root / path, text)

    def _edited(self, references: References, texts: Mapping[str, str]) -> dict[str, str]:
        found: dict[str, str] = {}
        entries = references.after.entries
        for key in dict.fromkeys(key_of(path) for path in texts):
            try:
                found |= references.taken_from(entries[key], texts) if key in entries else {}
            except ValueError:
                self.failed = True
                self._say("not_edited", path=entries[key].main.path)
        return found

    def _delete(self, path: str) -> None:
        file = self.request.root / path
        file.unlink(missing_ok=True)
        contents = {self.request.root / name for name in self.settings.stage.content}
        remove_empty_folders(file.parent, {self.request.root, *contents})

    def _commit(self, references: References, scope: Scope) -> None:
        assert self.checkout
        commit = self.checkout.commit_removal(
            scope.sources, scope.edited, lambda texts: self._edited(references, texts)
        )
        if commit:
            self.committed = True
            self._say("committed", commit=commit[:10])
            self._say("push_now", push=push_command(self.checkout))

    def _build(self, site: SiteFolder, scope: Scope) -> None:
        request = self.request
        library, plan = Library(request.root, self.settings), Plan(request.today)
        self._say("building")
        try:
            library = read_library(request.root, self.settings)
            plan = make_plan(library, request.today)
            built = build(
                request.root, self.settings, request.today, request.site_dir, request.lang, True, request.progress
            )
        except Exception as error:  # whatever is wrong with others' content or our own code, the page must go
            self._say("build_broke", reason=f"{type(error).__name__}: {error}")
        else:
            if not built.failure:
                self._tell_built(built)
                # What stood under another name is gone with the old site; this is to be sure of it.
                self._touch(lambda: site.take_down(replace(scope, remade=())))
                return
            self._tell_failed(built)
        self._clean_by_hand(site, scope, library, plan)

    def _clean_by_hand(self, site: SiteFolder, scope: Scope, library: Library, plan: Plan) -> None:
        """No new site could be made: what stands is cleaned."""
        by_hand = self._touch(lambda: site.scrub(scope, library, plan))
        by_hand.deleted |= self.taken_down.deleted
        by_hand.replaced |= self.taken_down.replaced
        if not self.request.site_dir.is_dir():
            self._say("no_site")
            return
        self._say("by_hand", site=self.request.short_site)
        for name, paths in (("deleted", by_hand.deleted), ("replaced", by_hand.replaced)):
            if paths:
                self._say(name, paths="\n".join(f"  {path}" for path in sorted(paths)))

    def _tell_built(self, built: Built) -> None:
        self.built = True
        self._say("built", site=self.request.short_site, **built.values)
        for key in sorted(built.prepared.withheld):
            self._say("withheld", path=built.prepared.library.entries[key].main.path)

    def _tell_failed(self, built: Built) -> None:
        request = self.request
        if built.failure == "start_withheld":
            found = [f for f in built.prepared.errors if key_of(f.path) == "index"]
            request.say(as_text(found, request.root, request.lang) if found else "")
        if built.audit:
            request.say(as_text(built.audit, request.site_dir, request.lang))
        if built.said.strip():
            request.say(built.said.strip())
        self._say("build_failed", why=self.words["failures"].get(built.failure, built.failure))


def _with(library: Library, scope: Scope) -> Library:
    """The library with what the scope takes away, also where it is gone from the disk already: links still know it."""
    for path in scope.sources:
        key = key_of(path)
        if not key:
            library.files.setdefault(path, SourceFile(path, 0))
        elif key not in library.entries:
            library.unread.setdefault(path, key)
    return library


def _bytes(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError:
        return b""


def _write(file: Path, text: str) -> None:
    """Write a file anew in one step; never into it, since the staged tree may share its content."""
    fresh = file.with_name(f".{file.name}.new")
    fresh.write_bytes(text.encode())
    shutil.copymode(file, fresh)
    os.replace(fresh, file)
