"""Pictures taken apart and put together otherwise: segments and chunks lost, doubled, moved, changed and made up."""

from __future__ import annotations

import struct
import zlib
from random import Random

from tests.leaks.images import ORIENTATION, POSITION, exif, xmp

from .bytes import changed
from .seeds import seeds

_PNG, _NAMES = b"\x89PNG\r\n\x1a\n", {
    "png": (b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"iCCP", b"eXIf", b"tEXt", b"zTXt", b"iTXt", b"tIME", b"acTL", b"fcTL", b"fdAT", b"abCD", b"\x00\x00\x00\x00"),
    "webp": (b"VP8 ", b"VP8L", b"VP8X", b"ALPH", b"ANIM", b"ANMF", b"ICCP", b"EXIF", b"XMP ", b"abcd", b"\x00\x00\x00\x00"),
}  # fmt: skip
_BESIDE = {"png": (b"eXIf", b"tEXt", b"zTXt", b"iTXt", b"tIME", b"abCD"), "webp": (b"EXIF", b"XMP ", b"abcd")}
_MARKERS = (
    0xC0,
    0xC4,
    0xD8,
    0xD9,
    0xDA,
    0xDB,
    0xDD,
    0xE0,
    0xE1,
    0xE1,
    0xE2,
    0xED,
    0xEE,
    0xEF,
    0xFE,
    0xFF,
    0x00,
    0x01,
    0xD0,
)
Part = tuple[bytes, bytes]
"""A marker or a name, and what it holds."""


def picture(chance: Random, kind: str) -> bytes:
    """A picture whose parts fit together again, most often."""
    parts = _parts(kind, chance.choice(seeds(kind)))
    for _ in range(chance.choice((1, 1, 2, 3, 6))):
        parts = _other(chance, kind, parts)
    return _joined(chance, kind, parts)


def sequence(chance: Random, kind: str) -> bytes:
    """Any parts in any order, which need not be a picture."""
    parts = [_made_up(chance, kind) for _ in range(chance.randrange(7))]
    whole = _parts(kind, chance.choice(seeds(kind)))
    if chance.random() < 0.7:
        parts = [*whole[:1], *parts, *whole[chance.randrange(len(whole) + 1) :]]
    return _joined(chance, kind, parts)


def _other(chance: Random, kind: str, parts: list[Part]) -> list[Part]:
    at, place = chance.randrange(len(parts)), chance.randrange(len(parts) + 1)
    if chance.random() < 0.7 and len(parts) > 1:  # what a picture begins with stays there
        at, place = max(at, 1), max(place, 1)
    doing = chance.randrange(6)
    if doing == 0 and len(parts) > 1:
        return [*parts[:at], *parts[at + 1 :]]
    if doing == 1:
        return [*parts[:place], parts[at], *parts[place:]]
    if doing == 2:
        rest = [*parts[:at], *parts[at + 1 :]]
        return [*rest[:place], parts[at], *rest[place:]]
    if doing == 3:
        return [*parts[:at], (parts[at][0], changed(chance, parts[at][1])), *parts[at + 1 :]]
    return [*parts[:place], _made_up(chance, kind), *parts[place:]]


def _made_up(chance: Random, kind: str) -> Part:
    beside = chance.random() < 0.6
    if kind == "jpg":
        name = bytes([0xFF, chance.choice(_MARKERS[7:15] if beside else _MARKERS)])
    else:
        name = chance.choice(_BESIDE[kind] if beside else _NAMES[kind])
    inside = chance.choice(
        (b"", b"a", b"\xff\xd9", b"\xff\xda", bytes(12), b"Exif\x00\x00", chance.randbytes(20), _about(chance))
    )
    if name == b"\xff\xe1" or name in (b"eXIf", b"EXIF"):
        inside = (b"Exif\x00\x00" if name != b"eXIf" else b"") + _about(chance)
    elif name in (b"zTXt", b"iTXt", b"tEXt"):
        text = chance.choice((zlib.compress(b"a" * 50), b"abc", b""))
        inside = b"Comment" + chance.choice((b"\x00", b"\x00\x00", b"\x00\x01\x00\x00\x00", b"")) + text
    return name, changed(chance, inside) if chance.random() < 0.3 else inside


def _about(chance: Random) -> bytes:
    """What a camera notes, sound or spoilt."""
    block = chance.choice((
        exif({ORIENTATION: chance.randrange(-1, 12) % 65536}), exif({ORIENTATION: 6}, gps=POSITION), exif(gps={2: (1.0, 2.0, 3.0)}),
        exif({0x010E: "a" * 50}), xmp().encode(), b"MM\x00*" + bytes(4), b"II*\x00\xff\xff\xff\xff", b"",
    ))  # fmt: skip
    return changed(chance, block) if chance.random() < 0.5 else block


def _parts(kind: str, data: bytes) -> list[Part]:
    return _segments(data) if kind == "jpg" else _png_chunks(data) if kind == "png" else _webp_chunks(data)


def _segments(data: bytes) -> list[Part]:
    """Those of a JPEG; a scan is a part of the segment before it."""
    parts: list[Part] = []
    at = 2
    while at + 4 <= len(data) and data[at] == 0xFF and data[at + 1] not in (0xD9, 0xDA):
        end = at + 2 + int.from_bytes(data[at + 2 : at + 4], "big")
        parts.append((data[at : at + 2], data[at + 4 : end]))
        at = end
    return [*parts, (b"", data[at:])]


def _png_chunks(data: bytes) -> list[Part]:
    parts: list[Part] = []
    at = len(_PNG)
    while at + 12 <= len(data):
        end = at + 8 + int.from_bytes(data[at : at + 4], "big")
        parts.append((data[at + 4 : at + 8], data[at + 8 : end]))
        at = end + 4
    return parts or [(b"IEND", b"")]


def _webp_chunks(data: bytes) -> list[Part]:
    parts: list[Part] = []
    at = 12
    while at + 8 <= len(data):
        size = int.from_bytes(data[at + 4 : at + 8], "little")
        parts.append((data[at : at + 4], data[at + 8 : at + 8 + size]))
        at += 8 + size + size % 2
    return parts or [(b"VP8 ", b"")]


def _joined(chance: Random, kind: str, parts: list[Part]) -> bytes:
    after = chance.choice((b"", b"", b"", b"\x00", b"PK\x03\x04", b"131052-308T"))
    wrong = chance.random() < 0.05
    if kind == "jpg":
        fill = b"\xff" * 3 if chance.random() < 0.05 else b""
        out = b"".join(_segment(name, inside, fill) for name, inside in parts)
        return b"\xff\xd8" + out + after
    if kind == "png":
        out = b"".join(
            struct.pack(">I", len(inside)) + name + inside + struct.pack(">I", zlib.crc32(name + inside) ^ wrong)
            for name, inside in parts
        )
        return _PNG + out + after
    out = b"WEBP" + b"".join(
        name + struct.pack("<I", len(inside)) + inside + b"\x00" * (len(inside) % 2) for name, inside in parts
    )
    return b"RIFF" + struct.pack("<I", len(out) + wrong) + out + after


def _segment(name: bytes, inside: bytes, fill: bytes) -> bytes:
    if not name or name[1] in (0xD8, 0xD9, 0x01, *range(0xD0, 0xD8)):
        return name + inside
    return fill + name + struct.pack(">H", min(len(inside) + 2, 0xFFFF)) + inside
