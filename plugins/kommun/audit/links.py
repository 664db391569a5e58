"""Every link inside the site leads to a page, a file and an anchor that are there."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import unquote, urlsplit

from kommun.finding import Problem

from .finished import FinishedSite


def check(site: FinishedSite) -> Iterator[Problem]:
    for page in site.pages.values():
        for target in page.targets:
            address = site.within(page, target)
            case = _wrong(site, address) if address is not None else ""
            if case:
                yield Problem(page.path, case, values={"target": target})


def _wrong(site: FinishedSite, address: str) -> str:
    parts = urlsplit(address)
    file = unquote(parts.path)
    if not file or file.endswith("/"):
        file += "index.html"
    if file not in site.files:
        return "broken"
    if parts.fragment and file in site.pages and unquote(parts.fragment) not in site.pages[file].ids:
        return "anchor"
    return ""
