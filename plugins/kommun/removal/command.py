"""The course of the command: what was meant, what would go, the question, the removal, the history."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from kommun.configuration import ConfigurationError, Settings, read_settings
from kommun.content.addresses import address, file_address, generated_keys
from kommun.content.library import read_library
from kommun.messages import load

from .checkout import Checkout, GitFailed, open_checkout
from .history import History
from .journal import Journal, Remembered
from .meaning import Knowledge, Meaning
from .naming import Names, key_of
from .request import Request
from .rewriting import rewrite
from .scope import Found, Scope
from .search import Search
from .steps import Work
from .telling import after_rewriting, listing, next_steps, past, push_command, refusals, unsent

DONE, LEFT, NOTHING = 0, 1, 2
"""All is done here; something is left to do; nothing was done at all."""
_LIST = "kommun-remove.txt"
"""Keeps what is to be done after a rewriting, in git's own folder."""


class Command:
    """One call of the command."""

    def __init__(self, request: Request) -> None:
        self.request = request
        self.words = load(request.lang, "removal")
        self.started = False
        self.failed = False
        try:
            self.settings = read_settings(request.root / "mkdocs.yml")
        except ConfigurationError as error:
            self.settings = Settings()
            self._say("settings", reason=error)
        try:
            self.checkout: Checkout | None = open_checkout(request.root)
        except GitFailed as error:
            self.checkout = None
            self.failed = True
            self._say("no_git", reason=error)
        cache = request.root / self.settings.stage.cache
        self.journal, self.remembered = Journal(cache), Remembered(cache)

    def _say(self, name: str, **values: object) -> None:
        self.request.say(str(self.words[name]).format(**values))

    def run(self) -> int:
        request = self.request
        if self._holds_content(request.site_dir):
            self._say("site_dir", site=request.site_dir)
            self._say("nothing_done")
            return NOTHING
        code = self._finish_interrupted()
        library = read_library(request.root, self.settings)
        tracked = self.checkout.tracked(self.settings.stage.content) if self.checkout else frozenset()
        knowledge = Knowledge(request.root, library, self.checkout, tracked, request.site_dir, self.remembered)
        meanings = knowledge.meanings(request.paths)
        if any(meaning.refusal for meaning in meanings):
            for line in refusals(meanings, self.settings, request.lang):
                request.say(line)
            self._say("nothing_done")
            return max(code, NOTHING)
        cache = request.root / self.settings.stage.cache
        search = Search(library, tracked, self._committed, request.site_dir, cache, request.today)
        found = search.scope_of(path for meaning in meanings for path in meaning.here)
        scope = self._with_past(found.scope, meanings)
        self._tell_gone(meanings)
        return max(code, self._remove(found, scope, tracked), LEFT if self.failed else DONE)

    def _holds_content(self, site_dir: Path) -> bool:
        """Whether the folder given for the site is one in which nothing may be cleaned."""
        root = self.request.root
        inside = [root / folder for folder in (*self.settings.stage.content, ".git")]
        return root.is_relative_to(site_dir) or any(site_dir.is_relative_to(folder) for folder in inside)

    def _committed(self, paths: Iterable[str]) -> Mapping[str, bytes]:
        return self.checkout.texts("HEAD:", paths) if self.checkout else {}

    def _finish_interrupted(self) -> int:
        scope = self.journal.read()
        if scope is None:
            return DONE
        self._say("unfinished" if self.request.dry_run else "finishing")
        return DONE if self.request.dry_run else self._complete(scope)

    def _tell_gone(self, meanings: list[Meaning]) -> None:
        gone = [meaning for meaning in meanings if meaning.gone]
        for meaning in gone:
            self._say("gone_already", text=meaning.text)
        if gone and self.checkout and unsent(self.checkout):
            self._say("not_sent", push=push_command(self.checkout))
        if any(meaning.past for meaning in gone) and not self.request.history:
            self._say("history_remembers")

    def _with_past(self, scope: Scope, meanings: list[Meaning]) -> Scope:
        """The scope with what the site still shows of things that the content no longer has."""
        before = {path for meaning in meanings for path in meaning.past}
        standing = {"index", *generated_keys(self.settings)}
        keys = {key for path in before if (key := key_of(path)) and key not in standing} - scope.keys
        pages = [address(key, lang, self.settings) for key in sorted(keys) for lang in self.settings.locales]
        files = [file_address(path) for path in sorted(before) if not key_of(path)]
        on_site = [one for meaning in meanings for one in meaning.on_site]
        all_addresses = tuple(dict.fromkeys([*scope.addresses, *pages, *files, *on_site]))
        sources = tuple(sorted({*scope.sources, *before}))
        return Scope(sources, scope.edited, all_addresses, scope.remade, scope.digests, scope.lines)

    def _remove(self, found: Found, scope: Scope, tracked: frozenset[str]) -> int:
        request = self.request
        to_do = bool(found.scope.sources) or self._stands(scope)
        if found.scope.sources:
            for part in listing(found, tracked, request.lang):
                request.say(part)
        elif to_do:
            self._say("on_site_only")
        if request.dry_run:
            self._show_past(scope)
            self._say("dry_run")
            return DONE
        code = DONE
        if to_do:
            if not self._agreed("question"):
                return NOTHING
            code = self._complete(scope)
        return max(code, self._rewrite(scope) if request.history else DONE)

    def _stands(self, scope: Scope) -> bool:
        site = self.request.site_dir
        return any((site / a / "index.html" if a.endswith("/") else site / a).is_file() for a in scope.addresses)

    def _agreed(self, question: str) -> bool:
        request = self.request
        if request.yes:
            return True
        if request.ask is None:
            self._say("needs_yes")
            return False
        try:
            answer = request.ask(f"{self.words[question]} ").strip().casefold()
        except EOFError:
            answer = ""
        if answer and answer in self.words["yes"]:
            return True
        self._say("nothing_done" if question == "question" else "history_as_it_was")
        return False

    def _complete(self, scope: Scope) -> int:
        """Do all of a removal, and tell what is left."""
        request = self.request
        self.started = True
        work = Work(request, self.settings, self.checkout, self.words)
        try:
            self.journal.write(scope)
        except OSError as error:
            self._say("no_journal", reason=error.strerror or error)
        work.do(scope)
        if not work.failed:
            names = Names(scope.sources, self.settings)
            self.remembered.add(name for path in scope.sources for name in names.of(path))
            self.journal.clear()
        for part in next_steps(scope, self.settings, self.checkout, work.committed, request):
            request.say(part)
        if work.failed:
            self._say("again")
        return DONE if work.built and not work.failed else LEFT

    def _show_past(self, scope: Scope) -> None:
        if not self.request.history or not self.checkout:
            return
        history = History(self.checkout, self.settings.stage.content)
        for line in past(history.past_of(scope.sources), self.request.lang):
            self.request.say(line)
        self._tell_obstacles(history)

    def _tell_obstacles(self, history: History) -> bool:
        cases = self.words["history"]["obstacles"]
        found = [cases[case].format(what=what) for case, what in history.obstacles()]
        if found:
            self.request.say("\n".join([self.words["history"]["refused"], *(f"  - {line}" for line in found)]))
        return bool(found)

    def _rewrite(self, scope: Scope) -> int:
        request = self.request
        words = self.words["history"]
        if not self.checkout:
            request.say(words["no_checkout"])
            return LEFT
        history = History(self.checkout, self.settings.stage.content)
        what = history.past_of(scope.sources)
        for line in past(what, request.lang):
            request.say(line)
        if self._tell_obstacles(history) or not self._agreed("history_question"):
            return LEFT
        self.started = True
        done = rewrite(history, what)
        lines = list(after_rewriting(done, request.lang))
        if what.commits:
            lines.append(words["list"].format(file=self._kept_list(lines)))
        else:
            lines = [
                words["nothing"],
                *([words["list"].format(file=file)] if (file := self._list_file).is_file() else []),
            ]
        for line in lines:
            request.say(line)
        return LEFT if done.left else DONE

    @property
    def _list_file(self) -> Path:
        assert self.checkout
        return self.checkout.folder / _LIST

    def _kept_list(self, lines: Iterable[str]) -> Path:
        """The list of what is left to do in a file: the old ids in it cannot be found out again."""
        self._list_file.write_text("\n".join([*lines, ""]), encoding="utf-8")
        return self._list_file
