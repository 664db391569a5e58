"""What is known before anything is answered: the content, the day, and the language of whoever asks."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from kommun.configuration import Settings
from kommun.content.library import Library
from kommun.messages import load

from .key_words import KeyWords

Answers = Mapping[str, str]
"""Answers by the names of their questions; '' is left out on purpose, no entry is not answered yet."""


@dataclass(frozen=True, eq=False)
class Situation:
    library: Library
    today: date
    lang: str
    """The language of questions and explanations, whatever the languages of the files."""

    @property
    def settings(self) -> Settings:
        return self.library.settings

    @property
    def main(self) -> str:
        return self.settings.main

    @property
    def others(self) -> tuple[str, ...]:
        return tuple(lang for lang in self.settings.locales if lang != self.main)

    @cached_property
    def words(self) -> dict[str, Any]:
        return load(self.lang, "new")

    @cached_property
    def keys(self) -> KeyWords:
        return KeyWords(self.lang, self.settings)

    def name_in(self, name: str, lang: str) -> str:
        """The name of a question that is asked once for each language: `title`, `title-fi`."""
        return name if lang == self.main else f"{name}-{lang}"
