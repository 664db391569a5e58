"""Every page says its language, has one heading of the first level, and a link to itself in each other language."""

from __future__ import annotations

from collections.abc import Iterator

from kommun.finding import Problem

from .finished import FinishedSite


def check(site: FinishedSite) -> Iterator[Problem]:
    settings = site.library.settings
    for page in site.pages.values():
        first = page.path.split("/")[0]
        expected = first if first in settings.locales else settings.main
        if page.tree.get("lang") != expected:
            yield Problem(page.path, "lang", values={"expected": expected, "lang": page.tree.get("lang") or ""})
        if len(page.tree.xpath("//h1")) != 1:
            yield Problem(page.path, "heading")
        shown = {str(lang) for lang in page.tree.xpath("//a[@hreflang]/@hreflang")}
        for lang in settings.locales:
            if lang != expected and lang not in shown:
                yield Problem(page.path, "alternate", values={"other": lang})
