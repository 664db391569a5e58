"""Which files there are, and what their names say."""

from __future__ import annotations

import os
import re
import stat
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

_PART = re.compile(r"[a-z0-9]+(?:-+[a-z0-9]+)*")
_ENDING = re.compile(r"[a-z0-9]{1,5}")


@dataclass(frozen=True)
class Found:
    """A file in the content folders; `problem` names a case of `file-name`."""

    path: str
    size: int = 0
    problem: str = ""
    lang: str = ""
    """The language in its name, if any."""
    key: str = ""
    """For a content file: its path on the site without language and ending."""
    is_folder: bool = False

    @property
    def is_content(self) -> bool:
        return not self.is_folder and self.path.lower().endswith(".md")


def scan(root: Path, folders: list[str], languages: tuple[str, ...]) -> Iterator[Found]:
    """Every file in the content folders, sorted; links out of the tree are told, never followed."""
    for folder in folders:
        if (root / folder).is_dir():
            yield from _walk(os.fspath(root / folder), folder, languages)


def _walk(directory: str, relative: str, languages: tuple[str, ...]) -> Iterator[Found]:
    for entry in sorted(os.scandir(directory), key=lambda e: e.name):
        # Bytes that are no text cannot be shown to anybody, so they do not go further than this.
        name = os.fsencode(entry.name).decode("utf-8", "replace")
        path = f"{relative}/{name}"
        if name.startswith(".") or name in ("Thumbs.db", "desktop.ini"):
            continue
        if entry.is_symlink():
            yield Found(path, problem="link")
        elif entry.is_dir():
            if not _PART.fullmatch(name):
                yield Found(path, problem=_why(name, "folder"), is_folder=True)
            yield from _walk(entry.path, path, languages)
        elif stat.S_ISREG((status := entry.stat()).st_mode):
            yield _named(path, name, status.st_size, languages)
        else:
            yield Found(path, problem="link")


def _why(name: str, otherwise: str) -> str:
    return "nfd" if unicodedata.normalize("NFC", name) != name else otherwise


def _named(path: str, name: str, size: int, languages: tuple[str, ...]) -> Found:
    stem, *rest = name.split(".")
    lang = rest[0] if len(rest) == 2 else ""
    ending = rest[-1] if rest else ""
    content = name.lower().endswith(".md")
    problem = ""
    if unicodedata.normalize("NFC", name) != name:
        problem = "nfd"
    elif content and len(rest) == 1:
        problem = "no-language"
    elif len(rest) == 2 and lang not in languages:
        problem = "unknown-language" if content or re.fullmatch(r"[a-z]{2}", lang) else "characters"
    elif not _PART.fullmatch(stem) or not _ENDING.fullmatch(ending) or len(rest) > 2:
        problem = "characters"
    key = ""
    if content:
        key = path.removeprefix("docs/")
        key = key[: -len(name)] + stem
    return Found(path, size, problem, lang, key)


def proposed_name(name: str, languages: tuple[str, ...] = ("sv", "fi")) -> str:
    """A name that fits: lower case, a–z, digits and hyphens."""
    stem, dot, ending = unicodedata.normalize("NFC", name).lower().rpartition(".")
    if not dot:
        stem, ending = ending, ""
    lang = ""
    if stem[-3:-2] == "." and stem[-2:] in languages:
        stem, lang = stem[:-3], stem[-3:]
    plain = stem.translate(str.maketrans("åäöéèü", "aaoeeu"))
    plain = unicodedata.normalize("NFKD", plain).encode("ascii", "ignore").decode()
    plain = re.sub(r"[^a-z0-9]+", "-", plain).strip("-") or "fil"
    return plain + lang + (f".{ending}" if ending else "")
