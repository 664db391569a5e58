"""Building a town as the command does, and looking at what came out."""

from __future__ import annotations

import contextlib
import gzip
import io
import os
from dataclasses import dataclass
from pathlib import Path
from unittest import mock

from kommun.cli import main


@dataclass(frozen=True)
class Run:
    code: int
    out: str
    err: str


def kommun(root: Path, *arguments: str, **environment: str) -> Run:
    """Run the command in a town's folder, as an editor would."""
    out, err = io.StringIO(), io.StringIO()
    with (
        contextlib.chdir(root),
        mock.patch.dict(os.environ, environment),
        contextlib.redirect_stdout(out),
        contextlib.redirect_stderr(err),
    ):
        try:
            code = main(arguments)
        except SystemExit as stopped:  # argparse's own way of saying that a word was wrong
            code = int(stopped.code or 0)
    return Run(code, out.getvalue(), err.getvalue())


def build(root: Path, day: str, site: str = "site", *more: str) -> Path:
    """The site of a day; fails with what the command said."""
    run = kommun(root, "build", "--today", day, "--site-dir", site, *more)
    assert run.code == 0, run.err + run.out
    return root / site


def tree(site: Path) -> dict[str, bytes]:
    """Every file of a site by its path."""
    return {p.relative_to(site).as_posix(): p.read_bytes() for p in sorted(site.rglob("*")) if p.is_file()}


def traces(site: Path, word: str) -> list[str]:
    """The files in which a word stands: in their name, their text, or their compressed text."""
    found = []
    for path, content in tree(site).items():
        raw = gzip.decompress(content) if path.endswith(".gz") else content
        if word.casefold() in path.casefold() or word.casefold() in raw.decode("utf-8", "replace").casefold():
            found.append(path)
    return found
