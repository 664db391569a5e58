"""The towns that are built: the project's own content, and those that `corpus.py` writes by the content contract."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from process import Failed
from ruamel.yaml import YAML

PROJECT = Path(__file__).resolve().parents[1]
WORK = Path(__file__).resolve().parent / ".work"
SCALES = ("own", "small", "town")
OWN_DAY = "2026-11-24"
"""The day on which the examples among the project's own content show every state."""
CONTENT = ("docs", "units", "meetings")
_AUTHOR = ("-c", "user.name=benchmarks", "-c", "user.email=benchmarks@exempel.example", "-c", "commit.gpgsign=false")


@dataclass(frozen=True)
class Town:
    """A checkout of its own, outside which nothing is written."""

    scale: str
    root: Path
    day: str


def corpus_script() -> Path:
    """Where `corpus.py` is: named by KOMMUN_CORPUS, or beside the project in `shared/`."""
    return Path(os.environ.get("KOMMUN_CORPUS") or PROJECT.parent / "shared" / "corpus.py")


def make_town(scale: str, folder: Path) -> Town:
    """Write a town anew into `folder`."""
    shutil.rmtree(folder, ignore_errors=True)
    root = folder / "root"
    day = _copy_own(root) if scale == "own" else _write_corpus(scale, root)
    _commit(root)
    return Town(scale, root, day)


def _copy_own(root: Path) -> str:
    root.mkdir(parents=True)
    shutil.copy2(PROJECT / "mkdocs.yml", root)
    for name in CONTENT:
        shutil.copytree(PROJECT / name, root / name)
    return OWN_DAY


def _write_corpus(scale: str, root: Path) -> str:
    command = [sys.executable, str(corpus_script()), str(root), "--scale", scale, "--layout", "project"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        raise Failed(f"corpus.py: {done.stderr.strip()}")
    _write_settings(root)
    return str(json.loads((root / "corpus.json").read_text(encoding="utf-8"))["today"])


def _write_settings(root: Path) -> None:
    """The project's own settings, with a menu and names that fit the corpus."""
    yaml = YAML()
    settings: dict[str, Any] = yaml.load(PROJECT / "mkdocs.yml")
    units = sorted(folder.name for folder in (root / "units").iterdir())
    options: dict[str, dict[str, Any]] = {
        "kommun-social": {"own_unit": units[0]},
        "kommun-links": {"known_hosts": []},
        "kommun-stage": {"municipality": {"sv": "Vikholms kommun", "fi": "Vikholman kunta"}},
    }
    settings["site_name"] = "Vikholms kommun"
    settings["nav"] = [{"Tjänster": "units/index.md"}, {"Beslut": "meetings/index.md"}]
    for plugin in settings["plugins"]:
        for name in options.keys() & plugin.keys():
            plugin[name] = options[name]
    yaml.dump(settings, root / "mkdocs.yml")


def _commit(root: Path) -> None:
    """One commit of everything, so that rules which ask git have something to ask; without git they are silent."""
    commands = (["init", "--quiet"], ["add", "--all"], ["commit", "--quiet", "--message", "Town"])
    try:
        for arguments in commands:
            subprocess.run(["git", *_AUTHOR, *arguments], cwd=root, capture_output=True, check=True)
    except (OSError, subprocess.CalledProcessError):
        shutil.rmtree(root / ".git", ignore_errors=True)
