"""The questions one after another: what the rules refuse is told in their own words and asked for again."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from .answering import choices_of, listed, meant, resolved, shown, wording
from .completing import suggestion
from .judging import Judge
from .kinds import Kind
from .questions import Question, Told
from .situation import Situation

LEFT_OUT = "-"
EXPLAIN = "?"


class Unanswered(Exception):
    """There is nobody to ask: the questions without an answer, and what is wrong with the answers given."""

    def __init__(self, missing: Sequence[str], wrong: Sequence[tuple[str, Told]]) -> None:
        super().__init__(missing)
        self.missing = missing
        self.wrong = wrong


@dataclass
class Interview:
    kind: Kind
    situation: Situation
    given: Mapping[str, str]
    """What the flags answer, by question."""
    ask: Callable[[str], str] | None
    """Asks the person at the terminal; None where there is none."""
    say: Callable[[str], None]
    answers: dict[str, str] = field(default_factory=dict)
    warned: set[Told] = field(default_factory=set)
    """Warnings that have been told."""

    def __post_init__(self) -> None:
        self.questions = self.kind.questions_in(self.situation)
        self.judge = Judge(self.kind, self.situation, self.questions)
        self._missing: list[str] = []
        self._wrong: list[tuple[str, Told]] = []

    def run(self) -> dict[str, str]:
        """All answers. Unanswered, EOFError and KeyboardInterrupt leave it; nothing has been written then."""
        for question in self.questions:
            if question.name in self.answers:
                continue
            if question.name in self.given:
                self._use_given(question)
            elif not question.only_flag and question.applies(self.answers, self.situation):
                if self.ask:
                    self._ask(question, self.ask)
                else:
                    self._take_suggestion(question)
        if self._missing or self._wrong:
            raise Unanswered(self._missing, self._wrong)
        return self.answers

    def _use_given(self, question: Question) -> None:
        answer = self._meant(question, self.given[question.name])
        if self._accepted(question, answer):
            return
        if self.ask:
            self._ask(question, self.ask)
        else:  # what comes after it is looked at all the same
            self.answers[question.name] = suggestion(question, self.answers, self.situation)

    def _take_suggestion(self, question: Question) -> None:
        told = question.because(self.answers, self.situation) if question.because else None
        answer = suggestion(question, self.answers, self.situation)
        if told:
            self._wrong.append((question.name, told))
        elif question.required and not answer:
            self._missing.append(question.name)
        else:
            self._accepted(question, answer)

    def _accepted(self, question: Question, answer: str) -> bool:
        """Keep an answer if it can stand; otherwise tell why not."""
        excuse = {name: self.given[name] for name in (question.excuse,) if name in self.given}
        told = self.judge.refusals(question, answer, {**self.answers, **excuse})
        if told:
            self._refuse(question, told)
            return False
        if self.ask:
            warnings = self.judge.warnings(question, answer, {**self.answers, **excuse})
            self._tell("warning", [one for one in warnings if one not in self.warned])
            self.warned.update(warnings)
        self.answers[question.name] = answer
        return True

    def _refuse(self, question: Question, told: Iterable[Told]) -> None:
        if self.ask:
            self._tell("wrong", told)
        else:
            self._wrong += [(question.name, one) for one in told]

    def _tell(self, how: str, told: Iterable[Told]) -> None:
        words = self.situation.words
        for one in told:
            self.say(words[how].format(message=one.message))
            if one.help:
                self.say(words["help"].format(help=one.help))

    def _ask(self, question: Question, ask: Callable[[str], str]) -> None:
        told = question.because(self.answers, self.situation) if question.because else None
        if told:
            self._tell("wrong", [told])
        if question.many:
            self._ask_many(question, ask)
            return
        choices = choices_of(question, self.kind, self.answers, self.situation)
        label, _ = self._wording(question)
        if choices and not question.switch:
            self.say(f"{label}:\n{listed(choices)}")
            label = str(self.situation.words["number_or_name"])
        suggested = suggestion(question, self.answers, self.situation)
        while True:
            typed = self._typed(
                question, ask, f"{label} [{shown(suggested, choices)}]: " if suggested else f"{label}: "
            )
            answer = self._meant(question, typed) if typed else suggested
            if self._accepted(question, answer) or self._excused(question, answer, ask):
                return
            suggested = meant(answer, choices) or suggestion(question, self.answers, self.situation)

    def _wording(self, question: Question) -> tuple[str, str]:
        return wording(question, self.kind.model, self.situation.keys, self.situation.words)

    def _typed(self, question: Question, ask: Callable[[str], str], prompt: str) -> str:
        """What was typed; a question mark gets its explanation first."""
        while (typed := ask(prompt).strip()) == EXPLAIN:
            self.say(f"  {self._wording(question)[1]}")
        return typed

    def _meant(self, question: Question, typed: str) -> str:
        if typed.strip() == LEFT_OUT and not question.required:
            return ""
        return resolved(typed.strip(), choices_of(question, self.kind, self.answers, self.situation))

    def _excused(self, question: Question, answer: str, ask: Callable[[str], str]) -> bool:
        """Whether somebody gives a reason for what the rules refuse, where a reason would do."""
        reason = next((q for q in self.questions if q.name == question.excuse), None)
        if reason is None or self.judge.refusals(question, answer, {**self.answers, reason.name: "…"}):
            return False
        label, _ = self._wording(reason)
        typed = self._typed(reason, ask, self.situation.words["excuse"].format(label=label))
        if not typed:
            return False
        told = self.judge.refusals(question, answer, {**self.answers, reason.name: typed})
        if told:
            self._tell("wrong", told)
            return False
        self.answers |= {question.name: answer, reason.name: typed}
        return True

    def _ask_many(self, question: Question, ask: Callable[[str], str]) -> None:
        """One after another until nothing is answered, or until there is one for each."""
        label, hint = self._wording(question)
        self.say(f"{label}. {hint}")
        items: list[str] = []
        while (item := question.item(len(items), self.answers, self.situation)) is not None:
            typed = self._typed(question, ask, f"  {item}: ")
            if not typed:
                break
            if self._accepted(question, "\n".join([*items, typed])):
                items.append(typed)
        self.answers[question.name] = "\n".join(items)
