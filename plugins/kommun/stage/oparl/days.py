"""The days on which something could be read on the site, and what OParl's dates follow from them.

Whole days in Helsinki (CONTENT.md section 2), written as the beginning of the day with the
offset that holds on it (RFC 3339). Nothing here knows what the thing is.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime, time
from functools import cached_property

from kommun.clock import HELSINKI
from kommun.lifecycle import DAY, Span


@dataclass(frozen=True)
class Days:
    """The runs of days of one thing, as one knows them on a day."""

    today: date
    spans: tuple[Span, ...] = ()
    known: frozenset[date] = frozenset()
    """Other days on which it came into being or changed."""

    @cached_property
    def begun(self) -> tuple[Span, ...]:
        """The runs that had a day up to today; what is still to come is nobody's business."""
        return tuple(s for s in self.spans if not _empty(s) and (s.start is None or s.start <= self.today))

    @property
    def stands(self) -> bool:
        return any(span.holds(self.today) for span in self.begun)

    @cached_property
    def changes(self) -> frozenset[date]:
        """The days up to today on which it came, changed or went."""
        starts = {s.start for s in self.begun if s.start}
        ends = {s.end + DAY for s in self.begun if s.end}
        return frozenset(day for day in (*starts, *ends, *self.known) if day <= self.today)

    def stamps(self) -> dict[str, str]:
        """`created` and `modified`; nothing where no day is known."""
        changes = self.changes
        return {"created": moment(min(changes)), "modified": moment(max(changes))} if changes else {}

    def with_changes_of(self, others: Iterable[Days]) -> Days:
        """The same thing where a change of its parts, while it is there, is a change of it (OParl 1.1, 2.8)."""
        changes, own = frozenset[date]().union(*(other.changes for other in others)), self.changes
        if own:
            last = self.today if self.stands else max(own)
            changes = frozenset(day for day in changes if min(own) <= day <= last)
        return Days(self.today, self.spans, self.known | changes)


def together(today: date, days: Iterable[Days]) -> Days:
    """The days of a thing that stands while any of several stands."""
    rows = tuple(days)
    spans = tuple(dict.fromkeys(span for row in rows for span in row.spans))
    return Days(today, spans, frozenset().union(*(row.known for row in rows)))


def in_runs(days: Days) -> Days:
    """The same days without the seams where one run of days goes on into another: nothing changed there."""
    runs: list[Span] = []
    for span in sorted(days.begun, key=lambda s: (s.start or date.min, s.end or date.max)):
        last = runs[-1] if runs else None
        if last and (last.end is None or (span.start or date.min) <= last.end + DAY):
            runs[-1] = replace(last, end=max(last.end, span.end) if last.end and span.end else None)
        else:
            runs.append(span)
    return replace(days, spans=tuple(runs))


def moment(day: date) -> str:
    return datetime.combine(day, time.min, HELSINKI).isoformat()


def _empty(span: Span) -> bool:
    return bool(span.never or (span.start and span.end and span.end < span.start))
