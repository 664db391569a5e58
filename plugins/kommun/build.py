"""The whole way from content to site: check, plan, stage, render, audit, and only then the switch."""

from __future__ import annotations

import os
import shutil
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from kommun.attachments import Progress, silent
from kommun.audit import audit
from kommun.configuration import Settings
from kommun.finding import Finding
from kommun.prepared import Prepared, prepare
from kommun.render import render, renderer_name
from kommun.stage import Staged, stage


@dataclass(frozen=True)
class Built:
    """How a build went; `failure` names a text in `reports.yml`, '' where the site is in its place."""

    prepared: Prepared
    failure: str = ""
    said: str = ""
    audit: Sequence[Finding] = field(default_factory=tuple)
    values: dict[str, object] = field(default_factory=dict)


def stage_folder(root: Path, settings: Settings) -> Path:
    return root / settings.stage.cache / "stage"


def build(
    root: Path,
    settings: Settings,
    today: date,
    site_dir: Path,
    lang: str = "sv",
    keep_going: bool = False,
    progress: Progress = silent,
) -> Built:
    """Make the site of a day in `site_dir`. Whatever fails, the folder stays as it was."""
    prepared = prepare(root, settings, today, lang, keep_going, progress)
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
        prepared.library.attachments.keep_only(prepared.plan.files)
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
