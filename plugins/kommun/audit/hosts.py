"""Nothing on the site is fetched from another host: a reader of the site is known to the municipality alone."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kommun.finding import Problem

from .finished import FinishedPage, FinishedSite

_FETCHING = (
    "//*[not(self::a)]/@src | //@srcset | //@poster | //@data | //@background | //form/@action | //@formaction"
    " | //link[not(@rel='canonical') and not(@rel='alternate')]/@href"
    " | //*[local-name()='use' or local-name()='image']/@href"
)
_OUTSIDE = re.compile(r"\s*(?:https?:)?//", re.IGNORECASE)
_CSS = re.compile(r"""(?:url\(\s*["']?|@import\s+["'])\s*((?:https?:)?//[^"')\s]+)""", re.IGNORECASE)
_SCRIPT = re.compile(r"""["'`](https?://[^"'`\s]+)""")


def check(site: FinishedSite) -> Iterator[Problem]:
    for page in site.pages.values():
        for target in _fetched(page):
            yield Problem(page.path, "fetch", values={"target": target})
    for path, text in site.texts():
        pattern = _CSS if path.endswith((".css", ".svg", ".html")) else _SCRIPT if path.endswith(".js") else None
        for match in pattern.finditer(text) if pattern else ():
            yield Problem(path, "fetch", values={"target": match[1]})


def _fetched(page: FinishedPage) -> Iterator[str]:
    for value in page.tree.xpath(_FETCHING):
        if _OUTSIDE.match(str(value)):
            yield str(value)
    for refresh in page.tree.xpath("//meta[translate(@http-equiv,'REFSH','refsh')='refresh']/@content"):
        yield str(refresh)
