"""Taking sources out of every commit of the local branches and tags, and their content out of git's store.

git-filter-repo does the rewriting; it is a program of its own, and not needed for anything else.
What it cannot reach is told by `telling.py`.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from .checkout import GitFailed
from .history import History, Past, Push, tool

_RECORDS = "filter-repo"
"""The folder in which the tool writes which commit became which."""
_FORGOTTEN = ("refs/remotes", "refs/original", "refs/prefetch", "refs/pull")
"""What git remembers of other places: it would keep the old commits, and comes back with the next fetch."""
_LEFTOVERS = ("ORIG_HEAD", "FETCH_HEAD", "rr-cache")


@dataclass(frozen=True)
class Rewritten:
    """What came of a rewriting."""

    left: tuple[str, ...] = ()
    """Ids of contents that git still finds."""
    holders: tuple[str, ...] = ()
    """Refs that still hold them."""
    pushes: tuple[Push, ...] = ()
    tags: tuple[str, ...] = ()
    """Tags that are others than before."""
    elsewhere: tuple[str, ...] = ()
    """Branches that are only on a server and still hold the sources, as `remote branch`."""
    remotes: tuple[str, ...] = ()
    first_changed: tuple[str, ...] = ()
    records: str = ""


def rewrite(history: History, past: Past) -> Rewritten:
    """Take the sources out of every local branch and tag. Raises GitFailed."""
    git = history.checkout
    pushes, elsewhere = list(history.pushes()), list(_only_elsewhere(history, past))
    before = dict(history.refs("refs/heads", "refs/tags"))
    if _reachable(history, past):
        _keep_records(git.folder)
        _filter(git.top, past, list(before))
    if past.commits:
        for name, _ in list(history.refs(*_FORGOTTEN)):
            git.run("update-ref", "--no-deref", "-d", name)
    for leftover in _LEFTOVERS:
        path = git.folder / leftover
        shutil.rmtree(path) if path.is_dir() else path.unlink(missing_ok=True)
    git.ask("worktree", "prune", "--expire=now")
    git.run("reflog", "expire", "--expire=now", "--expire-unreachable=now", "--all")
    git.run("gc", "--quiet", "--prune=now")
    left = history.found(past.blobs)
    now = dict(history.refs("refs/heads", "refs/tags"))
    changed = sorted(ref for ref, found in now.items() if before.get(ref) != found)
    return Rewritten(
        left=left,
        holders=tuple(_holders(history, left)),
        pushes=tuple(push for push in pushes if now.get(f"refs/heads/{push.branch}") != push.old),
        tags=tuple(ref.removeprefix("refs/tags/") for ref in changed if ref.startswith("refs/tags/")),
        elsewhere=tuple(elsewhere),
        remotes=tuple(git.ask("remote").split()),
        first_changed=tuple(_first_changed(git.folder)),
        records=str(git.folder / _RECORDS / "commit-map"),
    )


def _reachable(history: History, past: Past) -> bool:
    """Whether a branch or a tag holds any of it: without need, no commit gets another id."""
    git, tips = history.checkout, ("--branches", "--tags")
    if past.paths and git.ask("rev-list", "-1", "--full-history", *tips, "--", *past.paths):
        return True
    wanted = set(past.blobs)
    return bool(wanted) and not wanted.isdisjoint(git.ask("rev-list", "--objects", "--no-object-names", *tips).split())


def _filter(top: Path, past: Past, refs: Sequence[str]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        ids = Path(folder, "blobs")
        ids.write_text("".join(f"{blob}\n" for blob in past.blobs), encoding="ascii")
        command = [str(tool()), "--force", "--quiet", "--invert-paths"]
        command += [part for path in past.paths for part in ("--path", path)]
        command += ["--strip-blobs-with-ids", str(ids)] if past.blobs else []
        # Every commit stays, if need be an empty one, so that each old id has one new id.
        command += ["--prune-empty", "never", "--prune-degenerate", "never", "--refs", *refs]
        env = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
        done = subprocess.run(command, cwd=top, env=env, stdin=subprocess.DEVNULL, capture_output=True, check=False)
    if done.returncode:
        raise GitFailed((done.stderr or done.stdout).decode("utf-8", "replace").strip()[-500:])


def _keep_records(folder: Path) -> None:
    """Put the records of an earlier rewriting aside: each maps one generation of ids to the next."""
    records = folder / _RECORDS
    if records.is_dir():
        number = 1
        while (aside := folder / f"{_RECORDS}-{number}").exists():
            number += 1
        records.rename(aside)


def _first_changed(folder: Path) -> Iterator[str]:
    try:
        rows = (folder / _RECORDS / "first-changed-commits").read_text(encoding="ascii").splitlines()
    except OSError:
        return
    yield from (row.split(" ")[0] for row in rows if row)


def _holders(history: History, blobs: Sequence[str]) -> Iterator[str]:
    wanted = set(blobs)
    for name, _ in history.refs() if wanted else ():
        if wanted.intersection(history.checkout.ask("rev-list", "--objects", "--no-object-names", name).split()):
            yield name


def _only_elsewhere(history: History, past: Past) -> Iterator[str]:
    git = history.checkout
    mine = {(push.remote, push.there) for push in history.pushes()}
    for name, _ in history.refs("refs/remotes"):
        remote, _, branch = name.removeprefix("refs/remotes/").partition("/")
        if branch == "HEAD" or (remote, branch) in mine or not past.paths:
            continue
        if git.ask("rev-list", "-1", "--full-history", name, "--", *past.paths):
            yield f"{remote} {branch}"
