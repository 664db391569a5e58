"""WebP: chunks in a RIFF file (RFC 9649)."""

from __future__ import annotations

from ..limits import Broken
from . import Split, turned

_PICTURE = frozenset((b"VP8 ", b"VP8L", b"VP8X", b"ALPH", b"ANIM", b"ANMF", b"ICCP"))
_HAS_EXIF, _HAS_XMP = 0x08, 0x04
_HEADER = 10
"""Bytes of a chunk VP8X: flags and the size of the picture."""


def split(data: bytes) -> Split:
    end = 8 + int.from_bytes(data[4:8], "little")
    if not (data.startswith(b"RIFF") and data[8:12] == b"WEBP") or end > len(data):
        raise Broken
    found = Split()
    at = 12
    while at + 8 <= end:
        name, size = data[at : at + 4], int.from_bytes(data[at + 4 : at + 8], "little")
        if at + 8 + size > end:
            raise Broken
        body = data[at + 8 : at + 8 + size]
        if name == b"VP8X" and size < _HEADER:
            raise Broken
        if name in _PICTURE:
            found.kept.append(_chunk(name, body))
        elif name == b"EXIF":
            found.exif.append(body.removeprefix(b"Exif\x00\x00"))
        else:
            found.aside.append(body)
        at += 8 + size + size % 2
    if data[end:].strip(b"\x00"):
        found.aside.append(data[end:])
    if not found.kept:
        raise Broken
    return found


def _chunk(name: bytes, body: bytes) -> bytes:
    return name + len(body).to_bytes(4, "little") + body + b"\x00" * (len(body) % 2)


def joined(found: Split, orientation: int) -> bytes:
    kept = list(found.kept)
    first = kept[0]
    if first.startswith(b"VP8X"):
        flags = first[8] & ~(_HAS_EXIF | _HAS_XMP)
        if orientation > 1:
            flags |= _HAS_EXIF
            kept.append(_chunk(b"EXIF", turned(orientation)))
        kept[0] = first[:8] + bytes([flags]) + first[9:]
    body = b"WEBP" + b"".join(kept)
    return b"RIFF" + len(body).to_bytes(4, "little") + body
