"""PNG: chunks with a name, a length and a check sum (ISO/IEC 15948)."""

from __future__ import annotations

import zlib

from ..limits import MEBI, Broken, Refused
from . import Split, turned

_START = b"\x89PNG\r\n\x1a\n"
_PICTURE = frozenset(
    b"IHDR PLTE IDAT IEND tRNS gAMA cHRM sRGB iCCP cICP sBIT bKGD hIST pHYs acTL fcTL fdAT sPLT".split(),
)
_TEXT_LIMIT = 16 * MEBI


def split(data: bytes) -> Split:
    if not data.startswith(_START):
        raise Broken
    found = Split(kept=[_START])
    at, name = len(_START), b""
    while name != b"IEND":
        end = at + 12 + int.from_bytes(data[at : at + 4], "big")
        if end > len(data) or at + 12 > len(data):
            raise Broken
        name, body = data[at + 4 : at + 8], data[at + 8 : end - 4]
        if zlib.crc32(data[at + 4 : end - 4]).to_bytes(4, "big") != data[end - 4 : end]:
            raise Broken
        if name in _PICTURE:
            found.kept.append(data[at:end])
        elif name == b"eXIf":
            found.exif.append(body)
        else:
            found.aside.append(_unpacked(name, body))
        at = end
    if found.kept[1][4:8] != b"IHDR":
        raise Broken
    if data[at:].strip(b"\x00"):
        found.aside.append(data[at:])
    return found


def _unpacked(name: bytes, body: bytes) -> bytes:
    """A text chunk as it reads; the others as they are."""
    if name == b"zTXt":
        keyword, _, rest = body.partition(b"\x00")
        return keyword + b"\n" + _inflated(rest[1:])
    if name == b"iTXt":
        keyword, _, rest = body.partition(b"\x00")
        packed, rest = rest[:1], rest[2:]
        language, _, rest = rest.partition(b"\x00")
        title, _, text = rest.partition(b"\x00")
        return b"\n".join((keyword, language, title, _inflated(text) if packed == b"\x01" else text))
    return body


def _inflated(packed: bytes) -> bytes:
    stream = zlib.decompressobj()
    try:
        text = stream.decompress(packed, _TEXT_LIMIT)
    except zlib.error:
        raise Broken from None
    if stream.unconsumed_tail:
        raise Refused
    return text


def joined(found: Split, orientation: int) -> bytes:
    kept = list(found.kept)
    if orientation > 1:
        chunk = b"eXIf" + turned(orientation)
        length, check = len(chunk) - 4, zlib.crc32(chunk)
        kept.insert(2, length.to_bytes(4, "big") + chunk + check.to_bytes(4, "big"))
    return b"".join(kept)
