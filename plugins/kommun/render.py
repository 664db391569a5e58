"""The step that makes HTML of the staged tree: a renderer run beside us, never imported.

Our core must outlive its renderer (DESIGN.md), so all it knows is a command that
takes a `mkdocs.yml` and a folder to write to. `KOMMUN_RENDERER` names it: `mkdocs`
(the default) or `properdocs`.
"""

from __future__ import annotations

import os
import subprocess
import sys
from datetime import date
from pathlib import Path

STAGED = "KOMMUN_STAGED"
"""Names the staged tree to the plugins, so that they do not stage again."""


def renderer_name() -> str:
    return os.environ.get("KOMMUN_RENDERER") or "mkdocs"


def render(root: Path, staged: Path, site_dir: Path, today: date) -> tuple[bool, str]:
    """Make the site in `site_dir`; whether it went well, and what the renderer said where it did not."""
    command = [sys.executable, "-m", renderer_name(), "build", "--strict"]
    command += ["--config-file", str(root / "mkdocs.yml"), "--site-dir", str(site_dir)]
    env = {**os.environ, STAGED: str(staged), "KOMMUN_TODAY": today.isoformat(), "NO_MKDOCS_2_WARNING": "1"}
    done = subprocess.run(command, env=env, cwd=root, capture_output=True, text=True, check=False)
    # Not `--quiet`: it would hide warnings from `--strict` itself.
    return (True, "") if done.returncode == 0 else (False, done.stdout + done.stderr)
