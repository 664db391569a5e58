"""Bytes changed as a bad disk, a bad network or somebody with bad intentions would."""

from __future__ import annotations

import re
import struct
from collections.abc import Sequence
from random import Random

_BYTES = (0, 1, 9, 10, 13, 32, 0x2F, 0x30, 0x39, 0x3C, 0x7F, 0x80, 0xFE, 0xFF)
_LENGTHS = (
    0,
    1,
    2,
    3,
    0x7F,
    0x80,
    0xFF,
    0x100,
    0x7FFF,
    0x8000,
    0xFFFF,
    0x10000,
    0x7FFFFFFF,
    0x80000000,
    0xFFFFFFFE,
    0xFFFFFFFF,
)
NUMBERS = (
    b"0",
    b"-1",
    b"1",
    b"2",
    b"00",
    b"255",
    b"65536",
    b"2147483647",
    b"-2147483648",
    b"4294967296",
    b"99999999999999999999",
    b"1e400",
    b"0.0000001",
    b".",
)
_NUMBER = re.compile(rb"\d+")


def changed(chance: Random, data: bytes, others: Sequence[bytes] = ()) -> bytes:
    """Some changes, one after the other; `others` lend their pieces."""
    for _ in range(chance.choice((1, 1, 1, 2, 3, 8))):
        data = (
            chance.choice(_CHANGES)(chance, data)
            if not others or chance.random() < 0.85
            else _spliced(chance, data, chance.choice(others))
        )
    return data


def _somewhere(chance: Random, data: bytes) -> tuple[int, int]:
    start = chance.randrange(len(data) + 1)
    return start, min(len(data), start + chance.choice((1, 2, 4, 16, 64, 512)))


def _one(chance: Random, data: bytes) -> bytes:
    start, _ = _somewhere(chance, data)
    return data[:start] + bytes([chance.choice(_BYTES)]) + data[start + 1 :]


def _bit(chance: Random, data: bytes) -> bytes:
    start, _ = _somewhere(chance, data)
    return (
        data[:start] + bytes([byte ^ 1 << chance.randrange(8) for byte in data[start : start + 1]]) + data[start + 1 :]
    )


def _inserted(chance: Random, data: bytes) -> bytes:
    start, _ = _somewhere(chance, data)
    return data[:start] + chance.randbytes(chance.choice((1, 2, 4, 16, 64))) + data[start:]


def _cut(chance: Random, data: bytes) -> bytes:
    start, end = _somewhere(chance, data)
    return data[:start] + data[end:]


def _doubled(chance: Random, data: bytes) -> bytes:
    start, end = _somewhere(chance, data)
    return data[:end] + data[start:end] * chance.choice((1, 2, 40)) + data[end:]


def _truncated(chance: Random, data: bytes) -> bytes:
    return data[: _somewhere(chance, data)[0]]


def _swapped(chance: Random, data: bytes) -> bytes:
    (a, b), (c, d) = sorted((_somewhere(chance, data), _somewhere(chance, data)))
    return data if b > c else data[:a] + data[c:d] + data[b:c] + data[a:b] + data[d:]


def _length(chance: Random, data: bytes) -> bytes:
    """Two or four bytes that may be a length or an offset."""
    start, _ = _somewhere(chance, data)
    form = chance.choice((">H", "<H", ">I", "<I"))
    number = chance.choice(_LENGTHS) % (1 << 8 * struct.calcsize(form))
    return data[:start] + struct.pack(form, number) + data[start + struct.calcsize(form) :]


def _number(chance: Random, data: bytes) -> bytes:
    """A number written in digits."""
    found = [match.span() for match in _NUMBER.finditer(data)]
    if not found:
        return data
    start, end = chance.choice(found)
    return data[:start] + chance.choice(NUMBERS) + data[end:]


def _spliced(chance: Random, data: bytes, other: bytes) -> bytes:
    start, end = _somewhere(chance, other)
    if chance.random() < 0.3:
        return data[: _somewhere(chance, data)[0]] + other[start:]
    at = _somewhere(chance, data)[0]
    return data[:at] + other[start:end] + data[at:]


_CHANGES = (_one, _one, _bit, _bit, _inserted, _cut, _doubled, _truncated, _swapped, _length, _length, _number, _number)
