"""Whether an answer can stand: the rules of the content, tried on the document as it would be written."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from kommun.finding import Finding, Severity
from kommun.identity_codes import without_codes
from kommun.messages import words_of_rule

from .completing import completed
from .kinds import Kind
from .questions import Question, Told
from .rendering import rendered
from .situation import Situation
from .trial import findings

_CONTROL = re.compile("[^\t\n\x20-\x7e\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass
class Judge:
    kind: Kind
    situation: Situation
    questions: Sequence[Question]
    _known: dict[tuple[tuple[str, str], ...], list[Finding]] = field(default_factory=dict)

    def refusals(self, question: Question, answer: str, answers: Mapping[str, str]) -> list[Told]:
        """What is wrong with an answer beside the others, in the rules' own words; empty where it can stand."""
        if _CONTROL.search(answer):
            words = words_of_rule("front-matter-readable", self.situation.lang).cases["control"]
            return [Told(words.message, words.help, "front-matter-readable")]
        told = question.check(answer, answers, self.situation)
        if told:
            return [Told(without_codes(told.message), without_codes(told.help), told.rule)]
        if not answer and (told_missing := self._missing(question, answers)):
            return told_missing
        return [_told(found) for found in self._new(question, answer, answers) if found.severity is Severity.ERROR]

    def warnings(self, question: Question, answer: str, answers: Mapping[str, str]) -> list[Told]:
        """What does not stop the answer but should be known."""
        return [_told(found) for found in self._new(question, answer, answers) if found.severity is Severity.WARNING]

    def of_document(self, answers: Mapping[str, str], as_finished: bool = False) -> list[Finding]:
        """What the rules find in the document that the answers make."""
        full = completed(self.questions, answers, self.situation)
        draft = self.kind.draft(full, self.situation)
        if draft is None:
            return []
        files = rendered(draft, self.situation, as_finished)
        return findings(self.situation.library, files, draft.key, self.situation.today, self.situation.lang)

    def _missing(self, question: Question, answers: Mapping[str, str]) -> list[Told]:
        """Why a question needs an answer; empty where it needs none."""
        tried = self._tried({**answers, question.name: ""}) if question.rule else []
        found = [_told(one) for one in tried if one.rule == question.rule and one.severity is Severity.ERROR]
        words = self.situation.words["needed"]
        return found or ([Told(words["message"], words["help"])] if question.required else [])

    def _new(self, question: Question, answer: str, answers: Mapping[str, str]) -> list[Finding]:
        """What the answer itself brings about: not what was there without it, nor what later questions will mend."""
        without = self._tried({**answers, question.name: ""})
        before = {(one.rule, one.message) for one in without if one.rule != question.rule}
        to_come = [q for q in self.questions if q is not question and q.name not in answers]
        later = {rule for q in to_come for rule in (q.rule, q.settles) if rule != question.rule}
        after = self._tried({**answers, question.name: answer})
        return [one for one in after if (one.rule, one.message) not in before and one.rule not in later]

    def _tried(self, answers: Mapping[str, str]) -> list[Finding]:
        key = tuple(sorted(answers.items()))
        if key not in self._known:
            self._known[key] = self.of_document(answers, as_finished=True)
        return self._known[key]


def _told(finding: Finding) -> Told:
    return Told(finding.message, finding.help, finding.rule)
