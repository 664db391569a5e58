"""One attachment, read or cleaned: what runs in the child process."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

from .kinds import FIRST_BYTES, kinds_of, module_of
from .limits import LIMITS, Encrypted, Limits, Refused
from .readings import readings
from .report import VERSION, Report
from .seen import Seen


def inspected(file: Path, limits: Limits = LIMITS) -> Report:
    """What one file holds. Raises OSError where it cannot be opened, and MemoryError past the limit."""
    return inspected_bytes(file.read_bytes(), limits)


def inspected_bytes(data: bytes, limits: Limits = LIMITS) -> Report:
    seen = Seen(limits)
    kinds = kinds_of(data[:FIRST_BYTES])
    if not kinds:
        for text in readings(data):
            seen.text(text)
        return seen.report("broken")
    seen.kind = kinds[0]
    try:
        module_of(kinds[0]).inspect(data, seen, 0)
    except Refused:
        return seen.report("refused")
    except Encrypted:
        return seen.report("encrypted")
    except MemoryError:
        raise
    except Exception:
        # Libraries raise errors of every kind for files that nobody has made before. What nobody can read
        # through, nobody can answer for, whatever the reason: it is told as broken and never published.
        return seen.report("broken")
    return seen.report()


def write_copy(folder: Path, file: Path, limits: Limits = LIMITS) -> str:
    """Write the copy that is published, under the hash of the file; its path, or '' where the file cannot be read."""
    data = file.read_bytes()
    copy = cleaned(data)
    if copy is None:
        return ""
    target = copy_of(folder, hashlib.sha256(data).hexdigest())
    target.parent.mkdir(parents=True, exist_ok=True)
    fresh = target.with_suffix(f".{os.getpid()}")
    fresh.write_bytes(copy)
    fresh.replace(target)
    return str(target)


def copy_of(folder: Path, digest: str) -> Path:
    """Where the published copy of a file with this hash is kept."""
    return folder / f"{digest}-{VERSION}"


def cleaned(data: bytes) -> bytes | None:
    """What is published of a file; None where it cannot be read, so that nothing goes out unseen."""
    kinds = kinds_of(data[:FIRST_BYTES])
    if not kinds:
        return None
    try:
        return module_of(kinds[0]).clean(data)
    except MemoryError:
        raise
    except Exception:
        return None
