"""Zip archives with the same bytes for the same parts."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Container, Mapping
from dataclasses import dataclass

_LONG_AGO = (1980, 1, 1, 0, 0, 0)


def packed(parts: Mapping[str, str | bytes], stored: Container[str] = ()) -> bytes:
    """An archive of the parts in their order; those in `stored` are not compressed."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, content in parts.items():
            info = zipfile.ZipInfo(name, _LONG_AGO)
            info.compress_type = zipfile.ZIP_STORED if name in stored else zipfile.ZIP_DEFLATED
            archive.writestr(info, content.encode() if isinstance(content, str) else content)
    return out.getvalue()


def parts_of(archive: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(archive)) as opened:
        return {name: opened.read(name) for name in opened.namelist()}


@dataclass(frozen=True)
class Prepacked:
    """A part that is already packed, so that it never has to be held unpacked."""

    data: bytes
    size: int
    crc: int
    method: int = zipfile.ZIP_DEFLATED


def unpacked(content: bytes) -> Prepacked:
    """A part that is stored as it is."""
    return Prepacked(content, len(content), zlib.crc32(content), zipfile.ZIP_STORED)


def repeated(block: bytes, times: int, before: bytes = b"", after: bytes = b"") -> Prepacked:
    """The block many times over, packed once: after a full flush the same bytes give the same bytes."""
    deflate = zlib.compressobj(9, wbits=-15)
    first = deflate.compress(before) + deflate.flush(zlib.Z_FULL_FLUSH)
    one = deflate.compress(block) + deflate.flush(zlib.Z_FULL_FLUSH)
    data = first + one * times + deflate.compress(after) + deflate.flush()
    crc = zlib.crc32(before)
    for _ in range(times):
        crc = zlib.crc32(block, crc)
    return Prepacked(data, len(before) + len(block) * times + len(after), zlib.crc32(after, crc))


def prepacked(parts: Mapping[str, Prepacked]) -> bytes:
    """An archive of parts that are packed already."""
    out, directory = bytearray(), bytearray()
    for name, part in parts.items():
        raw = name.encode()
        sizes = struct.pack(
            "<HHHHHIIIHH", 20, 0, part.method, 0, 0x21, part.crc, len(part.data), part.size, len(raw), 0
        )
        directory += b"PK\x01\x02\x14\x00" + sizes + struct.pack("<HHHII", 0, 0, 0, 0, len(out)) + raw
        out += b"PK\x03\x04" + sizes + raw + part.data
    end = struct.pack("<4sHHHHIIH", b"PK\x05\x06", 0, 0, len(parts), len(parts), len(directory), len(out), 0)
    return bytes(out + directory + end)
