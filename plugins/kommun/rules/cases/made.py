"""Files of the cases that are not text, made from parts that can be read in the case itself."""

from __future__ import annotations

import base64
import io
import os
import zipfile
from pathlib import Path
from typing import Any


def write_made(target: Path, content: dict[str, Any]) -> None:
    """Write one file. ValueError for a way of making that does not exist."""
    match content:
        case {"link": str(to)}:
            target.symlink_to(to)
        case {"hex": str(digits)}:
            target.write_bytes(bytes.fromhex(digits))
        case {"base64": str(letters)}:
            target.write_bytes(base64.b64decode(letters))
        case {"pdf": list(objects)}:
            target.write_bytes(pdf(objects))
        case {"archive": dict(parts)}:
            target.write_bytes(archive(parts))
        case {"size": size}:
            target.touch()
            os.truncate(target, int(size))
        case _:
            raise ValueError(f"{target.name}: {sorted(content)}")


def pdf(objects: list[str]) -> bytes:
    """A PDF of these objects, the first its catalogue; what stands behind `stream:` is the object's stream."""
    out = bytearray(b"%PDF-1.7\n")
    places = []
    for number, written in enumerate(objects, 1):
        dictionary, stream, drawn = written.partition("stream:")
        body = dictionary.strip()
        if stream:
            body = body.removesuffix(">>") + f"/Length {len(drawn)} >>\nstream\n{drawn}\nendstream"
        places.append(len(out))
        out += f"{number} 0 obj\n{body}\nendobj\n".encode("latin-1")
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    start, size = len(out), len(objects) + 1
    out += f"xref\n0 {size}\n0000000000 65535 f \n{table}".encode()
    out += f"trailer\n<< /Size {size} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n".encode()
    return bytes(out)


def archive(parts: dict[str, str | dict[str, str]]) -> bytes:
    """A zip archive of these parts, as office files are."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as packed:
        for name, part in parts.items():
            content = part if isinstance(part, str) else base64.b64decode(part["base64"])
            packed.writestr(zipfile.ZipInfo(name), content)
    return out.getvalue()
