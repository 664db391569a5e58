"""Crisis and disturbance information, shown on top of every page while it runs."""

from __future__ import annotations

from enum import StrEnum

from .fields import Common


class Level(StrEnum):
    INFO = "info"
    WARNING = "warning"
    CRISIS = "crisis"


class Alert(Common):
    level: Level = Level.INFO
