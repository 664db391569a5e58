"""The containers of images: what is the picture, and what only tells about it.

Each module has `split(data) -> Split`. Nothing is decoded, so that the picture's own
bytes stay as they were; no well-kept library does this without a program beside it.
"""

from __future__ import annotations

import struct
from dataclasses import dataclass, field


@dataclass
class Split:
    """An image taken apart."""

    kept: list[bytes] = field(default_factory=list)
    """The picture, in the order of the file."""
    exif: list[bytes] = field(default_factory=list)
    """EXIF blocks, each from its byte order mark on."""
    aside: list[bytes] = field(default_factory=list)
    """Everything else: comments, XMP, IPTC, programs' own blocks, what stands after the end."""


def turned(orientation: int) -> bytes:
    """The smallest EXIF block that says how a picture is to be turned."""
    return b"MM\x00*\x00\x00\x00\x08" + struct.pack(">HHHIHHI", 1, 0x0112, 3, 1, orientation, 0, 0)
