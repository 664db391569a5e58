"""What git remembers of the content: when each file last changed, and what stood in it then.

Outside a git checkout, in a shallow one or without git there is nothing to
remember: every answer is empty, and no rule has anything to say.
"""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterable, Sequence
from functools import cached_property
from pathlib import Path

_NOT_OURS = ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX", "GIT_COMMON_DIR", "GIT_OBJECT_DIRECTORY")
"""Set while git runs a hook, where they name another checkout than the one at the root."""
_COMMIT = "commit "


class History:
    """The past of the folders `content` below `root`, asked for once and only when needed."""

    def __init__(self, root: Path, content: Sequence[str]) -> None:
        self._root = root
        self._content = content

    @cached_property
    def last_changes(self) -> dict[str, tuple[int, str]]:
        """For each path how many commits ago it last changed, and the commit's id."""
        if self._prefix is None:
            return {}
        order = ("--date-order", f"--format={_COMMIT}%H")
        log = self._git("log", *order, "--no-renames", "--relative", "--name-only", "--")
        found: dict[str, tuple[int, str]] = {}
        age, commit = -1, ""
        for line in log.split("\n"):
            if line.startswith(_COMMIT):
                age, commit = age + 1, line.removeprefix(_COMMIT)
            elif line:
                found.setdefault(line, (age, commit))
        return found

    @cached_property
    def uncommitted(self) -> frozenset[str]:
        """The paths that differ from the last commit, new ones included."""
        if self._prefix is None:
            return frozenset()
        status = self._git("status", "--porcelain", "-z", "--no-renames", "--untracked-files=all", "--")
        return frozenset(row[3:].removeprefix(self._prefix) for row in status.split("\0") if row)

    def texts(self, wanted: Iterable[tuple[str, str]]) -> dict[tuple[str, str], bytes]:
        """The contents of files as they were: (commit, path) → bytes, without those that were not there."""
        asked = [(commit, path) for commit, path in wanted if "\n" not in path]
        if not asked or self._prefix is None:
            return {}
        names = "".join(f"{commit}:{self._prefix}{path}\n" for commit, path in asked)
        answer = self._run(["cat-file", "--batch"], names.encode())
        found: dict[tuple[str, str], bytes] = {}
        at = 0
        for key in asked:
            end = answer.find(b"\n", at)
            if end < 0:
                break
            kind = answer[at:end].rsplit(b" ", 2)
            at = end + 1
            if len(kind) == 3 and kind[1] == b"blob":
                size = int(kind[2])
                found[key] = answer[at : at + size]
                at += size + 1
        return found

    @cached_property
    def _prefix(self) -> str | None:
        """The root's folder inside the checkout; None where there is no whole history to read."""
        root = self._root.resolve()
        if not any((folder / ".git").exists() for folder in (root, *root.parents)):
            return None
        answer = self._git("rev-parse", "--is-shallow-repository", "--show-prefix", content=False).split("\n")
        return answer[1] if len(answer) > 1 and answer[0] == "false" else None

    def _git(self, *arguments: str, content: bool = True) -> str:
        folders = [folder for folder in self._content if content and (self._root / folder).is_dir()]
        return self._run([*arguments, *folders], b"").decode("utf-8", "replace")

    def _run(self, arguments: list[str], given: bytes) -> bytes:
        """What git answers; nothing where it cannot."""
        quiet = {name: value for name, value in os.environ.items() if name not in _NOT_OURS}
        quiet["GIT_OPTIONAL_LOCKS"] = "0"
        command = ["git", "-c", "core.quotePath=false", "-C", os.fspath(self._root), *arguments]
        try:
            done = subprocess.run(command, input=given, capture_output=True, env=quiet, check=False)
        except OSError:
            return b""
        return done.stdout if done.returncode == 0 else b""
