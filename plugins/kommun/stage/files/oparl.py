"""The open data of the meetings (OParl 1.1)."""

from __future__ import annotations

from ..oparl import as_bytes, data
from ..site import Site


def files(site: Site) -> dict[str, bytes]:
    return {address: as_bytes(content) for address, content in data(site).items()}
