"""What the command answers: what was read, what was not, and what an editor has to look at."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from .front_matter import Draft
from .marks import Losses, excerpt
from .remedies import in_ranges
from .sections import Outline
from .writing import Written

_SECRET = re.compile(r"sekretess|hemlig|icke.?offentlig|ej offentlig|salassa|salainen|ei.?julki", re.IGNORECASE)
_PERMIT = re.compile(
    r"bygglov|bygglovs|rivningslov|åtgärdstillstånd|miljötillstånd|marktäkts?tillstånd|undantagslov|"
    r"rakennuslu[pv]|ympäristölu[pv]|maa-ainesl|poikkeamisl|purkamisl|toimenpidelu",
    re.IGNORECASE,
)
_ATTACHMENT = re.compile(r"\b(?:bilag|liit(?:e|teen|teet|teenä))", re.IGNORECASE)
_MAX_LISTED = 200
_MAX_KINDS = 8
"""Different lines of the paper that are repeated."""


@dataclass(frozen=True)
class Answer:
    """Everything the answer is made of."""

    path: str
    other_language: str
    """The language the text seems to be in, where it is not the one asked for."""
    other_files: Sequence[str]
    """Minutes of the meeting in other languages that hold facts of their own."""
    draft: Draft
    outline: Outline
    losses: Losses
    written: Written
    first_line: int
    """The line of the file on which the text begins."""


def report(answer: Answer, words: Mapping[str, Any]) -> str:
    """The answer as text, with the words of `report`, `losses`, `review` and `doubts` in `importing.yml`."""
    own = words["report"]
    numbers = [section.number for section in answer.outline.sections]
    made = own["made"] if numbers else own["made_without_sections"]
    lines = [made.format(path=answer.path, count=len(numbers), sections=_shown(numbers))]
    for title, rows in (
        (own["read"], list(_read(answer.draft, own))),
        (own["not_read"], list(_losses(answer, words))),
        (own["review"], list(_review(answer, words))),
    ):
        if rows:
            lines += ["", title, *(f"  - {row}" for row in rows[:_MAX_LISTED])]
        if len(rows) > _MAX_LISTED:
            lines.append("  " + own["more"].format(count=len(rows) - _MAX_LISTED))
    if not any(loss.kind != "contents" for loss in answer.losses.found):
        lines += ["", own["all_read"]]
    return "\n".join([*lines, "", own["next"].format(path=answer.path)])


def _read(draft: Draft, own: Mapping[str, Any]) -> Iterator[str]:
    facts = draft.facts
    viewing = f"{facts.viewing_date}, {facts.viewing_place}" if facts.has_viewing else ""
    values = {
        "number": facts.number,
        "time": facts.time,
        "place": facts.place,
        "adjusted": str(facts.adjusted or ""),
        "viewing": viewing,
    }
    for key, value in values.items():
        if value or draft.holds_facts:
            yield own["fact"].format(name=own["facts"][key], value=value or own["missing"])


def _losses(answer: Answer, words: Mapping[str, Any]) -> Iterator[str]:
    for number, loss in enumerate(answer.losses.found):
        if loss.kind == "contents":
            continue
        text = excerpt(loss.text)
        what = words["losses"][loss.kind]["with_text" if text else "plain"].format(text=text)
        yield f"{_where(answer, answer.written.places.get(number), words['report'])}: {what}"


def _where(answer: Answer, place: tuple[int | None, int] | None, own: Mapping[str, Any]) -> str:
    if place is None:
        return str(own["somewhere"])
    section, line = place
    at = line + answer.first_line - 1
    return str(own["in_section"].format(section=section, line=at) if section else own["at_line"].format(line=at))


def _review(answer: Answer, words: Mapping[str, Any]) -> Iterator[str]:
    review, outline = words["review"], answer.outline
    for name in answer.other_files:
        yield review["other-file"].format(file=name)
    if answer.other_language:
        yield review["language"].format(language=answer.other_language)
    for case, values in answer.draft.facts.doubts:
        yield words["doubts"][case].format(**{k: excerpt(v) if isinstance(v, str) else v for k, v in values.items()})
    for remark in answer.written.remarks:
        line = remark.line + answer.first_line - 1
        yield review[remark.kind].format(line=line, text=excerpt(remark.text))
    yield from _numbers(answer, review)
    if shouted := [section.number for section in outline.sections if section.unsure]:
        yield review["title"].format(sections=_shown(shouted))
    for name, pattern in (("secret", _SECRET), ("permit", _PERMIT), ("attachment", _ATTACHMENT)):
        if found := list(_sections_with(answer, pattern)):
            yield review[name].format(sections=_shown(found))
    for text in outline.doubtful:
        yield review["not-section"].format(text=excerpt(text))
    if answer.outline.sections and answer.draft.holds_facts:
        yield review["appeal"]
    if outline.first.signatures or outline.last.signatures:
        yield review["signatures"].format(count=len(outline.first.signatures) + len(outline.last.signatures))
    if outline.paper.lines:
        kinds = list(dict.fromkeys(outline.paper.lines))
        shown = "; ".join(f"”{excerpt(line)}”" for line in kinds[:_MAX_KINDS]) + (" …" if kinds[_MAX_KINDS:] else "")
        yield review["paper"].format(count=len(outline.paper.lines), text=shown)
    if outline.paper.matters or any(loss.kind == "contents" for loss in answer.losses.found):
        yield review["matters"]
    yield review["names"]


def _shown(sections: Sequence[int]) -> str:
    return in_ranges(sections).replace("-", "–")


def _numbers(answer: Answer, review: Mapping[str, Any]) -> Iterator[str]:
    numbers = [section.number for section in answer.outline.sections]
    for before, after in pairwise(numbers):
        if after == before:
            yield review["twice"].format(section=after)
        elif after > before + 1:
            yield review["gap"].format(before=before, after=after)


def _sections_with(answer: Answer, pattern: re.Pattern[str]) -> Iterator[int]:
    """The §§ in whose title or text something is spoken of."""
    section: int | None = None
    told: set[int] = set()
    for line in answer.written.lines:
        if line.startswith("## "):
            found = re.match(r"## § (\d+)", line)
            section = int(found[1]) if found else None
        if section and section not in told and pattern.search(line):
            told.add(section)
            yield section
