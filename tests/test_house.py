"""The house is as `decisions/` says: who may import what, who may ask for the time, and that all words are there."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

from kommun import audit, messages
from kommun.finding import Severity
from kommun.rules import rules

ROOT = Path(__file__).resolve().parents[1]
CORE = sorted((ROOT / "plugins/kommun").rglob("*.py"))

# CONTENT.md section 7, and our own beside it: `marked-text`, `html-allowed`, and those of what attachments hold.
CONTRACT = {
    "error": """file-name front-matter-readable known-key valid-value type-fits-folder title-present unit-exists
        attachment-exists attachment-format link-exists one-fact-one-place unit-contact-section
        unit-description-section unit-minutes-section unit-presented notice-expires notice-period
        notice-both-languages agenda-sent minutes-adjusted minutes-viewing minutes-appeal minutes-attachments
        working-group-decision confidential-basis identity-code social-personal-account social-address
        social-duplicate marked-text permit-names permit-addresses image-location html-allowed
        attachment-readable attachment-hidden redaction-real""",
    "warning": """attachment-unlisted minutes-in-time council-call-time council-both-languages
        side-material-referenced statutory-information social-checklist translation-missing translation-outdated
        review-overdue external-link-new attachment-scanned redaction-doubtful""",
}
NIGHTLY = {"minutes-in-time", "review-overdue"}


def _imports(file: Path) -> set[str]:
    found: set[str] = set()
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            found.add(node.module.split(".")[0])
    return found


@pytest.mark.parametrize("file", CORE, ids=lambda f: f.relative_to(ROOT).as_posix())
def test_the_core_does_not_know_its_renderer(file: Path) -> None:
    assert not _imports(file) & {"mkdocs", "material", "mkdocs_static_i18n", "mkdocs_kommun", "properdocs"}


@pytest.mark.parametrize("file", sorted((ROOT / "plugins").rglob("*.py")), ids=lambda f: f.relative_to(ROOT).as_posix())
def test_only_the_clock_asks_for_the_time(file: Path) -> None:
    if file.name == "clock.py":
        return
    calls = {
        node.func.attr
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)
    }
    assert not calls & {"today", "now", "utcnow", "fromtimestamp", "localtime", "gmtime", "time"}


def test_the_rules_are_those_of_the_contract() -> None:
    expected = {name: severity for severity, names in CONTRACT.items() for name in names.split()}
    assert {name: rule.severity.value for name, rule in rules().items()} == expected


def test_a_rule_that_depends_on_time_never_stops_anything() -> None:
    nightly = {name for name, rule in rules().items() if rule.nightly}
    assert nightly == NIGHTLY
    assert all(rules()[name].severity is Severity.WARNING for name in nightly)


def test_every_check_of_the_site_has_its_words() -> None:
    for lang in messages.languages():
        for name in audit.names():
            words = messages.words_of_rule(f"site-{name.replace('_', '-')}", lang)
            assert words.title
            assert words.why
            assert words.cases


def _keys(words: object, path: str = "") -> set[str]:
    if isinstance(words, dict):
        return {key for name, value in words.items() for key in _keys(value, f"{path}/{name}")}
    placeholders = sorted(re.findall(r"\{(\w+)\}", str(words)))
    return {f"{path} {placeholders}"}


@pytest.mark.parametrize(
    "name", ["pages", "theme", "reports", "audit", "importing", "removal", "new", "editor", "review", "mending"]
)
def test_the_languages_have_the_same_words(name: str) -> None:
    by_language = [_keys(messages.load(lang, name)) for lang in messages.languages()]
    assert all(keys == by_language[0] for keys in by_language)


def test_nothing_names_another_host_in_what_is_published() -> None:
    looks = ("mkdocs_kommun/theme", "kommun/stage/look", "kommun/stage/templates")
    for file in (file for folder in looks for file in (ROOT / "plugins" / folder).rglob("*")):
        if file.is_file():
            hosts = set(re.findall(r"https?://([^/\"'\s]+)", file.read_text(encoding="utf-8")))
            assert hosts <= {"www.w3.org"}, file


def test_files_stay_small_enough_to_read_at_a_glance() -> None:
    long = {f.relative_to(ROOT).as_posix(): n for f in CORE if (n := len(f.read_text().splitlines())) > 300}
    assert not long
