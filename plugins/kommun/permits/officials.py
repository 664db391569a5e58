"""Those who handle a matter, officials and elected members, are no parties to it: how they are told apart.

A title before or after a name, a label such as "Föredragande:", or what only a member does at a meeting.
"""

from __future__ import annotations

import re

from .passages import Passage
from .person_names import Person
from .vocabulary import DID, DONE_BY, MEETING, NOT_OFFICE, OFFICIAL, PERMIT, TITLE

_AND = re.compile(r"\s{0,3}(?:,|och|ja|samt|sekä|\|)\s{1,3}", re.IGNORECASE)
_TITLE_BEFORE = re.compile(
    rf"(?<![\w-])(?:{TITLE.pattern})(?:\s(?:för|i|vid|av)\s\w{{3,20}})?[,:]?[\s|¦]{{1,3}}$", re.IGNORECASE
)
_TITLE_AFTER = re.compile(rf"[\s|¦,(]{{1,6}}(?:\w{{3,20}}\s)?(?P<title>{TITLE.pattern})(?![\w-])", re.IGNORECASE)
_DEFINITE = re.compile(r"(?:en|ren|erna)$", re.IGNORECASE)
_LABEL = re.compile(r"(?:^|[|¦.\n])(?P<label>[^:|¦.\n]{3,90})[:|¦](?P<between>[^:|¦\n]{0,200})$")
_PROSE_AFTER = re.compile(r"[ ](?!och\b|ja\b|samt\b|sekä\b|tfn\b|tel\b|puh\b|som\b)[a-zåäö]{2,}")
_SLICE = 45
_LABEL_WITHIN = 300


def title_before(text: str, start: int) -> bool:
    """Whether an office or a seat stands right before a place."""
    before = text[max(0, start - _SLICE) : start]
    return _TITLE_BEFORE.search(before) is not None and not NOT_OFFICE.search(before[-30:])


def groups(text: str, people: list[Person]) -> list[list[Person]]:
    """Names that are told in one breath: "Anna Exempel och Bo Mallikas"."""
    found: list[list[Person]] = []
    for person in people:
        if found and _AND.fullmatch(text, found[-1][-1].end, person.start):
            found[-1].append(person)
        else:
            found.append([person])
    return found


def of_the_meeting(text: str, passage: Passage) -> bool:
    """Whether a passage tells who was present, voted or was disqualified."""
    return bool(passage.of_members or MEETING.search(text, passage.start, passage.end) or MEETING.search(passage.above))


def handle(text: str, passage: Passage, group: list[Person]) -> bool:
    """Whether these are they who handle the matter that a passage tells of."""
    start, end = group[0].start, group[-1].end
    if title_before(text, start):
        return True
    if DID.match(text, _skipped(text, end)) or DID.fullmatch(_word_before(text, start)):
        return True
    if DONE_BY.search(text, max(0, start - _SLICE), start):
        return True
    return _titled_after(text, group) or _behind_label(text, passage, start, end)


def _titled_after(text: str, group: list[Person]) -> bool:
    for person in group:
        after = _TITLE_AFTER.match(text, person.end)
        # "Anna Exempel, byggnadsinspektören": the next one in a list, not what she is.
        if after and not _DEFINITE.search(after["title"]) and not NOT_OFFICE.search(after[0]):
            return True
    return False


def _behind_label(text: str, passage: Passage, start: int, end: int) -> bool:
    line = text[max(passage.start, start - _LABEL_WITHIN) : start].rpartition("\n")[2]
    label = _LABEL.search(line)
    if not label or not OFFICIAL.fullmatch(label["label"].strip()):
        return False
    between = TITLE.sub("", label["between"])
    return not PERMIT.search(between) and not _PROSE_AFTER.match(text, end)


def _skipped(text: str, at: int) -> int:
    while at < len(text) and text[at] == " ":
        at += 1
    return at


def _word_before(text: str, start: int) -> str:
    words = text[max(0, start - 20) : start].split()
    return words[-1] if words else ""
