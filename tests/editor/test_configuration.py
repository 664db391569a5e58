"""Every key of every model has a field with words in each language, and nothing is offered that a model does not allow."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from pydantic import BaseModel
from ruamel.yaml import YAML

from kommun.clock import parse_date
from kommun.configuration import EditorOptions, read_settings
from kommun.content.library import read_library
from kommun.content.merge import WORDS
from kommun.content.types import MODELS
from kommun.editor import configuration
from kommun.editor.configuration import Body
from kommun.editor.form import NOT_OFFERED, ORDER, form
from kommun.editor.required import is_required
from kommun.editor.words import Words
from kommun.finding import Severity
from kommun.messages import languages, load
from kommun.rules import check

from ..build.town import PROJECT, make_town, write

SETTINGS = read_settings(PROJECT / "mkdocs.yml")
BODIES = {"namnden": Body("Nämnden", True), "arbetsgruppen": Body("Arbetsgruppen", False)}


def _configuration(lang: str = "sv", **editor: Any) -> dict[str, Any]:
    own = SETTINGS.model_copy(update={"editor": EditorOptions(repo="kommun/webb", **editor)})
    return configuration(own, lang, BODIES)


def _collections(lang: str = "sv") -> list[dict[str, Any]]:
    return [one for one in _configuration(lang)["collections"] if "folder" in one]


def _fields(
    fields: list[dict[str, Any]], path: tuple[str, ...] = ()
) -> Iterator[tuple[tuple[str, ...], dict[str, Any]]]:
    for field in fields:
        here = (*path, field["name"])
        yield here, field
        yield from _fields(field.get("fields", []), (*here, "*") if field["widget"] == "list" else here)


def _keys(model: type[BaseModel], path: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    """Every key of a model and of the models in it, as the JSON Schema that pydantic makes of it tells."""
    schema = model.model_json_schema()

    def walk(node: dict[str, Any], path: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
        if "$ref" in node:
            node = schema["$defs"][node["$ref"].rpartition("/")[2]]
        for option in node.get("anyOf", []):
            yield from walk(option, path)
        if isinstance(node.get("items"), dict):
            yield from walk(node["items"], (*path, "*"))
        for key, below in node.get("properties", {}).items():
            yield (*path, key)
            yield from walk(below, (*path, key))

    return walk(schema, path)


@pytest.mark.parametrize("lang", languages())
@pytest.mark.parametrize("name", sorted(MODELS))
def test_every_key_of_a_model_has_its_field_with_words(name: str, lang: str) -> None:
    model, words = MODELS[name], Words(SETTINGS, lang)
    fields = dict(_fields(form(model, name, words)))
    hidden = {key for owner, key in NOT_OFFERED if owner == model.__name__}
    assert set(fields) == {path for path in _keys(model) if path[0] not in hidden}
    for path, field in fields.items():
        if path != ("type",):
            assert field["label"] and field["hint"], path
            assert "{" not in field["hint"].replace("{{personuppgift", ""), path


def test_what_is_not_offered_is_a_key_that_there_is() -> None:
    models = {model.__name__: model for model in MODELS.values()}
    assert all(key in models[owner].model_fields for owner, key in NOT_OFFERED)
    assert set(ORDER) == {key for model in MODELS.values() for key in model.model_fields}


@pytest.mark.parametrize("name", sorted(MODELS))
def test_every_value_that_is_offered_is_one_that_the_model_takes(name: str) -> None:
    """And every value that the model takes is offered."""
    model = MODELS[name]
    schema = json.dumps(model.model_json_schema())
    for path, field in _fields(form(model, name, Words(SETTINGS, "sv"))):
        if field["widget"] == "select" and path[-1] != "account_type":
            offered = [option["value"] for option in field["options"]]
            assert json.dumps(offered) in schema, path
            assert all(option["label"] for option in field["options"])


def test_the_other_language_is_asked_for_words_only() -> None:
    for collection in _collections():
        for path, field in _fields(collection["fields"]):
            words = any(known[: len(path)] == path for known in WORDS) or path == ("body",)
            assert bool(field.get("i18n")) is words, path
            assert field.get("i18n") in (None, True)


def test_every_folder_of_content_has_its_collections() -> None:
    kinds = {(c["folder"], c["filter"]["value"]) for c in _collections()}
    assert kinds == {
        ("docs/kungorelser", "notice"), ("docs/aktuellt", "news"), ("docs/meddelanden", "alert"), ("docs", "page"), ("docs/handbok", "page"),
        ("units", "unit"), ("units", "page"), ("meetings", "body"), ("meetings", "page"),
        ("meetings/namnden", "agenda"), ("meetings/namnden", "minutes"), ("meetings/arbetsgruppen", "agenda"),
    }  # fmt: skip
    introductions = next(c for c in _configuration()["collections"] if c["name"] == "introductions")
    assert {file["file"] for file in introductions["files"]} == {
        f"docs/{folder}/index.{{{{locale}}}}.md" for folder in ("kungorelser", "aktuellt", "meddelanden")
    }
    names = [collection["name"] for collection in _configuration()["collections"]]
    assert len(names) == len(set(names))
    assert all(re.fullmatch("[a-z-]+", name) for name in names)


@pytest.mark.parametrize(
    ("pattern", "good", "bad"),
    [
        ("name", ["vag", "vag-2-stangd"], ["Väg", "a b", "-a", "a.b", ""]),
        ("day", ["2026-12-14", "2026-12-14-2"], ["14.12.2026", "2026-13-01", "2026-12-14-1", "2026-12-32"]),
    ],
)
def test_names_are_asked_for_as_the_rules_want_them(pattern: str, good: list[str], bad: list[str]) -> None:
    where = {"name": "notices", "day": "minutes-namnden"}[pattern]
    slug = next(c for c in _collections() if c["name"] == where)["slug"]["pattern"][0]
    assert all(re.search(slug, name) for name in good)
    assert not any(re.search(slug, name) for name in bad)


def test_a_units_text_needs_its_headings_in_one_language_or_the_other() -> None:
    units = next(c for c in _collections() if c["name"] == "units")
    written = next(field for field in units["fields"] if field["name"] == "body")["pattern"][0]
    pattern = re.compile(written.removeprefix("/").removesuffix("/m"), re.MULTILINE)
    assert pattern.search("Ord.\n\n## Verksamhet\n\nOrd.\n\n## Kontaktuppgifter")
    assert pattern.search("## Yhteystiedot\n\n## Toiminta\n")
    assert not pattern.search("## Verksamhet\n\n## Yhteystiedot")
    assert not pattern.search("## Verksamheten\n\n### Kontaktuppgifter")


def test_patterns_take_what_the_models_take() -> None:
    patterns = {
        path: field["pattern"][0]
        for collection in _collections()
        for path, field in _fields(collection["fields"])
        if "pattern" in field and path != ("body",)
    }
    for text in ("120", "120-125, 131", "§§ 120–125,131"):
        assert re.search(patterns["appeal", "*", "sections"], text)
    for text in ("", "hundra", "120-", "1,,2"):
        assert not re.search(patterns["appeal", "*", "sections"], text)
    assert re.search(patterns["contact", "email"], "kansli@exempel.example")
    assert not re.search(patterns["contact", "email"], "kansli(at)exempel.example")
    assert re.search(patterns["feedback",], "../respons.md")


def test_it_works_with_pull_requests_and_signs_in_without_anybody_elses_service() -> None:
    told = _configuration()
    assert told["publish_mode"] == "editorial_workflow"
    assert told["backend"]["auth_methods"] == ["token"]
    assert "auth_methods" not in _configuration(base_url="https://inloggning.exempel.example")["backend"]
    assert _configuration(backend="gitlab", app_id="x")["backend"]["auth_type"] == "pkce"
    assert configuration(SETTINGS, "sv", BODIES, local=True)["publish_mode"] == "simple"


def test_the_languages_have_the_same_words() -> None:
    def keys(words: Any, path: str = "") -> set[str]:
        if isinstance(words, dict):
            return {key for name, value in words.items() for key in keys(value, f"{path}/{name}")}
        return {f"{path} {sorted(re.findall(r'{[^{}]+}', str(words)))}"}

    first, *others = (keys(load(lang, "editor")) for lang in languages())
    marks = re.compile("personuppgift")
    assert all(
        {k for k in other if not marks.search(k)} == {k for k in first if not marks.search(k)} for other in others
    )


# --- what is required is what the rules ask ---

_ATTACHMENT = {"file": "a.pdf", "title": "A"}
VALID: dict[str, tuple[str, dict[str, Any], str]] = {
    "page": ("docs/sida", {"unit": "kansli"}, "Text.\n"),
    "unit": ("units/skola/index", {"contact": {"email": "a@exempel.example"}, "head": "Chefen"}, "## Verksamhet\n\nOrd.\n\n## Kontaktuppgifter\n"),
    "body": ("meetings/styrelsen/index", {"unit": "kansli", "kind": "board"}, "Text.\n"),
    "notice": ("docs/kungorelser/a", {"unit": "kansli", "published": "2026-11-24", "expires": "2026-12-24", "contact": "Chefen"}, "Text.\n"),
    "news": ("docs/aktuellt/a", {"unit": "kansli", "published": "2026-11-24"}, "Text.\n"),
    "alert": ("docs/meddelanden/a", {"unit": "kansli", "published": "2026-11-24", "expires": "2026-11-28", "level": "info"}, "Text.\n"),
    "agenda": ("meetings/namnden/2026-12-01/agenda", {"unit": "kansli", "sent": "2026-11-24", "published": "2026-11-24", "number": "1"}, "Text.\n"),
    "minutes": (
        "meetings/namnden/2026-11-16/minutes",
        {
            "unit": "kansli", "adjusted": "2026-11-18", "published": "2026-11-19", "number": "1",
            "viewing": {"date": "2026-11-19", "place": "Kansliet"},
            "appeal": [{"sections": "1", "remedy": "reconsideration"}],
        },
        "## § 1 Öppnande\n\nOrd.\n",
    ),
}  # fmt: skip

STRICTER = {("body", "kind")}
"""A body without its kind is no error before it has minutes, and then the remedies cannot be looked at."""


def _errors(folder: Path, name: str, without: str = "") -> set[str]:
    key, values, text = VALID[name]
    head = {"type": name, "title": "Rubrik", **values}
    head.pop(without, None)
    yaml = YAML()
    write(
        folder,
        {
            f"{key}.fi.md": f"---\ntitle: Otsikko\n---\n{text.replace('Verksamhet', 'Toiminta').replace('Kontaktuppgifter', 'Yhteystiedot')}"
        },
    )
    with (folder / f"{key}.sv.md").open("w", encoding="utf-8") as file:
        file.write("---\n")
        yaml.dump(head, file)
        file.write(f"---\n{text}")
    settings = read_settings(folder / "mkdocs.yml")
    found = check(read_library(folder, settings), parse_date("2026-11-24"), "sv")
    return {finding.rule for finding in found if finding.severity is Severity.ERROR and finding.path.startswith(key)}


@pytest.mark.parametrize("name", sorted(VALID))
def test_what_the_rules_ask_is_what_the_form_requires(name: str, tmp_path: Path) -> None:
    folder = make_town(tmp_path / "town")
    assert _errors(folder, name) == set()
    for key in VALID[name][1] | {"title": "Rubrik"}:
        assert (bool(_errors(folder, name, without=key)) or (name, key) in STRICTER) is is_required(
            MODELS[name], key
        ), key
