"""The site's style sheet, script and sign: files of ours like any other, whatever renders the pages."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from ..site import Site

FOLDER = "kommun"
_LOOK = Path(__file__).parents[1] / "look"


def files(site: Site) -> dict[str, bytes]:
    return dict(_files())


@cache
def _files() -> dict[str, bytes]:
    return {f"{FOLDER}/{file.name}": file.read_bytes() for file in sorted(_LOOK.iterdir())}
