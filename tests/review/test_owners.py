"""Who is asked to look at a change follows from the units, and the file in the repository is the one they make."""

from __future__ import annotations

from pathlib import Path

from ruamel.yaml import YAML

from tests.build.site import kommun
from tests.build.town import PROJECT, make_town, notice


def test_the_repositorys_file_is_as_made() -> None:
    """`kommun owners > .github/CODEOWNERS` when units or bodies change."""
    made = kommun(PROJECT, "owners").out
    assert (PROJECT / ".github/CODEOWNERS").read_text(encoding="utf-8") == made


def test_a_unit_answers_for_its_pages_and_its_bodies(tmp_path: Path) -> None:
    root = make_town(
        tmp_path / "town", {"docs/kungorelser/vag.sv.md": notice("Vägen", "2026-12-01", "2026-12-20", "Text.")}
    )
    unit = root / "units/kansli/index.sv.md"
    unit.write_text(unit.read_text().replace("title: Kansliet\n", "title: Kansliet\nhead: Kanslichefen\n"))
    yaml = YAML()
    settings = yaml.load((root / "mkdocs.yml").read_text())
    for plugin in settings["plugins"]:
        if "kommun-units" in plugin:
            plugin["kommun-units"] = {"teams": {"Kanslichefen": "@byn/kansli"}, "default_team": "@byn/alla"}
    with (root / "mkdocs.yml").open("w") as file:
        yaml.dump(settings, file)
    lines = kommun(root, "owners").out.splitlines()
    assert lines[1:] == [
        "* @byn/alla",
        "/meetings/namnden/ @byn/kansli",
        "/units/kansli/ @byn/kansli",
    ]


def test_without_teams_nobody_is_asked(tmp_path: Path) -> None:
    root = make_town(tmp_path / "town")
    text = (root / "mkdocs.yml").read_text()
    assert "teams:" in text, "the town has the project's own settings"
    yaml = YAML()
    settings = yaml.load(text)
    for plugin in settings["plugins"]:
        if "kommun-units" in plugin:
            plugin["kommun-units"] = {}
    with (root / "mkdocs.yml").open("w") as file:
        yaml.dump(settings, file)
    assert len(kommun(root, "owners").out.splitlines()) == 1
