"""What a page may know of the site on the day: only what the plan shows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any

from kommun.configuration import Settings
from kommun.content.addresses import address, file_address, generated_pages, meeting_key
from kommun.content.document import Entry
from kommun.content.library import Library
from kommun.messages import load
from kommun.personal_data import without_marks
from kommun.plan import Plan

from .calendar_words import in_words
from .meetings import Meeting, visible_meetings


@dataclass(frozen=True)
class Site:
    """The visible documents and the addresses between them. Nothing withheld can be asked for."""

    library: Library
    plan: Plan

    @property
    def settings(self) -> Settings:
        return self.library.settings

    @property
    def today(self) -> date:
        return self.plan.today

    def of_type(self, *types: str) -> list[Entry]:
        """The visible entries of some types."""
        return [entry for kind in types for entry in self._by_type.get(kind, ())]

    @cached_property
    def _by_type(self) -> dict[str, list[Entry]]:
        found: dict[str, list[Entry]] = {}
        for entry in self.plan.entries.values():
            found.setdefault(entry.type, []).append(entry)
        return found

    @cached_property
    def generated(self) -> dict[str, str]:
        """The generated pages and what makes them."""
        return generated_pages(self.settings)

    @cached_property
    def meetings(self) -> dict[str, Meeting]:
        """The page of each meeting of which something may be seen, the newest meeting first."""
        return {meeting_key(meeting.folder): meeting for meeting in visible_meetings(self.of_type("agenda", "minutes"))}

    def has(self, key: str) -> bool:
        return key in self.plan.entries or key in self.generated or key in self.meetings

    def page_keys(self) -> Iterator[str]:
        """Every page of the site, generated ones included."""
        yield from self.plan.entries
        yield from (key for key in self.generated if key not in self.plan.entries)
        yield from self.meetings

    def title(self, key: str, lang: str) -> str:
        """The title that readers of a language see, without personal data that is gone."""
        entry = self.plan.entries.get(key)
        if entry is not None:
            document = entry.in_language(lang)
            return without_marks(document.title, document.lang, self.shows_names(entry))
        if key in self.meetings:
            return self._meeting_title(self.meetings[key], lang)
        words: Any = load(lang, "pages")
        for step in self.generated[key].split("."):
            words = words[step]
        return str(words["title"])

    def _meeting_title(self, meeting: Meeting, lang: str) -> str:
        body = f"meetings/{meeting.body}/index"
        name = self.title(body, lang) if body in self.plan.entries else meeting.body
        return f"{name} {in_words(meeting.day, lang, 'short')}"

    def title_language(self, key: str, lang: str) -> str:
        entry = self.plan.entries.get(key)
        return entry.in_language(lang).lang if entry else lang

    def is_translated(self, key: str, lang: str) -> bool:
        """Whether the page really stands in the language, so that search engines may be told of it."""
        entry = self.plan.entries.get(key)
        return entry is None or lang in entry.versions

    def shows_names(self, entry: Entry) -> bool:
        return entry.key in self.plan.personal_data_shown

    def address(self, key: str, lang: str) -> str:
        return address(key, lang, self.settings)

    def file(self, path: str, lang: str) -> str:
        """The address of an attachment as a reader of a language gets it."""
        return file_address(self.library.in_language(path, lang))

    @cached_property
    def copies(self) -> dict[str, Path]:
        """The visible attachments as they are published, without what nobody should see; none that cannot be read."""
        return self.library.attachments.copies(self.plan.files)

    def size(self, path: str) -> int:
        """Bytes of an attachment as readers get it."""
        copy = self.copies.get(path)
        return copy.stat().st_size if copy else self.library.files[path].size

    def unit_of(self, entry: Entry) -> Entry | None:
        """The visible unit that answers for an entry."""
        unit = self.library.units.get(entry.facts.unit or "")
        return unit if unit and unit.key in self.plan.entries else None

    def body_of(self, entry: Entry) -> Entry | None:
        body = self.library.bodies.get(entry.body or "")
        return body if body and body.key in self.plan.entries else None
