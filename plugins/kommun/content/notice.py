"""Notices (kungörelser, tillkännagivanden) and alerts."""

from __future__ import annotations

from enum import StrEnum

from .fields import Common, Number, Text


class Category(StrEnum):
    ANNOUNCEMENT = "announcement"
    PUBLIC_NOTICE = "public_notice"
    """Offentlig kungörelse: the 7th day after publication counts as notification (FörvL 62 a §)."""
    PLAN = "plan"
    PERMIT = "permit"
    POSITION = "position"
    AUCTION = "auction"
    OTHER = "other"


class Notice(Common):
    category: Category = Category.ANNOUNCEMENT
    contact: Text | None = None
    period_reason: Text | None = None
    appeal_days: Number | None = None
