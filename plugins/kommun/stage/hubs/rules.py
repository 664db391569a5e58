"""The handbook's page of rules, made from the rules themselves: what they ask, why, and an example of each kind."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from kommun.clock import parse_date
from kommun.configuration import Settings, StageOptions
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
    library = context.site.library
    kept = library.root / library.settings.stage.cache
    chosen = [_chosen([case for case in own if case.wrong is wrong]) for wrong in (True, False)]
    examples = [_example(rule, case, context.lang, kept) for case in chosen if case]
    source = rule.source.partition("Source:")[2].strip().rstrip(".")
    heading = f"### {rule.name}: {words.title} {{#{rule.name}}}"
    return heading + "\n\n" + context.render("rule", rule=words, source=source, examples=examples)


def _chosen(own: list[Case]) -> Case | None:
    """A case that can be read as it stands; else one whose files have only a name to show."""
    return next(filter(_readable, own), own[0] if own else None)


def _readable(case: Case) -> bool:
    return all(isinstance(content, str) and len(content) < _SHOWN for content in case.files.values())


def _example(rule: Rule, case: Case, lang: str, kept: Path) -> dict[str, object]:
    return {
        "wrong": case.wrong,
        "title": case.title,
        "files": [(path, _shown(content)) for path, content in case.files.items()],
        "findings": _findings(rule, case, lang, kept),
    }


def _shown(content: object) -> str:
    return content.strip().replace("\n\n", "\n \n") if isinstance(content, str) and len(content) < _SHOWN else ""


def _findings(rule: Rule, case: Case, lang: str, kept: Path) -> list[tuple[str, str]]:
    """What an editor would read: the rule is run on the case, so that the handbook cannot say anything else."""
    if not case.wrong:
        return []
    found = [in_words(rule, problem, lang) for problem in _problems(case.rule, case.title, kept)]
    return [(finding.message, finding.help) for finding in found]


@cache
def _problems(name: str, title: str, kept: Path) -> tuple[Problem, ...]:
    """What a rule finds in one of its cases, by the case's title; the same in every language.

    What was read in the cases' attachments is kept with what was read in the site's own.
    """
    case = next(case for case in cases(name) if case.title == title)
    with TemporaryDirectory() as folder:
        write(case, Path(folder))
        library = read_library(Path(folder), Settings(stage=StageOptions(cache=str(kept))))
        return tuple(rules()[name].check(library, parse_date(case.today)))[:_FINDINGS]
