"""Bytes of an unknown kind, read in each way that a person's data may have been written in them."""

from __future__ import annotations

from collections.abc import Iterator

_ASCII_ALONE = bytes(byte if byte < 128 else 32 for byte in range(256))


def readings(data: bytes) -> Iterator[str]:
    """The bytes as text, in one-byte letters, in UTF-8 and, where there are zeros, in UTF-16 of both orders."""
    yield data.decode("latin-1")
    if not data.isascii():
        yield data.decode("utf-8", "replace")
        yield data.translate(_ASCII_ALONE).decode("ascii")
    if b"\x00" in data:
        for start in (0, 1):
            yield (data[start:] + b"\x00").decode("utf-16-le", "replace")
