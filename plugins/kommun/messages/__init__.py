"""What people read, apart from the code, in files that an editor can correct.

`messages/<language>/*.yml`: a file for each group of rules, with the rule's title,
why it exists, and for each of its cases what went wrong and how to mend it;
`pages.yml` and `theme.yml` hold the words of generated pages and of the frame.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML

HERE = Path(__file__).parent
_NOT_RULES = ("pages", "theme", "reports", "importing", "removal", "editor", "mending", "new", "review")


@dataclass(frozen=True)
class CaseWords:
    message: str
    help: str


@dataclass(frozen=True)
class RuleWords:
    title: str
    why: str
    cases: dict[str, CaseWords]


@cache
def load(lang: str, name: str) -> dict[str, Any]:
    """One file of words; KeyError-free, but a missing file is our own bug and raises."""
    text = (HERE / lang / f"{name}.yml").read_text(encoding="utf-8")
    return YAML(typ="safe").load(text) or {}


@cache
def _rule_words(lang: str) -> dict[str, RuleWords]:
    found: dict[str, RuleWords] = {}
    for file in sorted((HERE / lang).glob("*.yml")):
        if file.stem in _NOT_RULES:
            continue
        for rule, words in load(lang, file.stem).items():
            cases = {name: CaseWords(case["message"], case["help"]) for name, case in words["cases"].items()}
            found[rule] = RuleWords(words["title"], words["why"], cases)
    return found


def rule_texts(langs: tuple[str, ...]) -> Iterator[str]:
    """All that the rules' files say, as the handbook shows it."""
    for lang in langs:
        for file in sorted((HERE / lang).glob("*.yml")):
            if file.stem not in _NOT_RULES:
                yield file.read_text(encoding="utf-8")


def words_of_rule(rule: str, lang: str) -> RuleWords:
    return _rule_words(lang)[rule]


def languages() -> tuple[str, ...]:
    return tuple(sorted(d.name for d in HERE.iterdir() if d.is_dir() and not d.name.startswith("_")))
