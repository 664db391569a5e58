"""An account in social media has one owner.

Source: strategy 4.3.2, 4.3.6.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from urllib.parse import unquote, urlsplit

from kommun.content.library import Library
from kommun.finding import Problem, Severity

from ._common import items

SEVERITY = Severity.ERROR


def check(library: Library, today: date) -> Iterator[Problem]:
    owners: dict[str, str] = {}
    known = [platform.hosts for platform in library.settings.social.platforms.values() if platform.hosts]
    for entry in library.of_type("unit"):
        for number, account in items(entry.main, "social", "url"):
            first = owners.setdefault(_same(account.url, known), f"{entry.main.path}:{number}")
            if first != f"{entry.main.path}:{number}":
                place = entry.main.value_place("social", number, "url")
                values = {"url": account.url, "file": first.rpartition(":")[0]}
                yield Problem(entry.main.path, "twice", place.line, place.column, values)


def _same(url: str, known: list[list[str]]) -> str:
    """One way of writing an address: `https://WWW.X.com/a/` and `http://twitter.com/a?ref=1` are one account.

    Whatever platform the editor has named. On other hosts, such as schools' blogs,
    what follows the question mark may say whose page it is.
    """
    try:
        parts = urlsplit(url.strip())
        host = (parts.hostname or "").rstrip(".").removeprefix("www.").removeprefix("m.")
    except ValueError:
        return url
    hosts = next((names for names in known if any(host == name or host.endswith(f".{name}") for name in names)), None)
    path = unquote(parts.path).rstrip("/")
    query = f"?{parts.query}" if path.endswith((".php", "/playlist")) or not hosts else ""
    return f"{hosts[0] if hosts else host}{path}{query}".casefold()
