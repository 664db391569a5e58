"""The words of the web editor: labels, hints and choices, by the model that a key belongs to."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel

from kommun.configuration import Settings
from kommun.content.fields import Common
from kommun.messages import languages, load


def section_of(name: str) -> str:
    """Where the words of a class stand: `AttachmentKind` under `attachment_kind`."""
    return re.sub(r"(?<!^)(?=[A-Z])", "_", name).lower()


@dataclass(frozen=True)
class Words:
    """`editor.yml` in one language, with this municipality's limits filled in."""

    settings: Settings
    lang: str

    @property
    def all(self) -> dict[str, Any]:
        return load(self.lang if self.lang in languages() else languages()[-1], "editor")

    def filled(self, text: str, **more: str) -> str:
        """A text with the limits and names that it mentions."""
        limits = self.settings.lifecycle
        known = {
            "notice_days": limits.notice_days,
            "megabytes": limits.attachment_megabytes,
            "municipality": self.settings.name_in(self.lang),
            "minutes": self.settings.units.minutes.get(self.lang, ""),
            "headings": self.headings,
        }
        return text.format_map({**known, **more})

    @property
    def headings(self) -> str:
        """The headings that every unit's page must have, as the language writes them."""
        units = self.settings.units
        return ", ".join(f"”{words[self.lang]}”" for words in (units.description, units.contact) if self.lang in words)

    def of_key(self, model: type[BaseModel], key: str) -> dict[str, str]:
        """The label and the hint of a key: the model's own, else those that hold for every type."""
        fields = self.all["fields"]
        for owner in model.__mro__:
            section = "common" if owner is Common else section_of(owner.__name__)
            if key in (fields.get(section) or {}):
                return {name: self.filled(text) for name, text in fields[section][key].items()}
        raise KeyError(f"{model.__name__}.{key}")

    def choice(self, enumeration: str, value: str) -> str:
        """What a value of an enumeration is called. Platforms have their names from the configuration."""
        if enumeration == "platform":
            platform = self.settings.social.platforms.get(value)
            return platform.name if platform else value
        return str(self.all["choices"][enumeration][value])

    def pattern(self, name: str) -> str:
        return self.filled(self.all["patterns"][name])
