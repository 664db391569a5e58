"""The program of the web editor: one npm package, pinned, verified, and kept in the cache rather than in Git.

`npm pack` fetches it, from whatever registry npm is set up with. What is published are the files
that `package.yml` names, each of which must be byte for byte what it says.
"""

from __future__ import annotations

import base64
import hashlib
import json
import re
import shutil
import subprocess
import tarfile
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from ruamel.yaml import YAML

from kommun.configuration import Settings

from .words import Words

LOCK = Path(__file__).with_name("package.yml")
FOLDER = "cms"
"""Where the program's files stand in the editor's folder."""
_START = "npm/index.js"
_SECONDS = 300
_ASKS_OTHERS = {
    rb"url\(https://cdn\.jsdelivr\.net/[^)]*\)": b"local(none)",
    rb"https://www\.githubstatus\.com/api/v2/status\.json": b'data:application/json,{"status":{"indicator":"none"}}',
}
"""What the program would fetch from hosts that are not the repository's: fonts it has itself, and how GitHub is."""


class NoProgram(Exception):
    """The program cannot be fetched here; the text names a message in `editor.yml`."""


class WrongProgram(Exception):
    """What was fetched is not what `package.yml` says. It must not be used."""


@dataclass(frozen=True)
class Pinned:
    """A version of the package."""

    name: str
    version: str
    integrity: str
    """Of the whole package, as npm writes it."""
    files: dict[str, str]
    """The files that are published, each with its SHA-256."""


@cache
def pinned() -> Pinned:
    return Pinned(**YAML(typ="safe", pure=True).load(LOCK.read_text(encoding="utf-8")))


def folder(root: Path, settings: Settings) -> Path:
    return root / settings.stage.cache / "editor" / pinned().version


def is_fetched(root: Path, settings: Settings) -> bool:
    return folder(root, settings).is_dir()


def fetch(root: Path, settings: Settings) -> None:
    """Have the program in the cache. NoProgram where npm is not there or cannot; WrongProgram for another content."""
    target = folder(root, settings)
    if target.is_dir():
        return
    wanted = pinned()
    files = unpacked(packed(wanted.name, wanted.version), wanted)
    target.parent.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(dir=target.parent) as work:
        for path, content in files.items():
            file = Path(work, "program", path)
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(content)
        # In one step: a half-fetched program must not pass for a whole one.
        try:
            Path(work, "program").rename(target)
        except OSError:
            if not target.is_dir():  # else another process was first, with the same files
                raise


def packed(name: str, version: str) -> bytes:
    """The package as npm keeps it."""
    npm = shutil.which("npm")
    if npm is None:
        raise NoProgram("no_npm")
    with TemporaryDirectory() as work:
        command = [npm, "pack", f"{name}@{version}", "--silent", "--ignore-scripts", "--pack-destination", work]
        try:
            subprocess.run(command, cwd=work, check=True, capture_output=True, timeout=_SECONDS)
        except (subprocess.SubprocessError, OSError):
            raise NoProgram("not_fetched") from None
        return next(Path(work).glob("*.tgz")).read_bytes()


def integrity(package: bytes) -> str:
    return f"sha512-{base64.b64encode(hashlib.sha512(package).digest()).decode()}"


def unpacked(package: bytes, wanted: Pinned) -> dict[str, bytes]:
    """The files that are published out of a package that is the pinned one."""
    if integrity(package) != wanted.integrity:
        raise WrongProgram(wanted.name)
    files = members(package, frozenset(wanted.files))
    _verify(files, wanted)
    return files


def members(package: bytes, wanted: frozenset[str]) -> dict[str, bytes]:
    """Files of a package by their paths in it. Nothing is written: the archive's own paths are only compared."""
    with TemporaryDirectory() as work:
        archive = Path(work, "package.tgz")
        archive.write_bytes(package)
        with tarfile.open(archive, "r:gz") as opened:
            found = {m.name.removeprefix("package/"): m for m in opened.getmembers() if m.isfile()}
            files = {path: opened.extractfile(found[path]) for path in wanted if path in found}
            return {path: file.read() for path, file in files.items() if file}


def _verify(files: dict[str, bytes], wanted: Pinned) -> None:
    for path, digest in wanted.files.items():
        if path not in files or hashlib.sha256(files[path]).hexdigest() != digest:
            raise WrongProgram(path)


def program(root: Path, settings: Settings) -> dict[str, bytes]:
    """The program as it is published, by its paths in the editor's folder; empty where it has not been fetched."""
    if not is_fetched(root, settings):
        return {}
    wanted, kept = pinned(), folder(root, settings)
    files = {path: (kept / path).read_bytes() for path in wanted.files if (kept / path).is_file()}
    _verify(files, wanted)
    return {f"{FOLDER}/{path}": content for path, content in _as_published(files, settings).items()}


def _as_published(files: dict[str, bytes], settings: Settings) -> dict[str, bytes]:
    """The files, asking nobody else, and with the languages as scripts: a browser imports no `.json`."""
    out = {path: content for path, content in files.items() if not path.startswith("locales/")}
    for pattern, instead in _ASKS_OTHERS.items():
        out[_START], count = re.subn(pattern, instead, out[_START])
        if not count:
            raise WrongProgram(pattern.decode())
    for lang in settings.locales:
        source = f"locales/{lang}.json"
        if source in files:
            own = Words(settings, lang).all["program"]
            out[f"locales/{lang}.js"] = _module(_with(json.loads(files[source]), own))
            out[_START] = _once(out[_START], f"import(`../{source}`)", f"import(`../locales/{lang}.js`)")
    return out


def _module(words: dict[str, Any]) -> bytes:
    return f"export default {json.dumps(words, ensure_ascii=False, indent=0)};\n".encode()


def _with(words: dict[str, Any], own: dict[str, Any]) -> dict[str, Any]:
    """The program's words with ours for what its translators have not come to yet, or say in technical terms."""
    return {
        **words,
        **{key: _with(words.get(key) or {}, value) if isinstance(value, dict) else value for key, value in own.items()},
    }


def _once(content: bytes, old: str, new: str) -> bytes:
    if content.count(old.encode()) != 1:
        raise WrongProgram(old)
    return content.replace(old.encode(), new.encode())
