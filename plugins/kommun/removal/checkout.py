"""The git checkout that the content lies in: what it knows of, and the commit of one removal and nothing else.

The commit is made beside the index and without hooks: what others have staged or
changed stays as it was, and nothing of theirs can stand in the way.
"""

from __future__ import annotations

import os
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

SUBJECT = "Ta bort innehåll från webbplatsen"
"""Says nothing of what it was: a commit's message outlives what was in it."""
_ANOTHER = ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX", "GIT_COMMON_DIR", "GIT_OBJECT_DIRECTORY")
"""Set while git runs a hook, where they name another checkout than the one at the root."""
_QUIET = {"GIT_TERMINAL_PROMPT": "0", "GIT_OPTIONAL_LOCKS": "0", "GIT_LITERAL_PATHSPECS": "1", "LC_ALL": "C.UTF-8"}
_PATIENCE = 5
"""Seconds for which we wait for another git to be ready."""

Edit = Callable[[Mapping[str, str]], Mapping[str, str]]
"""Takes texts by path and gives back those that change."""


class GitFailed(Exception):
    """Git could not do what it was asked; the text is git's own."""


@dataclass(frozen=True)
class Checkout:
    """A checkout of git; paths here are relative to the root of the site, as everywhere."""

    root: Path
    top: Path
    prefix: str
    """The root's folder inside the checkout, with a slash; '' where it is the checkout itself."""
    folder: Path
    """Git's own folder, which other worktrees share."""

    def run(self, *arguments: str, given: bytes = b"", env: Mapping[str, str] | None = None) -> bytes:
        """What git answers. Raises GitFailed."""
        done = _git(self.top, arguments, given, env)
        if done.returncode:
            raise GitFailed(done.stderr.decode("utf-8", "replace").strip() or f"git {arguments[0]}")
        return done.stdout

    def ask(self, *arguments: str) -> str:
        """What git answers, on one line; '' where it cannot."""
        done = _git(self.top, arguments)
        return done.stdout.decode("utf-8", "replace").strip() if not done.returncode else ""

    @property
    def head(self) -> str:
        """The last commit; '' where there is none yet."""
        return self.ask("rev-parse", "--verify", "--quiet", "HEAD^{commit}")

    @property
    def branch(self) -> str:
        """The branch that is checked out; '' where it is none."""
        return self.ask("symbolic-ref", "--short", "--quiet", "HEAD")

    def tracked(self, folders: Sequence[str]) -> frozenset[str]:
        """What stands below some folders in the last commit or is staged."""
        wanted = [self.prefix + folder for folder in folders]
        rows = self.run("ls-files", "-z", "--", *wanted)
        if self.head:
            rows += self.run("ls-tree", "-r", "-z", "--name-only", "--full-tree", "HEAD", "--", *wanted)
        return self.own(rows)

    def ever(self, folders: Sequence[str]) -> frozenset[str]:
        """What has stood below some folders in any commit that is still known of."""
        if not self.head:
            return frozenset()
        wanted = [self.prefix + folder for folder in folders]
        log = ("log", "--all", "--reflog", "--format=", "--name-only", "--no-renames", "-m", "-z", "--", *wanted)
        return self.own(self.run(*log))

    def own(self, rows: bytes) -> frozenset[str]:
        """Paths separated by zeros, as those below the root."""
        names = (row.decode("utf-8", "surrogateescape") for row in rows.split(b"\0") if row)
        return frozenset(name.removeprefix(self.prefix) for name in names if name.startswith(self.prefix))

    def texts(self, tree: str, paths: Iterable[str]) -> dict[str, bytes]:
        """Files as they stand in a tree (`HEAD:`) or in the index (`:`); those that are not there are left out."""
        found = {}
        for path in paths:
            done = _git(self.top, ("cat-file", "blob", f"{tree}{self.prefix}{path}"))
            if not done.returncode:
                found[path] = done.stdout
        return found

    def commit_removal(self, removed: Iterable[str], edited: Sequence[str], edit: Edit) -> str:
        """Take paths out of the index and out of a new commit; its id, or '' where nothing was to be committed.

        `edit` is done to the files as they stand there: what others have changed in them is left uncommitted.
        """
        removed = list(removed)
        # The index first: an entry left behind in it would bring the file back with the next commit.
        self._change_index(":", removed, edited, edit, None)
        _git(self.top, ("update-index", "-q", "--refresh"))
        return self._commit(removed, edited, edit) if self.head else ""

    def _commit(self, removed: Sequence[str], edited: Sequence[str], edit: Edit) -> str:
        head = self.head
        with tempfile.TemporaryDirectory() as folder:
            own = {"GIT_INDEX_FILE": os.path.join(folder, "index")}
            self.run("read-tree", head, env=own)
            self._change_index(f"{head}:", removed, edited, edit, own)
            tree = self.run("write-tree", env=own).decode().strip()
        if tree == self.ask("rev-parse", f"{head}^{{tree}}"):
            return ""
        new = self.run("commit-tree", tree, "-p", head, "-m", SUBJECT, env=self._somebody()).decode().strip()
        patient = ("-c", f"core.filesRefLockTimeout={_PATIENCE * 1000}")
        self.run(*patient, "update-ref", "-m", SUBJECT, "HEAD", new, head)
        return new

    def _change_index(
        self, tree: str, removed: Sequence[str], edited: Sequence[str], edit: Edit, env: Mapping[str, str] | None
    ) -> None:
        rows = self.run("ls-files", "-s", "-z", env=env)
        modes: dict[str, str] = {}
        for row in rows.decode("utf-8", "surrogateescape").split("\0"):
            facts, _, name = row.partition("\t")
            if name:
                # What is in the middle of a merge has several stages, and only its removal is ours to settle.
                modes[name] = facts.split(" ")[0] if facts.endswith(" 0") else ""
        nothing = "0" * len(self.head or "0" * 40)
        lines = [f"0 {nothing}\t{self.prefix}{path}" for path in removed if self.prefix + path in modes]
        texts = {path: raw.decode("utf-8") for path, raw in self.texts(tree, edited).items() if _is_text(raw)}
        for path, text in edit(texts).items():
            if mode := modes.get(self.prefix + path):
                blob = self.run("hash-object", "-w", "--stdin", given=text.encode()).decode().strip()
                lines.append(f"{mode} {blob}\t{self.prefix}{path}")
        if lines:
            given = "\0".join([*lines, ""]).encode("utf-8", "surrogateescape")
            self._when_free("update-index", "-z", "--index-info", given=given, env=env)

    def _when_free(self, *arguments: str, given: bytes, env: Mapping[str, str] | None) -> None:
        """Run git, and again for a while where another git has the index."""
        for left in range(_PATIENCE, -1, -1):
            try:
                self.run(*arguments, given=given, env=env)
                return
            except GitFailed as failed:
                if not left or "index.lock" not in str(failed):
                    raise
                time.sleep(1)

    def _somebody(self) -> dict[str, str]:
        """Who makes the commit, where nobody has told git."""
        if self.ask("var", "GIT_AUTHOR_IDENT") and self.ask("var", "GIT_COMMITTER_IDENT"):
            return {}
        who = {"NAME": "kommun", "EMAIL": "kommun@localhost"}
        return {f"GIT_{role}_{what}": value for role in ("AUTHOR", "COMMITTER") for what, value in who.items()}


def open_checkout(root: Path) -> Checkout | None:
    """The checkout that the root lies in; None where it is in none. Raises GitFailed where git cannot read it."""
    if not any((folder / ".git").exists() for folder in (root, *root.parents)):
        return None
    done = _git(root, ("rev-parse", "--show-toplevel", "--show-prefix", "--git-common-dir"))
    if done.returncode:
        raise GitFailed(done.stderr.decode("utf-8", "replace").strip())
    top, prefix, folder = done.stdout.decode("utf-8", "surrogateescape").split("\n")[:3]
    return Checkout(root, Path(top), prefix, Path(os.path.normpath(root / folder)))


def _is_text(raw: bytes) -> bool:
    try:
        raw.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _git(
    folder: Path, arguments: Sequence[str], given: bytes = b"", env: Mapping[str, str] | None = None
) -> subprocess.CompletedProcess[bytes]:
    usual = {name: value for name, value in os.environ.items() if name not in _ANOTHER}
    command = ["git", "-c", "core.quotePath=false", "-C", os.fspath(folder), *arguments]
    try:
        return subprocess.run(
            command, input=given, capture_output=True, check=False, env={**usual, **_QUIET, **(env or {})}
        )
    except OSError as error:
        raise GitFailed(str(error)) from None
