"""What git holds of some sources, and whether its history may be rewritten now. Changes nothing."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from .checkout import Checkout

TOOL = "git-filter-repo"
_LOG = ("log", "--all", "--reflog", "--full-history", "-m")
_UNDER_WAY = ("MERGE_HEAD", "CHERRY_PICK_HEAD", "REVERT_HEAD", "rebase-merge", "rebase-apply", "BISECT_LOG")


@dataclass(frozen=True)
class Past:
    """Everything of some sources that git holds."""

    paths: tuple[str, ...]
    """Relative to the checkout, former names included."""
    former: tuple[str, ...]
    """Names that the sources had before."""
    blobs: tuple[str, ...]
    """The ids of the contents that are to go."""
    kept: tuple[str, ...]
    """The ids of contents that something which stays has too."""
    commits: int
    """How many commits touch them."""


@dataclass(frozen=True)
class Push:
    """A branch as a server has it, and as it is to be."""

    remote: str
    there: str
    """The branch's name on the server."""
    branch: str
    old: str

    @property
    def command(self) -> str:
        """Only where nobody has sent anything there since: never over somebody else's work."""
        return f"git push --force-with-lease={self.there}:{self.old} {self.remote} {self.branch}:{self.there}"


@dataclass(frozen=True)
class History:
    """The history of a checkout; `folders` hold the content."""

    checkout: Checkout
    folders: Sequence[str]

    def past_of(self, sources: Iterable[str]) -> Past:
        """What git holds of some sources, under any name that they have had."""
        git = self.checkout
        named = {git.prefix + path for path in sources}
        if not git.head or not named:
            return Past((), (), (), (), 0)
        tree = dict(self._tree())
        former = self._former_names(named) - set(tree)
        paths = sorted(named | former)
        rows = git.run(*_LOG, "--format=", "--raw", "--no-abbrev", "--no-renames", "-z", "--", *paths).split(b"\0")
        blobs = {blob for row in rows if row.startswith(b":") for blob in row.decode().split(" ")[2:4]}
        nothing = git.run("hash-object", "--stdin").decode().strip()
        blobs -= {nothing, "0" * len(nothing)}
        standing = {blob for path, blob in tree.items() if path not in set(paths)}
        commits = set(git.run(*_LOG, "--format=%H", "--", *paths).split())
        gone, kept = sorted(blobs - standing), sorted(blobs & standing)
        return Past(tuple(paths), tuple(sorted(former)), tuple(gone), tuple(kept), len(commits))

    def _tree(self) -> Iterator[tuple[str, str]]:
        rows = self.checkout.run("ls-tree", "-r", "-z", "--full-tree", "HEAD")
        for row in rows.decode("utf-8", "surrogateescape").split("\0"):
            facts, _, path = row.partition("\t")
            if path:
                yield path, facts.split(" ")[2]

    def _former_names(self, paths: set[str]) -> set[str]:
        git = self.checkout
        wanted = [git.prefix + folder for folder in self.folders]
        log = (*_LOG, "--format=", "--raw", "-M", "--diff-filter=R", "-z", "--", *wanted)
        tokens = git.run(*log).decode("utf-8", "surrogateescape").split("\0")
        before: dict[str, set[str]] = {}
        for number, token in enumerate(tokens[:-2]):
            if token.startswith(":"):
                before.setdefault(tokens[number + 2], set()).add(tokens[number + 1])
        found: set[str] = set()
        asked = set(paths)
        while asked:
            asked = {old for new in asked for old in before.get(new, ())} - found - paths
            found |= asked
        return found

    def obstacles(self) -> Iterator[tuple[str, str]]:
        """Why the history must not be rewritten now: a case in the words, and what it is about."""
        git = self.checkout
        if not tool():
            yield "no-tool", TOOL
        if git.ask("rev-parse", "--is-shallow-repository") == "true":
            yield "shallow", ""
        changed = git.run("status", "--porcelain", "--untracked-files=no").decode("utf-8", "replace").splitlines()
        if changed:
            yield "uncommitted", ", ".join(row[3:] for row in changed[:5])
        if any((git.folder / name).exists() for name in _UNDER_WAY):
            yield "under-way", ""
        if not git.branch:
            yield "detached", ""
        rows = git.ask("worktree", "list", "--porcelain").split("\n\n")
        others = [row.splitlines()[0].removeprefix("worktree ") for row in rows[1:] if "\nprunable" not in row]
        if others or (rows[0] and Path(rows[0].splitlines()[0].removeprefix("worktree ")) != git.top):
            yield "worktrees", ", ".join(others)
        stashed = git.ask("stash", "list").splitlines()
        if stashed:
            yield "stash", str(len(stashed))
        behind = [push.branch for push in self.pushes() if git.ask("rev-list", "-1", f"{push.branch}..{push.old}")]
        if behind:
            yield "behind", ", ".join(behind)

    def pushes(self) -> Iterator[Push]:
        """The local branches that a server is known to have too."""
        git = self.checkout
        tracked = dict(self.refs("refs/remotes"))
        fields = "%(refname:lstrip=2)%09%(upstream)%09%(upstream:remotename)%09%(upstream:remoteref)"
        remotes = git.ask("remote").split()
        for row in git.run("for-each-ref", f"--format={fields}", "refs/heads").decode().splitlines():
            branch, upstream, remote, there = row.split("\t")
            if upstream in tracked:
                yield Push(remote, there.removeprefix("refs/heads/"), branch, tracked[upstream])
                continue
            for name in remotes:
                if f"refs/remotes/{name}/{branch}" in tracked:
                    yield Push(name, branch, branch, tracked[f"refs/remotes/{name}/{branch}"])

    def refs(self, *below: str) -> Iterator[tuple[str, str]]:
        """Refs and what they point at."""
        rows = self.checkout.run("for-each-ref", "--format=%(refname) %(objectname)", *below).decode()
        yield from ((name, found) for name, _, found in (row.partition(" ") for row in rows.splitlines()))

    def found(self, blobs: Iterable[str]) -> tuple[str, ...]:
        """Those of some contents that git still finds."""
        asked = "".join(f"{blob}\n" for blob in blobs).encode()
        answers = self.checkout.run("cat-file", "--batch-check", given=asked).decode().splitlines() if asked else []
        return tuple(row.split(" ")[0] for row in answers if not row.endswith(" missing"))


def tool() -> str | None:
    """git-filter-repo as a program: beside the running Python, or on the search path."""
    beside = os.path.dirname(sys.executable)
    return shutil.which(TOOL, path=os.pathsep.join((beside, os.environ.get("PATH", ""))))
