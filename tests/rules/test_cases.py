"""Each rule finds exactly what its cases say, and has all its words."""

from __future__ import annotations

import string
from datetime import date
from pathlib import Path

import pytest

from kommun.configuration import Settings
from kommun.content.library import read_library
from kommun.messages import languages, words_of_rule
from kommun.rules import in_words, rules
from kommun.rules.cases import Case, cases, write

ALL = [case for rule in rules() for case in cases(rule)]


@pytest.mark.parametrize("case", ALL, ids=lambda c: f"{c.rule}: {c.title}")
def test_case(case: Case, tmp_path: Path) -> None:
    write(case, tmp_path)
    library = read_library(tmp_path, Settings())
    rule = rules()[case.rule]
    problems = list(rule.check(library, date.fromisoformat(case.today)))
    assert sorted(f"{p.path}:{p.line}: {p.case}" for p in problems) == sorted(case.finds)
    for problem in problems:
        for lang in languages():
            finding = in_words(rule, problem, lang)
            assert finding.message and finding.help


@pytest.mark.parametrize("rule", rules())
def test_rule_is_whole(rule: str) -> None:
    """Adding a rule is the rule, its cases and its words; a missing one fails here."""
    own = cases(rule)
    assert any(c.wrong for c in own), "no case that the rule finds"
    assert len({c.title for c in own}) == len(own), "two cases with one title"
    assert any(not c.wrong for c in own), "no case that the rule leaves alone"
    assert rules()[rule].source, "no docstring with the rule and its source"
    shown = {f.rsplit(": ", 1)[1] for c in own for f in c.finds}
    for lang in languages():
        words = words_of_rule(rule, lang)
        assert words.title and words.why
        assert shown <= set(words.cases)
        assert set(words.cases) <= shown, "words for a case that no test shows"
        for case in words.cases.values():
            for text in (case.message, case.help):
                list(string.Formatter().parse(text))
