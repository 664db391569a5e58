"""Office files with parts lost, exchanged, renamed, doubled and changed."""

from __future__ import annotations

import io
import warnings
import zipfile
import zlib
from random import Random

from tests.leaks.archives import parts_of

from .bytes import changed
from .pictures import picture
from .seeds import seeds
from .xml import xml

_NAMES = (
    "word/document.xml", "xl/workbook.xml", "content.xml", "meta.xml", "settings.xml", "styles.xml", "docProps/app.xml", "docProps/core.xml", "docProps/custom.xml",
    "docProps/thumbnail.jpeg", "Thumbnails/thumbnail.png", "word/media/image1.jpg", "word/settings.xml", "_rels/.rels", "[Content_Types].xml", "word/_rels/settings.xml.rels",
    "META-INF/manifest.xml", "META-INF/documentsignatures.xml", "_xmlsignatures/sig1.xml", "word/vbaProject.bin", "Basic/a.xml", "xl/revisions/a.xml", "mimetype",
    "word/embeddings/a.docx", "word/", "", "/", "../a.xml", "/a.xml", "a\\b.xml", "a" * 400 + ".xml", "ä.XML", "a\x00b.xml", "131052-308T.xml", "CON", "a.rels", "a.vml",
)  # fmt: skip
_FILES = (
    "word/media/image1.jpg",
    "Pictures/a.png",
    "word/embeddings/a.docx",
    "docProps/thumbnail.jpeg",
    "Thumbnails/thumbnail.png",
    "a.bin",
    "mimetype",
    "xl/media/a.webp",
)
_OFFICE = ("docx", "xlsx", "odt", "ods")
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA)
_UNREADABLE = (zipfile.BadZipFile, zlib.error, EOFError, ValueError, RuntimeError, KeyError)
Parts = list[tuple[str, bytes]]


def office(chance: Random, kind: str) -> bytes:
    seed = chance.choice(seeds(kind))
    try:
        parts = list(parts_of(seed).items())
    except _UNREADABLE:
        return changed(chance, seed)
    for _ in range(chance.choice((1, 1, 2, 3, 6))):
        parts = _other(chance, parts)
    made = _packed(chance, parts)
    return changed(chance, made) if chance.random() < 0.15 else made


def _other(chance: Random, parts: Parts) -> Parts:
    if not parts:
        return [(chance.choice(_NAMES), b"<a/>")]
    at = chance.randrange(len(parts))
    name, content = parts[at]
    rest = [*parts[:at], *parts[at + 1 :]]
    doing = chance.randrange(16)
    if doing == 0:
        return rest
    if doing == 1:
        return [*rest, (chance.choice(_NAMES), content)]
    if doing == 2:
        return [*parts, (name, chance.choice(parts)[1])]
    if doing == 3:
        return [*parts, (chance.choice(_NAMES if chance.random() < 0.3 else _FILES), _any_file(chance))]
    if doing == 4:
        return [*parts[:at], (name, changed(chance, content)), *parts[at + 1 :]]
    if doing == 5:
        return [*parts[:at], (name, _any_file(chance)), *parts[at + 1 :]]
    if doing == 6:
        lent = list(_lent(chance).items())
        return [*parts, *lent[: chance.randrange(len(lent) + 1)]]
    return [*parts[:at], (name, xml(chance, content)), *parts[at + 1 :]]


def _lent(chance: Random) -> dict[str, bytes]:
    """The parts of another office file."""
    try:
        return parts_of(chance.choice(seeds(chance.choice(_OFFICE))))
    except _UNREADABLE:
        return {}


def _any_file(chance: Random) -> bytes:
    kind = chance.randrange(5)
    if kind < 2:
        return picture(chance, chance.choice(("jpg", "png", "webp")))
    if kind == 2:
        return chance.choice((b"", b"a", b"<a/>", b"<!DOCTYPE a><a/>", bytes(30)))
    seed = chance.choice(seeds(chance.choice((*_OFFICE, "pdf", "svg", "csv"))))
    return changed(chance, seed) if kind == 3 else seed


def _packed(chance: Random, parts: Parts) -> bytes:
    if chance.random() < 0.95:
        parts = list({name: content for name, content in parts if name}.items())
    out = io.BytesIO(chance.choice((b"", b"", b"", b"", b"PK\x03\x04", b"junk")) if chance.random() < 0.1 else b"")
    out.seek(0, io.SEEK_END)
    method = chance.choice(_METHODS) if chance.random() < 0.3 else zipfile.ZIP_DEFLATED
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of names that stand twice
        with zipfile.ZipFile(out, "w") as archive:
            for name, content in parts:
                info = zipfile.ZipInfo(name, (1980 + chance.randrange(60), 1, 1, 0, 0, 0))
                info.compress_type = zipfile.ZIP_STORED if name == "mimetype" else method
                archive.writestr(info, content)
            if chance.random() < 0.1:
                archive.comment = b"a comment"
    return out.getvalue()
