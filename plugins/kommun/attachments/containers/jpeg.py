"""JPEG: segments, each with a marker and a length, and the scans between them (ITU-T T.81, annex B)."""

from __future__ import annotations

import re

from ..limits import Broken
from . import Split, turned

_EXIF = b"Exif\x00\x00"
_APP0, _APP15, _COMMENT = 0xE0, 0xEF, 0xFE
_START_OF_SCAN, _END = 0xDA, 0xD9
# A byte FF that is neither stuffed nor a restart mark ends the scan's data.
_AFTER_SCAN = re.compile(rb"\xff[^\x00\xd0-\xd7\xff]")


def split(data: bytes) -> Split:
    if not data.startswith(b"\xff\xd8"):
        raise Broken
    found = Split(kept=[data[:2]])
    at, scanned = 2, False
    while True:
        while data[at : at + 2] == b"\xff\xff":  # fill bytes
            at += 1
        if (at + 4 > len(data) and data[at : at + 2] != b"\xff\xd9") or data[at : at + 1] != b"\xff":
            raise Broken
        marker = data[at + 1]
        if marker == _END:
            if not scanned:
                raise Broken
            break
        end = at + 2 + int.from_bytes(data[at + 2 : at + 4], "big")
        if end > len(data) or end < at + 4:
            raise Broken
        if marker == _START_OF_SCAN:
            scanned = True
            after = _AFTER_SCAN.search(data, end)
            if after is None:
                raise Broken
            end = after.start()
        _sort(found, marker, data[at:end])
        at = end
    found.kept.append(b"\xff\xd9")
    if data[at + 2 :].strip(b"\x00"):
        found.aside.append(data[at + 2 :])
    return found


def _sort(found: Split, marker: int, segment: bytes) -> None:
    payload = segment[4:]
    if payload.startswith(_EXIF) and marker == 0xE1:
        found.exif.append(payload[len(_EXIF) :])
    elif marker == _COMMENT or (_APP0 <= marker <= _APP15 and not _needed(marker, payload)):
        found.aside.append(payload)
    else:
        found.kept.append(segment)


def _needed(marker: int, payload: bytes) -> bool:
    """What tells how the colours are to be shown: JFIF, the colour profile, Adobe's own mark."""
    return (
        (marker == 0xE0 and payload.startswith(b"JFIF\x00"))
        or (marker == 0xE2 and payload.startswith(b"ICC_PROFILE\x00"))
        or (marker == 0xEE and payload.startswith(b"Adobe"))
    )


def joined(found: Split, orientation: int) -> bytes:
    kept = list(found.kept)
    if orientation > 1:
        payload = _EXIF + turned(orientation)
        segment = b"\xff\xe1" + (len(payload) + 2).to_bytes(2, "big") + payload
        kept.insert(2 if len(kept) > 1 and kept[1][:2] == b"\xff\xe0" else 1, segment)
    return b"".join(kept)
