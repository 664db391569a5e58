"""An account's address is secure and leads to the platform that is named.

Source: strategy 4.3.3, 4.3.6.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from urllib.parse import urlsplit

from kommun.configuration import Platform
from kommun.content.library import Library
from kommun.finding import Problem, Severity

from ._common import items

SEVERITY = Severity.ERROR


def check(library: Library, today: date) -> Iterator[Problem]:
    for entry in library.of_type("unit"):
        for number, account in items(entry.main, "social", "url"):
            platform = library.settings.social.platforms.get(
                account.platform.value, Platform(name=account.platform.value)
            )
            case = _wrong(account.url, platform.hosts)
            if case:
                place = entry.main.value_place("social", number, "url")
                values = {"url": account.url, "platform": platform.name, "hosts": ", ".join(platform.hosts)}
                yield Problem(entry.main.path, case, place.line, place.column, values)


def _wrong(url: str, hosts: list[str]) -> str:
    """The case that an address falls under, '' where it is right."""
    try:
        parts = urlsplit(url)
        host = (parts.hostname or "").rstrip(".")
    except ValueError:
        return "no-address"
    # Browsers read a backslash as a slash: what follows it is no host.
    if re.search(r"[\s\\]", url) or (parts.scheme == "https" and not host):
        return "no-address"
    if parts.scheme != "https":
        return "not-https"
    if hosts and not any(host == known or host.endswith(f".{known}") for known in hosts):
        return "other-host"
    return ""
