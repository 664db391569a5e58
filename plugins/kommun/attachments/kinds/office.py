"""Office files (docx, xlsx, odt, ods): archives of XML parts."""

from __future__ import annotations

import io
import lzma
import re
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import suppress

from ..limits import LIMITS, Broken, Encrypted, Limits, Refused
from ..office_parts import cleaned, properties, removed
from ..office_text import read_part
from ..readings import readings
from ..seen import Seen
from . import FIRST_BYTES, kinds_of, module_of

_XML = (".xml", ".rels", ".vml", ".rdf")
_OFFICE = ("docx", "xlsx", "odt", "ods")
_AS_THEY_ARE = ("csv", "svg")
_PIECE = 2**20
_MAIN = {
    "docx": re.compile(r"word/[^/]+\.xml"),
    "xlsx": re.compile(r"xl/workbook\.xml"),
    "odt": re.compile(r"content\.xml"),
    "ods": re.compile(r"content\.xml"),
}
_MANIFEST = "META-INF/manifest.xml"


def inspect(data: bytes, seen: Seen, depth: int) -> None:
    archive = _opened(data, seen.limits)
    mains = [_MAIN[kind] for kind in kinds_of(data[:FIRST_BYTES]) if kind in _MAIN]
    if not any(main.fullmatch(name) for main in mains for name in archive.namelist()):
        raise Broken
    for name, content in _parts(archive, seen):
        seen.beneath(name)
        if name.startswith("_xmlsignatures/") or name == "META-INF/documentsignatures.xml":
            seen.signed = True
        if name.endswith("vbaProject.bin") or name.startswith(("Basic/", "Scripts/")):
            seen.hidden.add("program")
        if name.lower().endswith(_XML):
            read_part(name, content, seen)
            if properties(name, content) != properties(name, cleaned(name, content)):
                seen.traces.add("author")
        else:
            _inside(name, content, seen, depth)


def clean(data: bytes) -> bytes:
    """The same document without its author, company, printer and picture positions, with one date for all parts."""
    return _without_authors(data, 0)


def _without_authors(data: bytes, depth: int) -> bytes:
    seen = Seen(LIMITS)
    archive = _opened(data, LIMITS)
    order = {name: place for place, name in enumerate(archive.namelist())}
    parts = sorted(_parts(archive, seen), key=lambda part: order[part[0]])
    gone = {name for name, _ in parts if removed(name)}
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as out:
        for name, content in parts:
            if name in gone:
                continue
            info = zipfile.ZipInfo(name)  # the first day a zip archive can tell of
            info.compress_type = zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED
            out.writestr(info, _cleaned(name, content, depth))
    return packed.getvalue()


def _cleaned(name: str, content: bytes, depth: int) -> bytes:
    if name.lower().endswith(_XML):
        return cleaned(name, content)
    kinds = kinds_of(content[:FIRST_BYTES])
    if not kinds or kinds[0] in _AS_THEY_ARE:
        return content
    if depth >= LIMITS.depth:
        raise Refused
    try:
        return _without_authors(content, depth + 1) if kinds[0] in _OFFICE else module_of(kinds[0]).clean(content)
    except Broken:
        return content


def _opened(data: bytes, limits: Limits) -> zipfile.ZipFile:
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OverflowError, EOFError):
        raise Broken from None
    if len(archive.infolist()) > limits.parts:
        raise Refused
    names = archive.namelist()
    if "" in names or len(set(names)) < len(names):
        raise Broken  # of two parts with one name, each program shows another
    if any(info.flag_bits & 1 for info in archive.infolist()):
        raise Encrypted
    return archive


def _parts(archive: zipfile.ZipFile, seen: Seen) -> Iterator[tuple[str, bytes]]:
    """Each file of the archive, counted while it is unpacked: what the archive says of itself is not trusted."""
    # What tells whether the rest is locked comes first.
    for info in sorted(archive.infolist(), key=lambda info: info.filename != _MANIFEST):
        if info.is_dir():
            continue
        pieces: list[bytes] = []
        try:
            with archive.open(info) as part:
                while piece := part.read(_PIECE):
                    seen.took(len(piece))
                    pieces.append(piece)
        except (zipfile.BadZipFile, zlib.error, lzma.LZMAError, EOFError, NotImplementedError, ValueError, OSError):
            raise Broken from None
        content = b"".join(pieces)
        if info.filename == _MANIFEST and b"encryption-data" in content:
            raise Encrypted
        yield info.filename, content


def _inside(name: str, content: bytes, seen: Seen, depth: int) -> None:
    """A file inside the file: a picture, another document, or something of a kind we do not know."""
    kinds = kinds_of(content[:FIRST_BYTES])
    if kinds and kinds[0] not in _AS_THEY_ARE:
        if depth >= seen.limits.depth:
            raise Refused
        inner = Seen(seen.limits)
        with suppress(Broken):
            module_of(kinds[0]).inspect(content, inner, depth + 1)
        seen.take_in(inner, looks=not removed(name))
    for text in readings(content):
        seen.beneath(text)
