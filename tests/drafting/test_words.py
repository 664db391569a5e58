"""Every key is explained in every language, and what is written behind a # is right when it is taken into use."""

from __future__ import annotations

import inspect
import re
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules

import pytest

from kommun import content
from kommun.clock import parse_date
from kommun.configuration import Settings, read_settings
from kommun.content.fields import Common, Strict
from kommun.content.library import read_library
from kommun.content.reader import build_facts, read_source
from kommun.drafting import draft
from kommun.drafting.key_words import KeyWords
from kommun.drafting.kinds import kind_named, kind_names
from kommun.drafting.questions import Question
from kommun.messages import languages, load
from tests.build.town import write

from .desk import WEDNESDAY, meeting, sections


def _models() -> Iterator[type[Strict]]:
    for info in iter_modules(content.__path__):
        module = import_module(f"{content.__name__}.{info.name}")
        for _, found in inspect.getmembers(module, inspect.isclass):
            if issubclass(found, Strict) and found is not Strict and found.__module__ == module.__name__:
                yield found


MODELS = tuple(_models())
ANSWERS = {
    "title": "A",
    "unit": "kansli",
    "text": "A.",
    "title-fi": "B",
    "text-fi": "B.",
    "body": "namnden",
    "date": "2026-11-18",
    "kind": "board",
    "viewing-place": "Kommungården",
}


def test_all_models_are_looked_at() -> None:
    assert {"Common", "Notice", "Minutes", "Attachment", "Account", "Appeal", "Viewing", "Contact"} <= {
        model.__name__ for model in MODELS
    }


@pytest.mark.parametrize("lang", languages())
@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
def test_every_key_has_its_words(model: type[Strict], lang: str) -> None:
    words = KeyWords(lang, Settings())
    for key in model.model_fields:
        assert words.label(model, key) and words.hint(model, key)
        assert all(words.choices(model, key).values())
        # What is nested is shown by its own keys.
        if not any(issubclass(model, Common) and key == name for name in NESTED):
            assert words.example(model, key)


NESTED = ("attachments", "forms", "links", "social", "contact", "members", "viewing", "appeal")


@pytest.mark.parametrize("lang", languages())
@pytest.mark.parametrize("name", kind_names())
def test_every_question_has_its_words(name: str, lang: str) -> None:
    words, kind = load(lang, "new"), kind_named(name)
    assert words["kinds"][name]
    for question in kind.questions("sv", ("fi",)):
        _has_words(question, words["questions"])


def _has_words(question: Question, words: dict[str, dict[str, str]]) -> None:
    own = words.get(question.name.removesuffix(f"-{question.lang}"), {})
    assert question.key or (own["label"] and own["hint"])


@pytest.mark.parametrize("name", kind_names())
def test_every_key_of_a_kind_is_written(name: str) -> None:
    module = import_module(f"kommun.drafting.kinds.{name}")
    order = getattr(module, "ORDER", import_module("kommun.drafting.kinds.agenda").ORDER)
    assert sorted(order) == sorted(module.MODEL.model_fields)


@pytest.mark.parametrize("lang", languages())
@pytest.mark.parametrize("name", kind_names())
def test_a_key_behind_a_mark_is_right_when_it_is_taken_into_use(town: Path, name: str, lang: str) -> None:
    write(town, meeting("namnden/2026-11-18", sections("Öppnande", "Taxa")))
    library = read_library(town, read_settings(town / "mkdocs.yml"))
    text = next(iter(draft(name, ANSWERS, library, parse_date(WEDNESDAY), lang).values()))
    keys = "|".join({key for model in MODELS for key in model.model_fields})
    row = re.compile(rf"^( *)# ((?: *(?:- )?(?:# )?)(?:{keys}):(?: .*)?)$", re.MULTILINE)
    opened = row.sub(r"\1\2", text)
    opened = re.sub(rf"^( *)# ((?:{keys}): .*)$", r"\1\2", opened, flags=re.MULTILINE)
    opened = re.sub("ÅÅÅÅ-MM-DD|VVVV-KK-PP", "2026-12-01", opened)
    source = read_source("x.sv.md", opened.encode())
    assert not source.problems, opened
    kind = kind_named(name)
    _, problems = build_facts(source, kind.model.__name__.lower(), source.tree.values)
    assert not problems
    assert set(source.tree.values) == set(kind.model.model_fields)


@pytest.mark.parametrize("lang", languages())
def test_explanations_are_in_the_language_of_who_asks(town: Path, lang: str) -> None:
    library = read_library(town, read_settings(town / "mkdocs.yml"))
    for text in draft("notice", ANSWERS, library, parse_date(WEDNESDAY), lang).values():
        assert f"# {load(lang, 'editor')['fields']['common']['title']['label']}. " in text
