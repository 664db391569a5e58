"""The kinds of document that can be made: one file each, found by its name.

A kind holds `MODEL`, `questions(main, others)` for the languages of a site, and `draft(answers, situation)`,
which is None while it is not known where the document would stand.
"""

from __future__ import annotations

import pkgutil
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from importlib import import_module

from kommun.drafting.drafts import Draft
from kommun.drafting.key_words import Model
from kommun.drafting.questions import Question
from kommun.drafting.situation import Answers, Situation


@dataclass(frozen=True)
class Kind:
    name: str
    model: Model
    questions: Callable[[str, tuple[str, ...]], tuple[Question, ...]]
    draft: Callable[[Answers, Situation], Draft | None]

    def questions_in(self, situation: Situation) -> tuple[Question, ...]:
        return self.questions(situation.main, situation.others)


def kind_names() -> tuple[str, ...]:
    return tuple(sorted(info.name for info in pkgutil.iter_modules(__path__) if not info.name.startswith("_")))


@cache
def kind_named(name: str) -> Kind:
    module = import_module(f"{__name__}.{name}")
    return Kind(name, module.MODEL, module.questions, module.draft)
