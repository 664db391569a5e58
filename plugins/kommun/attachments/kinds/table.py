"""Tables as plain text (csv)."""

from __future__ import annotations

from ..seen import Seen


def inspect(data: bytes, seen: Seen, depth: int) -> None:
    seen.text(_decoded(data))
    seen.looks(data)


def clean(data: bytes) -> bytes:
    """A table holds nothing but what it shows."""
    return data


def _decoded(data: bytes) -> str:
    """Text in whatever encoding of one byte or more a spreadsheet may have written; never fails."""
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")
