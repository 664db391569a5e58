"""With `--history` no commit, no reflog and no object holds it any more, and what cannot be reached is told."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from kommun.removal import DONE, LEFT
from kommun.removal.history import tool
from tests.build.town import write

from .places import FILES, MEETING, SHORE, everything, git, run

pytestmark = pytest.mark.skipif(tool() is None, reason="git-filter-repo is not installed")

MINUTES = f"{MEETING}/minutes"


def _blob(content: str | bytes) -> str:
    """The id under which git keeps a content."""
    raw = content.encode() if isinstance(content, str) else content
    return hashlib.sha1(b"blob %d\0" % len(raw) + raw, usedforsecurity=False).hexdigest()


GONE = [_blob(FILES[f"{MEETING}/{name}"]) for name in ("minutes.sv.md", "minutes.fi.md", "strandkarta.pdf")]


def _finds(root: Path, blob: str) -> bool:
    return subprocess.run(["git", "-C", os.fspath(root), "cat-file", "-e", blob], capture_output=True).returncode == 0


def _commit(root: Path, **files: Any) -> None:
    write(root, files)
    git(root, "add", "--all")
    git(root, "commit", "--quiet", "--message", "Exempel")


@pytest.fixture
def lived_in(town: Path) -> Path:
    """A town whose minutes have an earlier version, an earlier name, and copies in a branch, a tag and a reflog."""
    git(town, "mv", f"{MEETING}/strandkarta.pdf", f"{MEETING}/gammal.pdf")
    _commit(town)
    git(town, "mv", f"{MEETING}/gammal.pdf", f"{MEETING}/strandkarta.pdf")
    _commit(town, **{f"{MINUTES}.sv.md": FILES[f"{MINUTES}.sv.md"].replace("oktober", "september")})
    git(town, "branch", "annan")
    git(town, "tag", "--annotate", "v1", "--message", "Exempel")
    _commit(town, **{f"{MINUTES}.fi.md": "---\ntitle: Vain muistissa\n---\n"})
    git(town, "reset", "--quiet", "--hard", "HEAD~1")
    return town


def test_no_object_holds_it_any_more(lived_in: Path, quick: None) -> None:
    forgotten = [*GONE, _blob("---\ntitle: Vain muistissa\n---\n")]
    assert all(_finds(lived_in, blob) for blob in forgotten)
    said = run(lived_in, f"/{MINUTES}/", history=True)
    assert said.code == DONE, said.text
    assert "Git hittar inte innehållet längre" in said.text
    assert f"{MEETING}/gammal.pdf" in said.text.split("Tidigare namn")[1]
    assert [blob for blob in forgotten if _finds(lived_in, blob)] == []
    log = git(lived_in, "log", "--all", "--reflog", "--format=", "--name-only")
    assert "2026-11-02" not in log
    objects = git(lived_in, "cat-file", "--batch-all-objects", "--batch-check=%(objectname)").split()
    contents = [
        git(lived_in, "cat-file", "-p", one) for one in objects if git(lived_in, "cat-file", "-t", one) != "tree\n"
    ]
    assert not [content for content in contents if SHORE in content]
    # Everything else is there, in as many commits as before and the one that removed it.
    assert git(lived_in, "status", "--short") == ""
    assert git(lived_in, "rev-list", "--count", "main").strip() == "4"
    assert git(lived_in, "show", "annan:docs/kungorelser/grind.pdf")
    assert git(lived_in, "cat-file", "-t", "v1").strip() == "tag"
    for place in ("support.github.com", "Insights, Forks", "git clone", "Artifacts", "Säkerhetskopior"):
        assert place in said.text
    again = run(lived_in, f"/{MINUTES}/", history=True)
    assert again.code == DONE
    assert "Historien här har inget av det" in again.text


def test_it_can_be_asked_for_afterwards_and_knows_what_left_together(lived_in: Path, quick: None) -> None:
    assert "med --history" in run(lived_in, f"/{MINUTES}/").text
    assert _finds(lived_in, GONE[2])
    said = run(lived_in, MINUTES, history=True)
    assert said.code == DONE, said.text
    assert [blob for blob in GONE if _finds(lived_in, blob)] == []


def test_a_content_that_something_else_has_too_stays_and_is_told(town: Path, quick: None) -> None:
    _commit(town, **{"docs/kungorelser/kopia.fi.md": FILES["docs/kungorelser/ensam.fi.md"]})
    said = run(town, "/kungorelser/ensam/", history=True)
    assert said.code == DONE, said.text
    assert "1 av innehållen finns också i en fil som står kvar" in said.text
    assert (town / "docs/kungorelser/kopia.fi.md").is_file()
    assert "ensam" not in git(town, "log", "--all", "--format=", "--name-only")


def test_the_server_is_told_exactly_and_never_over_others_work(lived_in: Path, quick: None, tmp_path: Path) -> None:
    server = tmp_path / "server.git"
    git(lived_in, "clone", "--quiet", "--bare", ".", str(server))
    git(server, "branch", "bara-dar", "main")
    git(lived_in, "remote", "add", "origin", str(server))
    git(lived_in, "fetch", "--quiet", "origin")
    git(lived_in, "branch", "--set-upstream-to=origin/main", "main")
    there = git(server, "rev-parse", "main").strip()
    said = run(lived_in, f"/{MINUTES}/", history=True)
    assert said.code == DONE, said.text
    assert f"git push --force-with-lease=main:{there} origin main:main" in said.text
    for command in ("git push --force origin refs/tags/v1", "git push origin --delete bara-dar"):
        assert command in said.text
    commands = [line.strip().split() for line in said.text.splitlines() if line.strip().startswith("git push --force")]
    for command in commands:
        git(lived_in, *command[1:])
    assert git(server, "rev-parse", "main") == git(lived_in, "rev-parse", "main")
    kept = (lived_in / ".git/kommun-remove.txt").read_text(encoding="utf-8")
    assert f"main:{there}" in kept
    assert len((lived_in / ".git/filter-repo/commit-map").read_text().splitlines()) == 5


@pytest.mark.parametrize("case", ["uncommitted", "stash", "worktree", "behind", "detached", "merge"])
def test_it_waits_where_others_would_lose_something(lived_in: Path, quick: None, tmp_path: Path, case: str) -> None:
    words = {
        "uncommitted": "inte är sparade i git",
        "stash": "undanlagda ändringar",
        "worktree": "utcheckat också på andra ställen",
        "behind": "Andra har skickat ändringar",
        "detached": "Ingen gren är utcheckad",
        "merge": "flerstegsändring pågår",
    }
    write(lived_in, {"docs/index.fi.md": "---\ntitle: Ny\n---\n"} if case in ("uncommitted", "stash") else {})
    if case == "stash":
        git(lived_in, "stash", "--quiet")
    elif case == "worktree":
        git(lived_in, "worktree", "add", "--quiet", str(tmp_path / "other"), "annan")
    elif case == "detached":
        git(lived_in, "switch", "--quiet", "--detach")
    elif case == "merge":
        (lived_in / ".git/MERGE_HEAD").write_text(git(lived_in, "rev-parse", "annan"))
    elif case == "behind":
        git(lived_in, "remote", "add", "origin", "https://exempel.example/x.git")
        newer = git(lived_in, "commit-tree", "HEAD^{tree}", "-p", "HEAD", "-m", "Exempel").strip()
        git(lived_in, "update-ref", "refs/remotes/origin/main", newer)
    said = run(lived_in, f"/{MINUTES}/", history=True)
    assert said.code == LEFT, said.text
    assert words[case] in said.text.split("skrivs inte om ännu")[1]
    # It is off the site and out of the content all the same.
    assert not (lived_in / MEETING).exists()
    assert _finds(lived_in, GONE[0])


def test_it_asks_again_before_it_rewrites(lived_in: Path, quick: None) -> None:
    asked: list[str] = []

    def answer(question: str) -> str:
        asked.append(question)
        return "j" if len(asked) == 1 else "n"

    said = run(lived_in, f"/{MINUTES}/", ask=answer, history=True)
    assert said.code == LEFT
    assert len(asked) == 2 and "Skriva om historien?" in asked[1]
    assert said.lines[-1] == "Historien är som den var."
    assert _finds(lived_in, GONE[0])


def test_a_rewriting_that_fails_says_so_and_can_be_done_again(
    lived_in: Path, quick: None, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    broken = tmp_path / "git-filter-repo"
    broken.write_text("#!/bin/sh\necho trasig >&2\nexit 1\n")
    broken.chmod(0o755)
    with monkeypatch.context() as patch:
        patch.setattr("kommun.removal.rewriting.tool", lambda: str(broken))
        said = run(lived_in, f"/{MINUTES}/", history=True)
    assert said.code == LEFT
    assert "trasig" in said.text
    assert run(lived_in, f"/{MINUTES}/", history=True).code == DONE
    assert [blob for blob in GONE if _finds(lived_in, blob)] == []


def test_without_git_there_is_no_history(town: Path, quick: None) -> None:
    shutil.rmtree(town / ".git")
    said = run(town, f"/{MINUTES}/", history=True)
    assert said.code == LEFT
    assert "inget git-förråd" in said.text


def test_a_dry_run_of_it_changes_nothing(lived_in: Path) -> None:
    before = everything(lived_in)
    said = run(lived_in, f"/{MINUTES}/", history=True, dry_run=True)
    assert "I historien: " in said.text
    assert everything(lived_in) == before
