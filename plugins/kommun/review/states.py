"""An earlier state of the content, as git has it."""

from __future__ import annotations

import io
import os
import subprocess
import tarfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from kommun.configuration import Settings


class NoSuchState(Exception):
    """Git knows no such commit here; the text is git's own."""


@contextmanager
def state_at(root: Path, reference: str, settings: Settings) -> Iterator[Path]:
    """The content folders as they were in a commit, in a folder that is removed afterwards. Raises NoSuchState."""
    there = set(_git(root, "ls-tree", "--name-only", reference).decode().split())
    folders = [folder for folder in settings.stage.content if folder.split("/")[0] in there]
    with TemporaryDirectory() as folder:
        if folders:
            archive = _git(root, "archive", "--format=tar", reference, "--", *folders)
            with tarfile.open(fileobj=io.BytesIO(archive)) as packed:
                packed.extractall(folder, filter="data")
        yield Path(folder)


def _git(root: Path, *arguments: str) -> bytes:
    outside = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    try:
        done = subprocess.run(["git", "-C", os.fspath(root), *arguments], capture_output=True, check=False, env=outside)
    except OSError as error:
        raise NoSuchState(str(error)) from None
    if done.returncode:
        raise NoSuchState(done.stderr.decode("utf-8", "replace").strip())
    return done.stdout
