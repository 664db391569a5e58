"""What somebody means by a path: a source file, an attachment, or an address on the site."""

from __future__ import annotations

import difflib
import os
import posixpath
import unicodedata
from collections.abc import Iterable, Iterator
from functools import cached_property
from pathlib import Path
from urllib.parse import unquote, urlsplit

from kommun.configuration import Settings
from kommun.content.addresses import address, file_address, meeting_key

_LOOPBACK = ("localhost", "127.0.0.1", "::1")
_GUESSES = 3


class Elsewhere(Exception):
    """The text is an address on somebody else's site."""


def key_of(path: str) -> str:
    """The key of a content file, as the reader gives it (`content/files.py`); '' for an attachment."""
    folder, name = posixpath.split(path)
    if not name.lower().endswith(".md"):
        return ""
    return posixpath.join(folder, name.split(".")[0]).removeprefix("docs/")


def base_of(path: str, settings: Settings) -> str:
    """`karta.pdf` for `karta.fi.pdf`: the attachment whose language version a file is, or itself."""
    stem, _, ending = path.rpartition(".")
    rest, dot, lang = stem.rpartition(".")
    return f"{rest}.{ending}" if dot and lang in settings.locales else path


def readings(text: str, root: Path, settings: Settings) -> list[str]:
    """What a text may name, as somebody typed or pasted it, in the form of `Names`; the likeliest first.

    Raises Elsewhere for an address on another host.
    """
    text = unicodedata.normalize("NFC", text.strip().strip("<>\"'").strip())
    on_disk = _below(Path.cwd() / text, root) if text else ""
    if "://" in text:
        written = _in_address(text, settings).strip("/")
    elif text.startswith("/"):
        written = unquote(text).partition("#")[0].partition("?")[0].strip("/")
    else:
        written = posixpath.normpath(text.replace("\\", "/")) if text else "."
    own = [] if written in (".", "..") or written.startswith("../") else [_without_index(written)]
    return list(dict.fromkeys([*([on_disk] if on_disk else []), *own]))


def _without_index(name: str) -> str:
    return "" if name == "index.html" else name.removesuffix("/index.html")


def _in_address(text: str, settings: Settings) -> str:
    parts, own = urlsplit(text), urlsplit(settings.site_url)
    hosts = {(parts.hostname or "").removeprefix("www."), (own.hostname or "").removeprefix("www.")}
    # Without a host of its own, as where the settings cannot be read, the site may be at any.
    at_home = len(hosts) == 1 or parts.hostname in _LOOPBACK or own.hostname in _LOOPBACK
    if parts.scheme not in ("http", "https") or not at_home:
        raise Elsewhere(text)
    return unquote(parts.path).removeprefix(own.path.rstrip("/"))


def _below(path: Path, root: Path) -> str:
    """A file or folder of this computer by its path below the root; '' where it is not there."""
    there = Path(os.path.normpath(path))
    within = os.path.lexists(there) and there != root and there.is_relative_to(root)
    return there.relative_to(root).as_posix() if within else ""


class Names:
    """Sources and every name that each goes by."""

    def __init__(self, paths: Iterable[str], settings: Settings) -> None:
        self.paths = frozenset(paths)
        self._settings = settings

    def find(self, name: str) -> frozenset[str]:
        """The sources that a name means, with all their language versions; none where nothing is called that."""
        groups = {self._group(path) for path in self._by_name.get(name, ())}
        return frozenset(path for group in groups for path in self._members[group])

    def guesses(self, name: str) -> list[str]:
        """Names that nearly say the same, or the same file in another folder."""
        last = posixpath.basename(name)
        same = [path for path in sorted(self.paths) if posixpath.basename(path) == last] if last else []
        near = difflib.get_close_matches(name, self._by_name, n=_GUESSES, cutoff=0.75)
        return list(dict.fromkeys([*same, *(sorted(self._by_name[close])[0] for close in near)]))[:_GUESSES]

    def of(self, path: str) -> Iterator[str]:
        """Every name of one source."""
        settings, key = self._settings, key_of(path)
        yield path
        if not key:
            base = base_of(path, settings)
            yield from (file_address(path), base, file_address(base))
            return
        source = posixpath.join(posixpath.dirname(path), posixpath.basename(key))
        for bare in (source, key):
            yield from (bare, f"{bare}.md", *(f"{bare}.{lang}.md" for lang in settings.locales))
        parts = key.split("/")
        in_meeting = parts[0] == "meetings" and len(parts) == 4
        keys = (key, meeting_key("/".join(parts[1:3]))) if in_meeting else (key,)
        yield from (address(one, lang, settings).rstrip("/") for one in keys for lang in settings.locales)

    def _group(self, path: str) -> str:
        return key_of(path) or base_of(path, self._settings)

    @cached_property
    def _by_name(self) -> dict[str, set[str]]:
        found: dict[str, set[str]] = {}
        for path in self.paths:
            for name in self.of(path):
                found.setdefault(unicodedata.normalize("NFC", name), set()).add(path)
        return found

    @cached_property
    def _members(self) -> dict[str, set[str]]:
        found: dict[str, set[str]] = {}
        for path in self.paths:
            found.setdefault(self._group(path), set()).add(path)
        return found
