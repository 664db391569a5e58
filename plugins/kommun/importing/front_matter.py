"""The facts above the text, each with a line that says what it means to the editor who goes on with it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from kommun.content.body import BodyKind
from kommun.content.meeting import Remedy

from .facts import Facts
from .remedies import Proposal

_UNKNOWN = "ÅÅÅÅ-MM-DD"


@dataclass(frozen=True)
class Draft:
    """What is known of the minutes besides their text."""

    title: str
    unit: str
    kind: BodyKind | None
    facts: Facts
    appeal: Sequence[Proposal]
    reason: str
    """The provision that is proposed for §§ without a remedy."""
    holds_facts: bool
    """False where the main language's file holds them and this one inherits."""


def write_front_matter(draft: Draft, words: Mapping[str, Any]) -> list[str]:
    """The lines from `---` to `---`, with `words` of `comments` in `importing.yml`."""
    if not draft.holds_facts:
        return ["---", *_comment(words["inherits"]), f"title: {quoted(draft.title)}", "---"]
    facts = draft.facts
    lines = ["---", *_comment(words["draft"]), "type: minutes"]
    lines += [*_comment(words["title"]), f"title: {quoted(draft.title)}"]
    lines += [*_comment(words["unit"]), f"unit: {draft.unit}" if draft.unit else "# unit: "]
    for key, value, example in (
        ("number", facts.number, "5/2026"),
        ("time", facts.time, "18:00–20:15"),
        ("place", facts.place, words["place_example"]),
    ):
        lines += [*_comment(words[key]), f"{key}: {quoted(value)}" if value else f"# {key}: {quoted(example)}"]
    lines += [
        *_comment(words["adjusted"]),
        f"adjusted: {facts.adjusted}" if facts.adjusted else f"# adjusted: {_UNKNOWN}",
    ]
    lines += [*_comment(words["published"]), f"# published: {_UNKNOWN}"]
    lines += [*_comment(words["viewing"]), *_viewing(facts, words)]
    lines += [*_comment(words["appeal"]), *_appeal(draft, words)]
    lines += [*_comment(words["attachments"]), *_example(words["attachments_example"])]
    return [*lines, "---"]


def _viewing(facts: Facts, words: Mapping[str, Any]) -> list[str]:
    if facts.has_viewing:
        return ["viewing:", f"  date: {facts.viewing_date}", f"  place: {quoted(facts.viewing_place)}"]
    place = facts.viewing_place or words["place_example"]
    return ["# viewing:", f"#   date: {facts.viewing_date or _UNKNOWN}", f"#   place: {quoted(place)}"]


def _appeal(draft: Draft, words: Mapping[str, Any]) -> list[str]:
    if not draft.appeal:
        return _example(words["appeal_example"])
    lines = ["appeal:"]
    for proposal in draft.appeal:
        name = "working_group" if draft.kind is BodyKind.WORKING_GROUP else str(proposal.remedy)
        lines += [f"  {line}" for line in _comment(words["remedies"][name])]
        lines += [f'  - sections: "{proposal.written}"', f"    remedy: {proposal.remedy}"]
        if proposal.remedy is Remedy.NONE:
            lines.append(f"    reason: {quoted(draft.reason)}")
    return lines


def _comment(text: str) -> list[str]:
    return [f"# {line}".rstrip() for line in text.strip().split("\n")]


_example = _comment


def quoted(text: str) -> str:
    """A text as YAML reads it back, whatever signs it holds."""
    line = " ".join(text.split()).replace("\\", "\\\\").replace('"', '\\"')
    return f'"{line}"'
