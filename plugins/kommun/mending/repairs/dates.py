"""Days in the facts as year-month-day: `5.12.2026` and `den 5 december 2026` become `2026-12-05`.

Only where a day is wanted and the text says one day only; a day that does not exist stays.
Mends `valid-value`.
"""

from __future__ import annotations

from collections.abc import Iterator

from kommun.clock import parse_date
from kommun.content.document import Document
from kommun.mending.facts import Mended, mended_facts
from kommun.mending.kinds import Fact, kind_of
from kommun.mending.proposal import Proposal, Reason
from kommun.mending.working_copy import WorkingCopy
from kommun.mending.written_dates import read_date


def proposals(copy: WorkingCopy) -> Iterator[Proposal]:
    yield from mended_facts(copy, _day)


def _day(document: Document, fact: Fact) -> Mended:
    if kind_of(fact.model, fact.name) != "date" or not isinstance(fact.value, str) or _is_day(fact.value):
        return None
    day = read_date(fact.value)
    if day is None:
        return None
    values = {"key": fact.name, "old": fact.value, "new": day.isoformat()}
    return day.isoformat(), Reason("dates", "valid-value", "date", values)


def _is_day(text: str) -> bool:
    try:
        return bool(parse_date(text.strip()))
    except ValueError:
        return False
