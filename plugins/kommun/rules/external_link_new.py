"""A link leads to another host only once somebody has looked at it: the municipality answers for what it links to.

Source: strategy 4.3.3.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from urllib.parse import urlsplit

from kommun.content.library import Library
from kommun.finding import Problem, Severity

from .link_exists import targets

SEVERITY = Severity.WARNING


def check(library: Library, today: date) -> Iterator[Problem]:
    known = [_host(library.settings.site_url), *(host.casefold() for host in library.settings.links.known_hosts)]
    known = [host.removeprefix("www.") for host in known if host]
    for document in library.documents:
        told: set[str] = set()
        for target, line, column in targets(library, document):
            host = _host(target)
            if host and host not in told and not any(host == name or host.endswith(f".{name}") for name in known):
                told.add(host)
                yield Problem(document.path, "new", line, column, {"host": host})


def _host(target: str) -> str:
    """The host of an address on the web; '' for everything else."""
    if not target[:8].casefold().startswith(("http://", "https://", "//")):
        return ""
    try:
        return (urlsplit(target).hostname or "").rstrip(".")
    except ValueError:
        return ""
