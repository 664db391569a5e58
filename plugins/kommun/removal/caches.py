"""Copies of what is removed that the software keeps for its own use."""

from __future__ import annotations

import json
import shutil
from collections.abc import Collection
from pathlib import Path

from kommun.configuration import Settings

from .journal import JOURNAL, REMEMBERED

_COPIES, _REPORTS = "copies", "attachments.json"
"""What is kept of attachments, by the digest of their content (`kommun/attachments`)."""
_KEPT = (JOURNAL, REMEMBERED, _COPIES, _REPORTS)


def clear_copies(root: Path, settings: Settings, site_dir: Path, digests: Collection[str]) -> None:
    """Remove the staged tree, sites that were left by other builds, and all else that may hold what is removed.

    All of it is made anew when it is needed. What is kept of other attachments stays: to read them takes time.
    """
    for left in (".{}.old", ".{}.new"):
        shutil.rmtree(site_dir.with_name(left.format(site_dir.name)), ignore_errors=True)
    cache = (root / settings.stage.cache).resolve()
    if cache == root or root not in cache.parents or not cache.is_dir() or _holds_content(cache, root, settings):
        return
    for path in cache.iterdir():
        if path.is_dir() and not path.is_symlink() and path.name not in _KEPT:
            shutil.rmtree(path)
        elif path.name not in _KEPT:
            path.unlink()
    for path in (cache / _COPIES).glob("*"):
        if path.name.partition("-")[0] in digests:
            path.unlink()
    _forget_reports(cache / _REPORTS, digests)


def _holds_content(cache: Path, root: Path, settings: Settings) -> bool:
    """Whether the folder set for the cache is one that must never be emptied."""
    return any(
        (root / folder).resolve().is_relative_to(cache) or cache.is_relative_to((root / folder).resolve())
        for folder in (*settings.stage.content, ".git")
    )


def _forget_reports(file: Path, digests: Collection[str]) -> None:
    try:
        data = json.loads(file.read_text(encoding="utf-8"))
        left = {sha: report for sha, report in data["reports"].items() if sha not in digests}
    except FileNotFoundError:
        return
    except (ValueError, KeyError, TypeError, AttributeError):
        file.unlink()
        return
    if left != data["reports"]:
        fresh = file.with_name(f"{file.name}.new")
        fresh.write_text(json.dumps({**data, "reports": left}), encoding="utf-8")
        fresh.replace(file)
