"""The web editor at `/redaktion/`, where a repository is configured and its program has been fetched."""

from __future__ import annotations

from kommun.editor import published

from ..site import Site


def files(site: Site) -> dict[str, bytes]:
    return published.files(site)
