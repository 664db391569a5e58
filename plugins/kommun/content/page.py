"""A general page."""

from __future__ import annotations

from enum import StrEnum

from .fields import Common


class Statutory(StrEnum):
    """The eleven items of KomL 109 § that must be on the web."""

    STRATEGY = "strategy"
    ADMINISTRATIVE_REGULATIONS = "administrative_regulations"
    BUDGET = "budget"
    FINANCIAL_STATEMENTS = "financial_statements"
    ASSESSMENT_REPORT = "assessment_report"
    AUDIT_REPORT = "audit_report"
    COOPERATION_AGREEMENTS = "cooperation_agreements"
    GROUP_DIRECTIVE = "group_directive"
    INTERESTS = "interests"
    REMUNERATION = "remuneration"
    CHARGES = "charges"


class Page(Common):
    statutory: Statutory | None = None
