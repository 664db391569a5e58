"""How the decisions of some minutes can be challenged, for the page's table and beside each § (KomL 134-141 §)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from kommun.content.body import BodyKind
from kommun.content.document import Entry
from kommun.content.meeting import Remedy
from kommun.deadlines import days_for, last_day

from .context import PageContext


@dataclass(frozen=True)
class RemedyRow:
    """One remedy: the §§ it covers, where it goes, and its last day; no day where there is no remedy."""

    sections: tuple[int, ...]
    name: str
    instruction: str
    """The way to the page that tells how; '' where nothing can be done."""
    receiver: str
    last: date | None
    over: bool
    note: str

    @property
    def ranges(self) -> str:
        return in_ranges(self.sections)


def remedies(context: PageContext, entry: Entry) -> list[RemedyRow]:
    """The remedies of visible minutes, in the order of their `appeal`."""
    own = entry.in_language(context.lang).facts.appeal  # type: ignore[attr-defined]
    return [
        _row(context, entry, appeal.sections, appeal.remedy, translated.reason)
        for appeal, translated in zip(entry.facts.appeal, own, strict=True)
    ]


def _row(
    context: PageContext, entry: Entry, sections: tuple[int, ...], remedy: Remedy, reason: str | None
) -> RemedyRow:
    words, options = context.words["appeal"], context.site.settings.lifecycle
    note = words["reason"].format(reason=reason) if reason else ""
    name = context.words["remedies"][remedy.value]
    if remedy is Remedy.NONE:
        return RemedyRow(sections, name, "", "", None, False, note)
    last = last_day(entry.facts.published, days_for(remedy, options), options)
    instruction = context.to(context.site.settings.appeals.pages[remedy.value])
    receiver = _receiver(context, entry, remedy)
    return RemedyRow(sections, name, instruction, receiver, last, context.site.today > last, note)


def _receiver(context: PageContext, entry: Entry, remedy: Remedy) -> str:
    """Who gets the request: the body itself, for a section the body it belongs to (KomL 134 § 2 mom.), or the court."""
    if remedy is not Remedy.RECONSIDERATION:
        return context.site.settings.appeals.court.get(context.lang, "")
    body = context.site.body_of(entry)
    section = body is not None and body.facts.kind is BodyKind.SECTION
    return str(context.words["appeal"]["parent_body" if section else "body"])


def in_ranges(sections: tuple[int, ...]) -> str:
    """The numbers of §§ as people write them: `§ 120–125, 131`."""
    runs: list[list[int]] = []
    for number in sorted(set(sections)):
        if runs and number == runs[-1][1] + 1:
            runs[-1][1] = number
        else:
            runs.append([number, number])
    return "§ " + ", ".join(str(a) if a == b else f"{a}–{b}" for a, b in runs)
