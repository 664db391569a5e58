"""What every command begins with: the folder, its settings and the day."""

from __future__ import annotations

import argparse
from datetime import date
from pathlib import Path

from kommun.clock import today
from kommun.configuration import Settings, read_settings

OK, ERRORS, CANNOT_RUN = 0, 1, 2


class CannotRun(Exception):
    """The command cannot do its work at all; the text is for people."""


def start(options: argparse.Namespace) -> tuple[Path, Settings, date]:
    return (*settings(options), today(options.today))


def settings(options: argparse.Namespace) -> tuple[Path, Settings]:
    root = folder(options)
    return root, read_settings(root / "mkdocs.yml")


def folder(options: argparse.Namespace) -> Path:
    root: Path = options.root.resolve()
    if not root.is_dir():
        raise CannotRun(f"{options.root}: mappen finns inte")
    return root


def folder_to_write(root: Path, named: Path) -> Path:
    """A folder that a site may be written to: never the content's own, which would be lost."""
    target = named.resolve()
    if target == root or target in root.parents:
        raise CannotRun(f"{target}: där ligger innehållet självt")
    return target


def short(path: Path) -> str:
    try:
        return str(path.relative_to(Path.cwd()))
    except ValueError:
        return str(path)
