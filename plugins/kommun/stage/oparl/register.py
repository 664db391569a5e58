"""What the kinds of objects are made from: the sources and files of all days, sorted by what they belong to."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any, TypeVar

from kommun.content.document import Entry
from kommun.lifecycle import Span
from kommun.messages import load

from ..site import Site
from .days import Days
from .record import absolute
from .sources import Listing, Source, listings, sources

T = TypeVar("T")


@dataclass(frozen=True)
class Register:
    """Built once for all kinds. Words come only from what stands today."""

    site: Site

    @cached_property
    def sources(self) -> list[Source]:
        return sources(self.site)

    @cached_property
    def listings(self) -> list[Listing]:
        return listings(self.site, self.sources)

    @cached_property
    def meetings(self) -> dict[str, list[Source]]:
        return grouped((source.meeting, source) for source in self.sources)

    @cached_property
    def items(self) -> dict[str, list[Source]]:
        """The sources in which each § stands or stood."""
        return grouped((item, source) for source in self.sources for item in source.items)

    @cached_property
    def places(self) -> dict[str, list[Source]]:
        return grouped((source.place, source) for source in self.sources if source.place)

    @cached_property
    def files(self) -> dict[str, list[Listing]]:
        return grouped((listing.path, listing) for listing in self.listings)

    @cached_property
    def matters(self) -> dict[str, list[Listing]]:
        """The §§ with files, and their files."""
        return grouped((listing.item, listing) for listing in self.listings if listing.item)

    @cached_property
    def of_meetings(self) -> dict[str, list[Listing]]:
        """The files of each meeting that belong to none of its §§."""
        return grouped((listing.source.meeting, listing) for listing in self.listings if not listing.item)

    @cached_property
    def bodies(self) -> dict[str, Days]:
        """The decision-making bodies that are or were presented."""
        found = {}
        for slug, entry in sorted(self.site.library.bodies.items()):
            row = self.site.plan.rows[entry.main.path]
            # The page of a body seldom has a first day.
            known = {row.start or self.since, entry.facts.reviewed or self.since}
            days = Days(self.site.today, (Span(row.start, row.end),), frozenset(known))
            if days.begun and row.reason in ("shown", "ended"):
                found[slug] = days
        return found

    @property
    def since(self) -> date:
        """The day from which things without a first day of their own are told to have been there."""
        return self.site.settings.stage.ids_since

    def body(self, slug: str) -> Entry | None:
        """A body that stands."""
        entry = self.site.library.bodies[slug]
        return self.site.plan.entries.get(entry.key)

    def shown(self, meeting: str) -> Source | None:
        """The minutes of a meeting, or its agenda, where they stand."""
        standing = [source for source in self.meetings.get(meeting, []) if source.entry]
        return standing[-1] if standing else None

    def words(self, name: str) -> dict[str, Any]:
        """A part of `pages.yml` in the main language, which the data is in."""
        found: dict[str, Any] = load(self.site.settings.main, "pages")[name]
        return found

    def page(self, key: str) -> str:
        """The whole address of a page in the main language."""
        return absolute(self.site.settings, self.site.address(key, self.site.settings.main))


def grouped(rows: Iterable[tuple[str, T]]) -> dict[str, list[T]]:
    found: dict[str, list[T]] = {}
    for key, row in rows:
        found.setdefault(key, []).append(row)
    return found
