"""Other municipalities: Finnish first, or one language only."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from kommun.configuration import read_settings
from kommun.content.library import read_library
from tests.build.town import make_town

from .desk import BODIES, new

SV: dict[str, Any] = {"locale": "sv", "name": "På svenska"}
FI: dict[str, Any] = {"locale": "fi", "name": "Suomeksi"}


@pytest.fixture
def town_with(tmp_path: Path) -> Any:
    def make(*languages: dict[str, Any]) -> Path:
        root = make_town(tmp_path / "town", BODIES)
        yaml = YAML()
        settings = yaml.load(root / "mkdocs.yml")
        for plugin in settings["plugins"]:
            if "i18n" in plugin:
                plugin["i18n"]["languages"] = [{**one, "default": not n} for n, one in enumerate(languages)]
        yaml.dump(settings, root / "mkdocs.yml")
        return root

    return make


def test_the_main_language_holds_the_facts_whichever_it_is(town_with: Any) -> None:
    root = town_with(FI, SV)
    typed = ["Laituri puretaan", "", "", "", "", "", "Laituri puretaan.", "Bryggan rivs", "Bryggan rivs."]
    made = new(root, "notice", typed=typed, lang="fi")
    assert not made.failure
    assert made.prompts[0] == "Otsikko suomeksi (title): "
    assert "\nunit: kansli\n" in (root / "docs/kungorelser/laituri-puretaan.fi.md").read_text()
    assert "\nunit:" not in (root / "docs/kungorelser/laituri-puretaan.sv.md").read_text()
    assert "Kirjoitettiin:" in made.said


def test_one_language_is_enough_where_there_is_only_one(town_with: Any) -> None:
    root = town_with(SV)
    made = new(root, "notice", "--title", "Bryggan rivs", "--unit", "kansli", "--text", "Bryggan rivs.")
    assert not made.failure
    assert "Det är ett utkast, som inte syns än:" not in made.said
    library = read_library(root, read_settings(root / "mkdocs.yml"))
    assert library.entries["kungorelser/bryggan-rivs"].facts.expires
