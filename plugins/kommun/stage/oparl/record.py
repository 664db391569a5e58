"""An object of the open data, as it stands or as no more than the trace that it once stood."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from kommun.configuration import Settings

from .days import Days

Object = dict[str, Any]
"""As JSON has it."""

ROOT = "oparl/1.1"
SYSTEM = f"{ROOT}/system.json"
SYSTEM_LIST = f"{ROOT}/body.json"
"""The list of all municipalities in the system: one."""
VERSION = "https://schema.oparl.org/1.1/"
MUNICIPALITY = "municipality"
"""The key of the one Body: the municipality itself."""


@dataclass(frozen=True)
class Record:
    """`content` is what the object says today; None where it is gone."""

    kind: str
    key: str
    days: Days
    content: Mapping[str, Any] | None


@dataclass
class Made:
    """The objects made so far, and the addresses of all."""

    settings: Settings
    records: dict[tuple[str, str], Record] = field(default_factory=dict)
    objects: dict[tuple[str, str], Object] = field(default_factory=dict)

    def add(self, records: Iterable[Record]) -> None:
        for record in records:
            self.records[record.kind, record.key] = record
            self.objects[record.kind, record.key] = as_object(self.settings, record)

    def stands(self, kind: str, key: str) -> bool:
        record = self.records.get((kind, key))
        return record is not None and record.content is not None

    def url(self, kind: str, key: str) -> str:
        return absolute(self.settings, address(kind, key))

    def urls(self, kind: str, keys: Iterable[str]) -> list[str]:
        """References to the objects that stand."""
        return [self.url(kind, key) for key in dict.fromkeys(keys) if self.stands(kind, key)]

    def whole(self, kind: str, keys: Iterable[str]) -> list[Object]:
        """The objects that stand, to be held by another in full."""
        return [self.objects[kind, key] for key in dict.fromkeys(keys) if self.stands(kind, key)]

    def days(self, kind: str, keys: Iterable[str]) -> list[Days]:
        return [self.records[kind, key].days for key in dict.fromkeys(keys) if (kind, key) in self.records]


def absolute(settings: Settings, address: str) -> str:
    """An address with the site's own in front; there are too many for the general way (`feeds.absolute`)."""
    return f"{settings.site_url.rstrip('/')}/{address}"


def address(kind: str, key: str) -> str:
    """Where an object stands. It lasts as long as the key, and tells nothing of it."""
    if kind == "System":
        return SYSTEM
    return f"{ROOT}/{kind.lower()}/{token(kind, key)}.json"


def token(kind: str, key: str) -> str:
    return hashlib.sha256(f"{kind}:{key}".encode()).hexdigest()[:16]


def as_object(settings: Settings, record: Record) -> Object:
    """The object with what all objects have; of one that is gone OParl keeps only this (OParl 1.1, 2.8)."""
    head: Object = {"id": absolute(settings, address(record.kind, record.key)), "type": VERSION + record.kind}
    if record.content is None:
        return {**head, **record.days.stamps(), "deleted": True}
    told = {name: value for name, value in record.content.items() if value is not None and value != ""}
    return {**head, **told, **record.days.stamps()}
