"""The handbook's page of rules, made from the rules themselves: what they ask, why, and an example of each kind."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from kommun.clock import parse_date
from kommun.configuration import Settings
from kommun.content.library import read_library
from kommun.finding import Problem, Severity
from kommun.messages import words_of_rule
from kommun.rules import Rule, in_words, rules
from kommun.rules.cases import Case, cases, write

from ..context import PageContext

_SHOWN = 1_200
_FINDINGS = 2


def compose(context: PageContext) -> str:
    words = context.words["rules"]
    parts = [str(words["intro"])]
    for severity, title in ((Severity.ERROR, words["menu_errors"]), (Severity.WARNING, words["menu_warnings"])):
        parts.append(f"## {title} {{#{severity.value}}}")
        parts += [_rule(context, rule) for rule in rules().values() if rule.severity is severity]
    return "\n\n".join(parts)


def _rule(context: PageContext, rule: Rule) -> str:
    words = words_of_rule(rule.name, context.lang)
    own = cases(rule.name)
    chosen = [next((c for c in own if c.wrong is wrong and _readable(c)), None) for wrong in (True, False)]
    examples = [_example(rule, case, context.lang) for case in chosen if case]
    source = rule.source.partition("Source:")[2].strip().rstrip(".")
    heading = f"### {rule.name}: {words.title} {{#{rule.name}}}"
    return heading + "\n\n" + context.render("rule", rule=words, source=source, examples=examples)


def _readable(case: Case) -> bool:
    return all(isinstance(content, str) and len(content) < _SHOWN for content in case.files.values())


def _example(rule: Rule, case: Case, lang: str) -> dict[str, object]:
    return {
        "wrong": case.wrong,
        "title": case.title,
        "files": [(path, str(text).strip().replace("\n\n", "\n \n")) for path, text in case.files.items()],
        "findings": _findings(rule, case, lang),
    }


def _findings(rule: Rule, case: Case, lang: str) -> list[tuple[str, str]]:
    """What an editor would read: the rule is run on the case, so that the handbook cannot say anything else."""
    if not case.wrong:
        return []
    found = [in_words(rule, problem, lang) for problem in _problems(case.rule, case.title)]
    return [(finding.message, finding.help) for finding in found]


@cache
def _problems(name: str, title: str) -> tuple[Problem, ...]:
    """What a rule finds in one of its cases, by the case's title; the same in every language."""
    case = next(case for case in cases(name) if case.title == title)
    with TemporaryDirectory() as folder:
        write(case, Path(folder))
        library = read_library(Path(folder), Settings())
        return tuple(rules()[name].check(library, parse_date(case.today)))[:_FINDINGS]
