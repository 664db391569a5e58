"""The preview: it shows a change in any content folder, and tells of errors without dying."""

from __future__ import annotations

import os
import re
import socket
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from .town import UNIT, make_town, write


@pytest.fixture
def town(tmp_path: Path) -> Path:
    return make_town(tmp_path / "town")


@pytest.fixture
def address(town: Path) -> Iterator[str]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-u", "-m", "mkdocs", "serve", "--dev-addr", f"127.0.0.1:{port}"]
    env = {**os.environ, "KOMMUN_TODAY": "2026-11-20"}
    server = subprocess.Popen(command, cwd=town, env=env, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    try:
        assert server.stdout
        said = []
        for line in server.stdout:
            said.append(line)
            if "Serving on" in line:
                break
        else:
            pytest.fail("".join(said))
        yield f"http://127.0.0.1:{port}"
    finally:
        server.terminate()
        server.communicate(timeout=30)


def get(url: str) -> str:
    with urllib.request.urlopen(url, timeout=60) as answer:
        return str(answer.read().decode())


def after_change(address: str, page: str, root: Path, files: dict[str, str | bytes | None]) -> str:
    """The page once the preview has been made anew: the server answers the second request when it has."""
    found = re.search(r"livereload\((\d+), (\d+)\)", get(f"{address}/{page}"))
    assert found
    write(root, files)
    get(f"{address}/livereload/{found[1]}/{found[2]}")
    return get(f"{address}/{page}")


def test_a_change_in_each_folder_is_shown(town: Path, address: str) -> None:
    new = {
        "docs/index.sv.md": ("", "---\ntype: page\ntitle: Välkommen\n---\nNy text i docs.\n", "Ny text i docs."),
        "units/kansli/index.sv.md": (
            "units/kansli/", UNIT.replace("betjänar alla", "har ny text i units"), "har ny text i units",
        ),
        "meetings/namnden/index.sv.md": (
            "meetings/namnden/",
            "---\ntype: body\ntitle: Nämnden\nunit: kansli\nkind: committee\npublishes_minutes: true\n---\nNy text i meetings.\n",
            "Ny text i meetings.",
        ),
    }  # fmt: skip
    for path, (page, content, shown) in new.items():
        assert shown in after_change(address, page, town, {path: content})


def test_an_error_is_shown_and_the_preview_goes_on(town: Path, address: str) -> None:
    broken = UNIT.replace("## Kontaktuppgifter\n", "")
    page = after_change(address, "", town, {"units/kansli/index.sv.md": broken})
    assert "units/kansli/index.sv.md:" in page
    assert "Kontaktuppgifter" in page
    page = after_change(address, "", town, {"units/kansli/index.sv.md": UNIT})
    assert "preview-errors" not in page
