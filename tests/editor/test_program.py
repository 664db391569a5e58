"""The program is the pinned one to the byte, asks nobody but the repository, and is published only where it is wanted."""

from __future__ import annotations

import hashlib
import io
import json
import re
import shutil
import subprocess
import tarfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from kommun.configuration import EditorOptions, Settings, read_settings
from kommun.editor import package
from kommun.editor.backend import hosts
from kommun.editor.published import files
from kommun.messages import languages, load
from kommun.servers.headers import headers, sources_of_pages
from kommun.stage.files import made_files

from ..build.town import PROJECT
from . import town

SETTINGS = read_settings(PROJECT / "mkdocs.yml")


def _package(content: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w:gz") as archive:
        for path, data in content.items():
            entry = tarfile.TarInfo(f"package/{path}")
            entry.size = len(data)
            archive.addfile(entry, io.BytesIO(data))
    return out.getvalue()


def _pinned(made: bytes, content: dict[str, bytes]) -> package.Pinned:
    digests = {path: hashlib.sha256(data).hexdigest() for path, data in content.items()}
    return package.Pinned("a", "1", package.integrity(made), digests)


def test_a_package_is_taken_for_what_it_says_only() -> None:
    content = {"npm/index.js": b"1", "other.js": b"2"}
    made = _package(content)
    wanted = _pinned(made, {"npm/index.js": b"1"})
    assert package.unpacked(made, wanted) == {"npm/index.js": b"1"}
    with pytest.raises(package.WrongProgram):
        package.unpacked(_package({**content, "npm/index.js": b"3"}), wanted)
    with pytest.raises(package.WrongProgram):
        package.unpacked(made, _pinned(made, {"npm/index.js": b"3"}))
    with pytest.raises(package.WrongProgram):
        package.unpacked(made, _pinned(made, {"npm/none.js": b"1"}))


def test_the_lock_names_one_version_and_no_host() -> None:
    text = package.LOCK.read_text(encoding="utf-8")
    assert re.fullmatch(r"\d+\.\d+\.\d+", package.pinned().version)
    assert package.pinned().integrity.startswith("sha512-")
    assert "://" not in text and "resolved" not in text


@pytest.mark.parametrize("found", [None, "/bin/false"])
def test_without_npm_it_is_said_and_nothing_is_written(
    found: str | None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shutil, "which", lambda name: found)
    with pytest.raises(package.NoProgram) as why:
        package.fetch(tmp_path, SETTINGS)
    assert str(why.value) == ("not_fetched" if found else "no_npm")
    assert str(why.value) in load("sv", "editor")["command"]
    assert not package.is_fetched(tmp_path, SETTINGS)
    assert package.program(tmp_path, SETTINGS) == {}


@pytest.mark.usefixtures("program")
class TestFetched:
    @pytest.fixture
    def published(self, root: Path) -> dict[str, bytes]:
        return files(town.site(root, town.settings(root)))

    def test_a_file_that_was_changed_in_the_cache_is_not_used(self, root: Path, tmp_path: Path) -> None:
        own = town.settings(root)
        kept = tmp_path / "cache"
        shutil.copytree(package.folder(root, own), kept / "editor" / package.pinned().version)
        moved = own.model_copy(update={"stage": own.stage.model_copy(update={"cache": str(kept)})})
        assert package.program(root, moved)
        with (package.folder(root, moved) / "npm/index.js").open("ab") as file:
            file.write(b";")
        with pytest.raises(package.WrongProgram):
            package.program(root, moved)

    def test_it_is_published_where_a_repository_is_named(self, root: Path, published: dict[str, bytes]) -> None:
        own = town.settings(root)
        assert {
            "redaktion/index.html",
            "redaktion/config.json",
            "fi/redaktion/index.html",
            "fi/redaktion/config.json",
        } < set(published)
        assert made_files(town.site(root, own)).items() >= published.items()
        without = own.model_copy(update={"editor": EditorOptions()})
        assert files(town.site(root, without)) == {}
        assert sources_of_pages(without) == {}

    def test_its_pages_are_for_nobody_to_find(self, root: Path, published: dict[str, bytes]) -> None:
        made = made_files(town.site(root, town.settings(root)))
        assert b"redaktion" not in made["sitemap.xml"]
        for lang, place in (("sv", "redaktion/"), ("fi", "fi/redaktion/")):
            page = published[f"{place}index.html"].decode()
            assert f'<html lang="{lang}">' in page and 'content="noindex, nofollow"' in page

    def test_it_may_talk_to_the_repository_alone(self, root: Path) -> None:
        own = town.settings(root)
        policy = headers(own, "redaktion/")["Content-Security-Policy"]
        assert "connect-src 'self' blob: data: https://api.github.com;" in policy
        assert "script-src 'self';" in policy and "unsafe-eval" not in policy
        assert headers(own, "")["Content-Security-Policy"] == headers(SETTINGS)["Content-Security-Policy"]

    def test_what_it_would_fetch_from_others_is_taken_out(self, published: dict[str, bytes]) -> None:
        program = published["redaktion/cms/npm/index.js"].decode()
        assert "cdn.jsdelivr.net" not in program and "githubstatus.com/api" not in program
        needed = re.findall(r"`(assets/[\w.-]+\.woff2)`|from\"\./(chunks/[\w.-]+)\"", program)
        assert needed
        assert all(f"redaktion/cms/npm/{font or chunk}" in published for font, chunk in needed)
        for lang in languages():
            assert f"import(`../locales/{lang}.js`)" in program

    def test_our_words_for_the_program_are_of_keys_that_it_has(self, published: dict[str, bytes]) -> None:
        program = published["redaktion/cms/npm/index.js"].decode()
        for lang in languages():
            own = load(lang, "editor")["program"]
            assert not [key for key in _leaves(own) if f"{key}:`" not in program]
            told = published[f"redaktion/cms/locales/{lang}.js"].decode().removeprefix("export default ").rstrip(";\n")
            assert json.loads(told)["show_errors"] == own["show_errors"]

    def test_the_same_content_gives_the_same_bytes(self, root: Path, published: dict[str, bytes]) -> None:
        assert files(town.site(root, town.settings(root))) == published


def _leaves(words: dict[str, Any]) -> Iterator[str]:
    for key, value in words.items():
        yield from _leaves(value) if isinstance(value, dict) else [key]


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        ({}, ("https://api.github.com",)),
        ({"api_root": "https://git.exempel.example/api/v3"}, ("https://git.exempel.example",)),
        ({"base_url": "https://inloggning.exempel.example"}, ("https://api.github.com",)),
        ({"backend": "gitlab"}, ("https://gitlab.com",)),
        ({"backend": "gitlab", "app_id": "x", "base_url": "https://git.exempel.example"}, ("https://gitlab.com", "https://git.exempel.example")),
    ],
)  # fmt: skip
def test_the_hosts_are_those_of_the_repository_and_its_sign_in(
    options: dict[str, Any], expected: tuple[str, ...]
) -> None:
    assert hosts(EditorOptions(**options)) == expected


def test_a_sign_in_that_opens_a_window_can_answer() -> None:
    own = Settings(editor=EditorOptions(repo="a/b", base_url="https://inloggning.exempel.example"))
    assert headers(own)["Cross-Origin-Opener-Policy"] == "same-origin-allow-popups"
    assert headers(Settings(editor=EditorOptions(repo="a/b")))["Cross-Origin-Opener-Policy"] == "same-origin"


@pytest.mark.skipif(shutil.which("node") is None, reason="node is not installed")
def test_our_own_script_is_one_that_can_be_read() -> None:
    script = Path(package.__file__).with_name("start.js")
    checked = subprocess.run(
        ["node", "--check", "--input-type=module"], input=script.read_bytes(), capture_output=True, check=False
    )
    assert checked.returncode == 0, checked.stderr
