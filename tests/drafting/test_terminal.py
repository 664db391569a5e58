"""At a real terminal, and with none."""

from __future__ import annotations

import fcntl
import os
import pty
import select
import subprocess
import sys
import termios
import time
from pathlib import Path

import pytest

from .desk import WEDNESDAY, checked

PROGRAM = f"""
import argparse, pathlib, sys
from kommun.clock import parse_date
from kommun.configuration import read_settings
from kommun.drafting.command import NothingMade, make, read_flags, request_of

root = pathlib.Path.cwd()
options = argparse.Namespace(kind=sys.argv[1], answers=sys.argv[2:], lang="sv")
try:
    read_flags(options)
    make(request_of(options, root, read_settings(root / "mkdocs.yml"), parse_date("{WEDNESDAY}")))
except NothingMade as nothing:
    sys.exit(str(nothing))
"""
NEWS = ("news", "--unit", "kansli", "--published", "2026-11-26", "--text", "Kom!")


def _environment() -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path), "PYTHONIOENCODING": "utf-8", "TERM": "dumb"}


def _at_terminal(town: Path, typed: list[bytes]) -> tuple[int, str]:
    """What the program says and how it ends when a person answers each of its questions."""
    mine, its = pty.openpty()
    program = subprocess.Popen(
        [sys.executable, "-c", PROGRAM, *NEWS],
        cwd=town,
        env=_environment(),
        stdin=its,
        stdout=its,
        stderr=its,
        start_new_session=True,
        preexec_fn=lambda: fcntl.ioctl(0, termios.TIOCSCTTY, 0),  # so that Ctrl-C reaches it
    )
    os.close(its)
    said, answers, end = b"", list(typed), time.monotonic() + 60
    while time.monotonic() < end:
        if not select.select([mine], [], [], 0.2)[0]:
            if program.poll() is not None:
                break
            if answers and said.endswith(b": "):
                os.write(mine, answers.pop(0))
            continue
        try:
            part = os.read(mine, 4096)
        except OSError:  # the other end has closed
            break
        if not part:
            break
        said += part
    os.close(mine)
    return program.wait(timeout=20), said.decode("utf-8", "replace").replace("\r\n", "\n")


def test_a_person_is_asked(town: Path) -> None:
    code, said = _at_terminal(town, [b"\n", "Vägen avstängd\n".encode(), b"\n", b"-\n"])
    assert code == 0, said
    assert "Sidan har ingen titel." in said
    assert "Skrev:\n  docs/aktuellt/vagen-avstangd.sv.md\n" in said
    assert checked(town).code == 0


@pytest.mark.parametrize("key", [b"\x03", b"\x04"], ids=["Ctrl-C", "end of input"])
def test_a_person_can_leave(town: Path, key: bytes) -> None:
    code, said = _at_terminal(town, ["Vägen avstängd\n".encode(), key])
    assert code == 1
    assert "Avbrutet. Ingenting skrevs." in said
    assert "Traceback" not in said
    assert not (town / "docs/aktuellt").exists()


def test_without_a_terminal_nothing_is_asked(town: Path) -> None:
    command = [sys.executable, "-c", PROGRAM, *NEWS]
    done = subprocess.run(
        command, cwd=town, env=_environment(), input="Titel\n", capture_output=True, text=True, check=False
    )
    assert done.returncode == 1
    assert "De här flaggorna saknas: --title." in done.stderr
    assert not done.stdout
