"""A folder of content: read, every rule asked, every finding put in words, and the day planned."""

from __future__ import annotations

import tempfile
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from datetime import date
from functools import cache
from pathlib import Path
from random import Random

from kommun.configuration import Settings, read_settings
from kommun.content.library import Library, read_library
from kommun.finding import Finding
from kommun.identity_codes import holds_code
from kommun.plan import make_plan
from kommun.rules import check
from tests.build.town import make_town
from tests.fuzz.made.content import PATHS, content_file

SHARE = 200
_DAY = date(2026, 11, 25)
_TABLE = b"a;b\n1;2\n"
_TABLES = ("docs/a.csv", "docs/kungorelser/a.csv", "units/kansli/a.csv", "meetings/namnden/2026-11-02/a.csv")


def make(chance: Random) -> dict[str, bytes]:
    paths = chance.sample(PATHS, chance.choice((1, 1, 2, 3)))
    return {path: content_file(chance, path) for path in paths}


def judge(made: Mapping[str, bytes], told: Counter[str]) -> Iterator[str]:
    root, settings = _town()
    usual = _usual()
    with written(root, made):
        library = read_library(root, settings)
        findings = check(library, _DAY)
        yield from _findings(library, findings)
        _shown(library)
        told.update(finding.rule for finding in set(findings) - usual)


@cache
def _town() -> tuple[Path, Settings]:
    """A small town in order, of this process."""
    root = make_town(Path(_folder().name) / "town", dict.fromkeys(_TABLES, _TABLE))
    settings = read_settings(root / "mkdocs.yml")
    (root / "mkdocs.yml").unlink()
    return root, settings


@cache
def _folder() -> tempfile.TemporaryDirectory[str]:
    return tempfile.TemporaryDirectory(prefix="fuzz-")


@cache
def _usual() -> frozenset[Finding]:
    return frozenset(check(read_library(*_town()), _DAY))


@contextmanager
def written(root: Path, files: Mapping[str, bytes]) -> Iterator[None]:
    """The files are there for a while; those that cannot be, below a file or in place of a folder, are left out."""
    before: dict[Path, bytes | None] = {}
    try:
        for path, content in files.items():
            target = root / path
            if not target.is_dir() and not any(above.is_file() for above in target.parents):
                before[target] = target.read_bytes() if target.is_file() else None
                target.parent.mkdir(parents=True, exist_ok=True)
                # Attachments are read in children; this one is read only once.
                target.write_bytes(content if path.endswith(".md") else _TABLE)
        yield
    finally:
        for target, content in before.items():
            target.unlink()
            if content is not None:
                target.write_bytes(content)
                continue
            with suppress(OSError):  # until a folder that holds something
                for above in target.parents:
                    above.rmdir()


def _findings(library: Library, findings: list[Finding]) -> Iterator[str]:
    for finding in findings:
        if not (finding.message.strip() and finding.help.strip()):
            yield f"{finding.rule} says nothing"
        if holds_code(finding.message) or holds_code(finding.help):
            yield f"{finding.rule} repeats a code"
        file = library.root / finding.path
        lines = (
            file.read_bytes().decode("utf-8", "replace").replace("\r\n", "\n").replace("\r", "\n").split("\n")
            if file.is_file()
            else [""]
        )
        if not 1 <= finding.line <= len(lines) or finding.column < 1:
            yield f"{finding.rule} names line {finding.line} of {len(lines)}"


def _shown(library: Library) -> None:
    plan = make_plan(library, _DAY)
    for entry in plan.entries.values():
        for document in entry.versions.values():
            assert document.title is not None and document.shown is not None
