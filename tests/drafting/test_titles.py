"""Whatever somebody types: file names that work, and YAML that says the same when it is read back."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from ruamel.yaml import YAML

from kommun.clock import parse_date
from kommun.configuration import read_settings
from kommun.content.library import Library, read_library
from kommun.content.reader import build_facts, read_source
from kommun.drafting import draft
from kommun.drafting.front_matter import scalar
from kommun.drafting.slugs import LONGEST, slug_of
from tests.build.town import make_town

from .desk import BODIES, WEDNESDAY, checked, new

NASTY = [
    "Vägen: avstängd",
    'Temat är "Hela byn"',
    "Allt på 'ett' bräde",
    "#viktigt",
    "Snö # is",
    "- först",
    "--- slut ---",
    "ja",
    "no",
    "null",
    "~",
    "1.10",
    "0612",
    "2026-12-01",
    "[lista]",
    "{nyckel: värde}",
    "*fet* & _kursiv_",
    "!tagg",
    "%procent",
    "@någon `kod`",
    "Bakåt\\streck \\n",
    "🎉 Fest 🎉",
    "日本",
    "a\u0308ppelträd",
    "Rad\u2028bryt",
    "Hårt\xa0mellanslag",
    "x" * 300,
    "Ett mycket långt namn på en kungörelse som handlar om avgifterna för vatten och avlopp från årsskiftet",
]
# Letters, signs and spaces of all kinds; what no keyboard gives is refused, see `test_flags.py`.
TITLES = st.text(st.characters(exclude_categories=["Cc", "Cs", "Cn", "Co"]), min_size=1, max_size=80).filter(str.strip)


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    root = make_town(tmp_path_factory.mktemp("titles") / "town", BODIES)
    return read_library(root, read_settings(root / "mkdocs.yml"))


def _read_back(text: str, type_name: str) -> object:
    source = read_source("x.sv.md", text.encode())
    assert not source.problems
    facts, problems = build_facts(source, type_name, source.tree.values)
    assert not problems
    return facts


@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(TITLES)
@example('"')
@example("\\")
@example("#")
def test_a_title_is_read_back_as_it_was_written(library: Library, title: str) -> None:
    answers = {"title": title, "unit": "kansli", "text": "Text.", "title-fi": title, "text-fi": "Teksti."}
    files = draft("notice", answers, library, parse_date(WEDNESDAY))
    wanted = " ".join(title.split())
    assert len(files) == 2
    for path, text in files.items():
        assert re.fullmatch(r"docs/kungorelser/[a-z0-9]+(?:-[a-z0-9]+)*\.(?:sv|fi)\.md", path)
        facts = _read_back(text, "notice")
        assert getattr(facts, "title") == wanted  # noqa: B009
        assert YAML(typ="safe").load(text.split("\n---\n")[0])["title"] == wanted


@settings(deadline=None, max_examples=200)
@given(TITLES)
def test_a_name_is_short_and_simple(title: str) -> None:
    name = slug_of(title)
    assert re.fullmatch(r"[a-z0-9]+(?:-[a-z0-9]+)*", name)
    assert len(name) <= LONGEST
    assert slug_of(name) == name


@settings(max_examples=200)
@given(TITLES)
def test_a_value_means_the_same_to_every_reader(value: str) -> None:
    assert YAML(typ="safe").load(f"head: {scalar(value)}\n")["head"] in (
        " ".join(value.split()),
        # Days and numbers are what they are to other readers too.
        *([YAML(typ="safe").load(value)] if re.fullmatch(r"[\d-]+", value) else []),
    )


def test_long_names_are_cut_between_words() -> None:
    assert slug_of("Ett mycket långt namn på en kungörelse som handlar om avgifter") == (
        "ett-mycket-langt-namn-pa-en-kungorelse-som-handlar-om"
    )
    assert slug_of("Taxa 1.10") == "taxa-1-10"


def test_the_nasty_titles_stand_side_by_side_without_errors(town: Path) -> None:
    for title in NASTY:
        made = new(
            town, "news", "--title", title, "--unit", "kansli", "--text", "A.", "--title-fi", title, "--text-fi", "B."
        )
        if "--slug" in made.failure:
            new(town, "news", "--title", title, "--unit", "kansli", "--text", "A.", "--slug", "en-annan")
        else:
            assert not made.failure, title
    assert checked(town).code == 0
