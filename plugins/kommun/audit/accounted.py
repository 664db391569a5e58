"""Every file of the site is one that the plan accounts for, and every page and attachment of the plan is there."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from kommun.content.addresses import address
from kommun.finding import Problem
from kommun.stage.files import made_files
from kommun.stage.site import Site

from .finished import FinishedSite


def check(site: FinishedSite) -> Iterator[Problem]:
    shown = Site(site.library, site.plan)
    made, copies = made_files(shown), shown.copies
    expected = _pages(site) | set(site.attachments) | set(made)
    for path in sorted(site.files - expected):
        yield Problem(path, "unknown")
    for path in sorted(expected - site.files):
        yield Problem(path, "missing")
    for path, source in sorted(site.attachments.items()):
        if path in site.files and not (source in copies and _same(site.folder / path, copies[source])):
            yield Problem(path, "other-content", values={"source": source})
    for path, content in sorted(made.items()):
        if path in site.files and (site.folder / path).read_bytes() != content:
            yield Problem(path, "not-as-made")


def _pages(site: FinishedSite) -> set[str]:
    settings = site.library.settings
    keys = Site(site.library, site.plan).page_keys()
    found = {f"{address(key, lang, settings)}index.html" for key in keys for lang in settings.locales}
    return found | {"404.html" if lang == settings.main else f"{lang}/404.html" for lang in settings.locales}


def _same(published: Path, copy: Path) -> bool:
    return published.samefile(copy) or published.read_bytes() == copy.read_bytes()
