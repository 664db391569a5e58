"""The whole way from content to site: check, plan, stage, render, audit, and only then the switch."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from kommun.audit import audit
from kommun.configuration import Settings
from kommun.content.library import Library, read_library
from kommun.finding import Finding, Severity
from kommun.plan import Plan, make_plan
from kommun.render import render, renderer_name
from kommun.rules import check
from kommun.stage import Staged, stage


@dataclass(frozen=True)
class Prepared:
    """What is known before anything is rendered."""

    library: Library
    findings: Sequence[Finding]
    plan: Plan
    withheld: frozenset[str]
    """Keys held back for an error of their own."""

    @property
    def errors(self) -> list[Finding]:
        return [finding for finding in self.findings if finding.severity is Severity.ERROR]

    @property
    def stops(self) -> bool:
        """Whether no site may be made at all: there is no start page to show."""
        return "index" not in self.plan.entries


@dataclass(frozen=True)
class Built:
    """How a build went; `failure` names a text in `reports.yml`, '' where the site is in its place."""

    prepared: Prepared
    failure: str = ""
    said: str = ""
    audit: Sequence[Finding] = field(default_factory=tuple)
    values: dict[str, object] = field(default_factory=dict)


def prepare(root: Path, settings: Settings, today: date, lang: str = "sv", keep_going: bool = False) -> Prepared:
    """Read, check and plan. With `keep_going` each document with an error is withheld alone."""
    library = read_library(root, settings)
    findings = check(library, today, lang)
    withheld = frozenset(_keys_with_errors(library, findings)) if keep_going else frozenset()
    return Prepared(library, findings, make_plan(library, today, withheld), withheld)


def _keys_with_errors(library: Library, findings: Sequence[Finding]) -> Iterator[str]:
    """The documents that an error holds back: the one it stands in, or those that list the file it is about."""
    paths = {finding.path for finding in findings if finding.severity is Severity.ERROR}
    for document in library.documents:
        listed = (document.file_of(a.file) for _, a in document.listed)
        if document.path in paths or any(file in paths for name in listed for file in library.versions_of(name)):
            yield document.key


def stage_folder(root: Path, settings: Settings) -> Path:
    return root / settings.stage.cache / "stage"


def build(
    root: Path, settings: Settings, today: date, site_dir: Path, lang: str = "sv", keep_going: bool = False
) -> Built:
    """Make the site of a day in `site_dir`. Whatever fails, the folder stays as it was."""
    prepared = prepare(root, settings, today, lang, keep_going)
    if prepared.errors and not keep_going:
        return Built(prepared, "stopped")
    if prepared.stops:
        return Built(prepared, "start_withheld")
    staged = stage(prepared.library, prepared.plan, stage_folder(root, settings))
    return _make(root, prepared, staged, site_dir, lang)


def _make(root: Path, prepared: Prepared, staged: Staged, site_dir: Path, lang: str) -> Built:
    fresh = site_dir.with_name(f".{site_dir.name}.new")
    shutil.rmtree(fresh, ignore_errors=True)  # left by a build that was killed
    try:
        done, said = render(root, staged.folder, fresh, prepared.plan.today)
        if not done:
            return Built(prepared, "render_failed", said, values={"renderer": renderer_name()})
        findings = audit(fresh, prepared.library, prepared.plan, lang)
        if findings:
            return Built(prepared, "audit_failed", said, findings)
        _switch(fresh, site_dir)
    finally:
        shutil.rmtree(fresh, ignore_errors=True)
    pages = sum(1 for _ in site_dir.rglob("*.html"))
    return Built(prepared, said=said, values={"pages": pages, "files": len(prepared.plan.files)})


def _switch(fresh: Path, site_dir: Path) -> None:
    """Put the new site in the place of the old one."""
    old = site_dir.with_name(f".{site_dir.name}.old")
    shutil.rmtree(old, ignore_errors=True)
    if site_dir.exists():
        os.replace(site_dir, old)
    os.replace(fresh, site_dir)
    shutil.rmtree(old, ignore_errors=True)
