"""New documents: `kommun new notice` asks for what it needs and writes the pair of language files.

A kind of document (`kinds/`) is its questions, which are data, and a pure function from the
answers to a draft. Every answer is tried at once against the rules that `kommun check` holds, so that
what is written has no errors; a text that is not finished becomes a draft that cannot appear.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from kommun.content.library import Library

from .completing import completed
from .kinds import kind_named
from .rendering import rendered
from .situation import Situation


def draft(kind: str, answers: Mapping[str, str], library: Library, today: date, lang: str = "sv") -> dict[str, str]:
    """The files of a new document by path; what is not answered gets the suggestion that a person would get."""
    situation = Situation(library, today, lang)
    chosen = kind_named(kind)
    made = chosen.draft(completed(chosen.questions_in(situation), answers, situation), situation)
    return rendered(made, situation) if made else {}
