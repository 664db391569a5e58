"""How much of a machine one attachment may take before it is refused."""

from __future__ import annotations

from dataclasses import dataclass

MEBI = 2**20


@dataclass(frozen=True)
class Limits:
    """Bounds for a file that may have been made to do harm, or was made by a program gone wrong."""

    seconds: int = 60
    """For one file, in a process of its own."""
    memory: int = 1536 * MEBI
    """Address space of that process in bytes."""
    unpacked: int = 300 * MEBI
    """Bytes of all parts of an archive or a stream together."""
    parts: int = 10_000
    """Files in an archive."""
    objects: int = 250_000
    """Objects of a PDF."""
    pages: int = 5_000
    pixels: int = 40_000_000
    """Of one image."""
    depth: int = 3
    """Files inside files."""


LIMITS = Limits()


class Refused(Exception):
    """The file would take more than a limit allows."""


class Broken(Exception):
    """The file is not what it says it is, or ends too soon."""


class Encrypted(Exception):
    """The file cannot be opened without a password."""
