"""Opening a Word file that may be anything: its XML parts, read within limits.

A .docx is a zip of XML parts. Nothing is ever unpacked to the disk, pictures are
never opened, and no part may ask for another file or expand into more than it is.
"""

from __future__ import annotations

import lzma
import posixpath
import struct
import zipfile
import zlib
from pathlib import Path
from typing import Any

from lxml import etree

from .ooxml import STRICT, W, targets_of
from .refusal import Refusal

MAX_FILE_BYTES = 100_000_000
MAX_PART_BYTES = 16_000_000
"""Of one XML part; minutes of a hundred pages are some megabytes."""
MAX_UNPACKED_BYTES = 400_000_000
MAX_PARTS = 5_000
MAX_ELEMENTS, MAX_PARAGRAPHS = 250_000, 20_000
"""Of the text: ten times those of long minutes, and as much as is read in a minute."""
BOMB_BYTES, BOMB_RATIO = 10_000_000, 100
"""No honest part of this size packs this well."""
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_LOCKED = "EncryptedPackage".encode("utf-16-le")
_BROKEN_ZIP = (
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    struct.error,
    EOFError,
    NotImplementedError,
    RuntimeError,
    ValueError,
    KeyError,
)


class Package:
    """The parts of an open Word file, by name."""

    def __init__(self, archive: zipfile.ZipFile) -> None:
        self._archive = archive
        self._names = set(archive.namelist())
        self.main = self._main()

    def _main(self) -> str:
        """The name of the part that holds the text."""
        found = targets_of(self.part("_rels/.rels"), "officeDocument")
        names = [posixpath.normpath(target.lstrip("/")) for _, target in found]
        return next((name for name in (*names, "word/document.xml") if name in self._names), "")

    def part(self, name: str) -> Any:
        """The root element of a part, None where it is not there."""
        if name not in self._names:
            return None
        with self._archive.open(name) as file:
            raw = file.read(MAX_PART_BYTES + 1)
        if len(raw) > MAX_PART_BYTES:
            raise Refusal("huge")
        return parse(raw)

    def related(self, kind: str) -> list[Any]:
        """The parts that the text refers to: `styles`, `numbering`, `footnotes`, `header` …"""
        folder = posixpath.dirname(self.main)
        names = [
            posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
            for _, target in targets_of(self.relationships(), kind)
        ]
        return [part for name in names if (part := self.part(name)) is not None]

    def relationships(self) -> Any:
        folder, name = posixpath.split(self.main)
        return self.part(f"{folder}/_rels/{name}.rels".lstrip("/"))

    def text(self) -> Any:
        """The root of the text itself."""
        root = self.part(self.main) if self.main else None
        if root is None or root.tag != f"{W}document" or root.find(f"{W}body") is None:
            raise Refusal("not-docx")
        many = sum(1 for _ in root.iter()) > MAX_ELEMENTS
        if many or sum(1 for _ in root.iter(f"{W}p")) > MAX_PARAGRAPHS:
            raise Refusal("huge")
        return root


def parse(raw: bytes) -> Any:
    """An XML part; entities of its own and other files are refused, not followed."""
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(raw, parser)
    except etree.XMLSyntaxError:
        raise Refusal("broken") from None
    if root.getroottree().docinfo.internalDTD is not None:
        raise Refusal("broken")
    if any(str(uri) in STRICT for uri in root.nsmap.values()):
        return _transitional(root)
    return root


def _transitional(root: Any) -> Any:
    """The strict form of the format with the names of the usual one."""
    raw = etree.tostring(root, encoding="utf-8")
    for strict, usual in STRICT.items():
        raw = raw.replace(strict.encode(), usual.encode())
    return etree.fromstring(raw)


class OpenedFile:
    """`with OpenedFile(path) as package`: a Word file, or a Refusal that says what it is instead."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._archive: zipfile.ZipFile | None = None

    def __enter__(self) -> Package:
        _look_at(self._path)
        try:
            self._archive = zipfile.ZipFile(self._path)
            _measure(self._archive)
            return Package(self._archive)
        except _BROKEN_ZIP:
            self._close()
            raise Refusal("broken") from None
        except Refusal:
            self._close()
            raise

    def __exit__(self, kind: Any, error: Any, trace: Any) -> None:
        self._close()
        if isinstance(error, _BROKEN_ZIP):
            raise Refusal("broken") from None

    def _close(self) -> None:
        if self._archive:
            self._archive.close()


def _look_at(path: Path) -> None:
    if not path.exists():
        raise Refusal("absent")
    if not path.is_file():
        raise Refusal("no-file")
    size = path.stat().st_size
    if size > MAX_FILE_BYTES:
        raise Refusal("huge")
    with path.open("rb") as file:
        start = file.read(8)
        if start == _OLE:
            locked = _LOCKED in start + file.read(MAX_FILE_BYTES)
            raise Refusal("locked" if locked else "old-or-locked" if path.suffix.lower() == ".docx" else "old")
    if not size:
        raise Refusal("empty")
    if start[:2] != b"PK":
        raise Refusal("old" if path.suffix.lower() == ".doc" else "not-docx")


def _measure(archive: zipfile.ZipFile) -> None:
    """What the file says of its own size; what it does not say is held by the limit on each part."""
    parts = archive.infolist()
    if len(parts) > MAX_PARTS or sum(part.file_size for part in parts) > MAX_UNPACKED_BYTES:
        raise Refusal("huge")
    for part in parts:
        if part.flag_bits & 1:
            raise Refusal("locked")
        if part.file_size > BOMB_BYTES and part.file_size > BOMB_RATIO * part.compress_size:
            raise Refusal("huge")
