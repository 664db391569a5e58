"""When search engines should forget an attachment: `X-Robots-Tag`, since a PDF has no place for the rule of a page.

It depends on the day, so it is made with each build, for the server alone and never as a part
of the site: `kommun server nginx|caddy --robots`.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import groupby
from urllib.parse import urlsplit

from kommun.content.addresses import file_address
from kommun.content.document import Entry
from kommun.ending import robots_rule
from kommun.plan import FileRow, names_through
from kommun.stage.site import Site

_LISTED = ("shown", "document-gone")
"""The plan's reasons for files that are there while their document is."""


def robots_headers(site: Site) -> dict[str, str]:
    """The rule for each attachment whose last day is known, by its address."""
    ends = _last_days(site)
    return {file_address(path): robots_rule(day) for path in sorted(site.plan.files) if (day := ends.get(path))}


def robots_snippet(site: Site, kind: str) -> str:
    """The rules as the example for a kind of server takes them in."""
    base = urlsplit(site.settings.site_url).path.rstrip("/")
    rules = {f"{base}/{address}": rule for address, rule in robots_headers(site).items()}
    if kind == "nginx":
        return "".join(f'"{path}" "{rule}";\n' for path, rule in rules.items())
    by_rule = groupby(sorted(rules, key=lambda path: (rules[path], path)), key=lambda path: rules[path])
    return "".join(
        f'@robots-{number} path {" ".join(paths)}\nheader @robots-{number} X-Robots-Tag "{rule}"\n'
        for number, (rule, paths) in enumerate(by_rule, 1)
    )


def _last_days(site: Site) -> dict[str, date | None]:
    """The last day on which any document lists each file; None where one of them stands on.

    Coming documents count too: the minutes may list what the agenda does.
    """
    ends: dict[str, date | None] = {}
    for path, last in _listings(site):
        before = ends.get(path, last)
        ends[path] = max(before, last) if before and last else None
    return ends


def _listings(site: Site) -> Iterator[tuple[str, date | None]]:
    for entry in site.library.entries.values():
        row = site.plan.rows[entry.main.path]
        if not row.visible and row.reason != "coming":
            continue
        names = names_through(site.library, entry)
        for file in row.attachments:
            if file.reason in _LISTED:
                own = names if _goes_with_names(entry, file) else None
                last = min(filter(None, (row.end, own)), default=None)
                for version in site.library.versions_of(file.path):
                    yield version, last


def _goes_with_names(entry: Entry, file: FileRow) -> bool:
    """Whether the file goes when the names go: the signed minutes, or one with personal data."""
    attachment = file.attachment
    if attachment is None:
        return True
    return attachment.personal_data and file.path == entry.main.file_of(attachment.file)
