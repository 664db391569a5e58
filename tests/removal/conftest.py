"""One town is built once; each test has a copy of it, with its site, its caches and its history."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from kommun.build import Built
from kommun.prepared import prepare
from kommun.removal import steps
from tests.build.site import build
from tests.build.town import make_town

from .places import DAY, FILES, git


@pytest.fixture(scope="session")
def built_town(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = make_town(tmp_path_factory.mktemp("removal") / "town", FILES)
    build(root, DAY)
    git(root, "init", "--quiet", "--initial-branch=main")
    git(root, "add", "--all")
    git(root, "commit", "--quiet", "--message", "Exempel")
    return root


@pytest.fixture
def town(built_town: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    # What the command itself asks of git is answered without the configuration of whoever runs the tests.
    for name in ("GIT_CONFIG_GLOBAL", "GIT_CONFIG_SYSTEM"):
        monkeypatch.setenv(name, "/dev/null")
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path))
    shutil.copytree(built_town, tmp_path / "town", symlinks=True)
    monkeypatch.chdir(tmp_path / "town")
    return tmp_path / "town"


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """A build that only says that it went well, for tests that are not about the site."""

    def build_nothing(root, settings, today, site_dir, lang, keep_going, progress):  # type: ignore[no-untyped-def]
        assert keep_going
        return Built(prepare(root, settings, today, lang, keep_going), values={"pages": 0, "files": 0})

    monkeypatch.setattr(steps, "build", build_nothing)
