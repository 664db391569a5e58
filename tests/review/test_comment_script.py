"""The comment on a pull request is made once and then changed; what is not ours is left alone."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from tests.build.town import PROJECT

GH = """#!/usr/bin/env bash
echo "$*" >> "$CALLS"
if [[ "$*" == *--paginate* ]]; then printf '%s' "$FOUND"; fi
"""


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """A folder with a `gh` that only notes what it was asked."""
    program = tmp_path / "bin/gh"
    program.parent.mkdir()
    program.write_text(GH)
    program.chmod(0o755)
    (tmp_path / "comment.md").write_text("<!-- kommun-granskning -->\n\nText.\n")
    return tmp_path


def comment(desk: Path, number: str = "7", found: str = "") -> tuple[int, list[str]]:
    calls = desk / "calls"
    env = {**os.environ, "PATH": f"{desk / 'bin'}:{os.environ['PATH']}", "CALLS": str(calls), "FOUND": found}
    script = PROJECT / ".ci/comment"
    done = subprocess.run(
        [script, "exempel/webb", number, desk / "comment.md"], env=env, check=False, capture_output=True
    )
    return done.returncode, calls.read_text().splitlines() if calls.exists() else []


def test_the_first_time_a_comment_is_made(desk: Path) -> None:
    code, calls = comment(desk)
    assert code == 0
    assert [call.split()[:4] for call in calls[1:]] == [
        ["api", "--method", "POST", "repos/exempel/webb/issues/7/comments"]
    ]


def test_the_next_time_it_is_changed(desk: Path) -> None:
    code, calls = comment(desk, found="4711\n")
    assert code == 0
    assert [call.split()[:4] for call in calls[1:]] == [
        ["api", "--method", "PATCH", "repos/exempel/webb/issues/comments/4711"]
    ]


def test_a_number_that_is_none_is_refused(desk: Path) -> None:
    assert comment(desk, number="7; rm -rf /") == (2, [])


def test_a_text_that_is_not_ours_is_refused(desk: Path) -> None:
    (desk / "comment.md").write_text("Något annat.\n")
    assert comment(desk) == (2, [])
