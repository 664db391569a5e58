"""The command as editors and other tools meet it: exit codes, formats, and that a failed build changes nothing."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from .site import build, kommun, tree
from .town import UNIT, make_town, notice, write

TODAY = "2026-11-20"


@pytest.fixture
def town(tmp_path: Path) -> Path:
    return make_town(tmp_path / "town")


def test_a_town_in_order_has_no_errors(town: Path) -> None:
    run = kommun(town, "check", "--today", TODAY, "--format", "json")
    assert run.code == 0, run.out
    assert not [row for row in json.loads(run.out) if row["severity"] == "error"]


@pytest.mark.renderer
def test_a_unit_without_contact_details_stops_the_build_and_leaves_the_site(town: Path) -> None:
    site = build(town, TODAY)
    before = tree(site)
    broken = UNIT.replace("## Kontaktuppgifter\n", "")
    write(town, {"units/kansli/index.sv.md": broken})
    run = kommun(town, "build", "--today", TODAY, "--site-dir", "site")
    assert run.code == 1
    assert run.err.count(": fel [") == 1
    assert "units/kansli/index.sv.md:" in run.err
    assert "[unit-contact-section]" in run.err
    assert "Kontaktuppgifter" in run.err
    assert tree(site) == before


def test_every_error_is_told_at_once_and_each_once(town: Path) -> None:
    write(
        town,
        {
            "docs/kungorelser/a.sv.md": notice("A", "2026-11-01", "2026-10-01", "Text."),
            "docs/kungorelser/b.sv.md": "---\ntype: notice\ntitle: B\nunit: finns-inte\nexpire: 2026-12-01\n---\nText.\n",
            "docs/sida.sv.md": "---\ntitle: Kallelse: KF\n---\nText.\n",
        },
    )
    run = kommun(town, "check", "--today", TODAY, "--format", "json")
    rows = json.loads(run.out)
    assert run.code == 1
    errors = {(row["rule"], row["path"]) for row in rows if row["severity"] == "error"}
    assert {
        ("valid-value", "docs/kungorelser/a.sv.md"),
        ("known-key", "docs/kungorelser/b.sv.md"),
        ("unit-exists", "docs/kungorelser/b.sv.md"),
        ("front-matter-readable", "docs/sida.sv.md"),
    } <= errors
    assert len(rows) == len({tuple(sorted((k, str(v)) for k, v in row.items())) for row in rows})


def test_json_has_the_fields_of_the_contract(town: Path) -> None:
    write(town, {"docs/sida.sv.md": "---\ntype: page\ntitel: X\n---\nText.\n"})
    rows = json.loads(kommun(town, "check", "--today", TODAY, "--format", "json").out)
    assert rows
    for row in rows:
        assert set(row) == {"rule", "severity", "path", "line", "column", "message", "help"}
        assert row["line"] >= 1
        assert row["column"] >= 1


def test_github_annotations_come_first_and_the_whole_text_after(town: Path) -> None:
    write(town, {"docs/sida.sv.md": "---\ntype: page\nexpire: 2027-01-01\ntitle: X\n---\nText.\n"})
    out = kommun(town, "check", "--today", TODAY, "--format", "github").out
    lines = out.splitlines()
    assert lines[0].startswith("::error file=docs/sida.sv.md,line=3,col=1,title=known-key::")
    assert "docs/sida.sv.md:3:1: fel [known-key]" in out


def test_the_caret_stands_under_the_mistake(town: Path) -> None:
    write(town, {"docs/sida.sv.md": "---\ntype: page\ntitle: X\npublished: 31.11.2026\n---\nText.\n"})
    lines = kommun(town, "check", "--today", TODAY).out.splitlines()
    at = next(n for n, line in enumerate(lines) if "published: 31.11.2026" in line and "|" in line)
    assert lines[at + 1].index("^") == lines[at].index("31.11.2026")


@pytest.mark.parametrize("text", ["i dag", "2026-13-01", "20261120", "", "2026-02-29"])
def test_an_unreadable_date_is_never_today(town: Path, text: str) -> None:
    for arguments, environment in ((["--today", text], {}), ([], {"KOMMUN_TODAY": text})):
        run = kommun(town, "plan", *arguments, **environment)
        assert run.code == 2
        assert "datum" in run.err
        assert "Traceback" not in run.err


def test_the_option_wins_over_the_environment(town: Path) -> None:
    run = kommun(town, "plan", "--today", "2026-11-20", "--format", "json", KOMMUN_TODAY="2020-01-01")
    assert json.loads(run.out)["today"] == "2026-11-20"
    run = kommun(town, "plan", "--format", "json", KOMMUN_TODAY="2020-01-01")
    assert json.loads(run.out)["today"] == "2020-01-01"


def test_the_plan_has_a_row_for_each_source_file(town: Path) -> None:
    write(
        town,
        {
            "docs/kungorelser/a.sv.md": notice("A", "2026-11-25", "2026-12-20", "Text."),
            "docs/kungorelser/a.fi.md": "---\ntitle: A\n---\nTeksti.\n",
            "docs/trasig.sv.md": "---\ntitle: A: B\n---\n",
        },
    )
    data = json.loads(kommun(town, "plan", "--today", TODAY, "--format", "json").out)
    rows = {row["path"]: row for row in data["documents"]}
    assert set(rows) == {
        p.relative_to(town).as_posix() for f in ("docs", "units", "meetings") for p in (town / f).rglob("*.md")
    }
    assert data["next_change"] == "2026-11-25"
    for lang in ("sv", "fi"):
        row = rows[f"docs/kungorelser/a.{lang}.md"]
        assert (row["type"], row["visible"], row["from"], row["through"]) == (
            "notice",
            False,
            "2026-11-25",
            "2026-12-20",
        )
    assert rows["docs/trasig.sv.md"]["visible"] is False


@pytest.mark.renderer
def test_keep_going_withholds_the_broken_document_alone(town: Path) -> None:
    write(
        town,
        {
            "docs/kungorelser/hel.sv.md": notice("Helgnotisen", "2026-11-10", "2026-12-20", "Hel text."),
            "docs/kungorelser/hel.fi.md": "---\ntitle: Ehjä\n---\nTeksti.\n",
            "docs/kungorelser/trasig.sv.md": notice(
                "Trasnotisen", "2026-11-10", "2026-12-20", "Trasig.", "expire: x\n"
            ),
            "docs/kungorelser/trasig.fi.md": "---\ntitle: Rikkinäinen\n---\nTeksti.\n",
        },
    )
    run = kommun(town, "build", "--today", TODAY, "--site-dir", "site", "--keep-going")
    assert run.code == 0, run.err
    assert "Hålls tillbaka på grund av fel: docs/kungorelser/trasig.sv.md" in run.err
    assert (town / "site/kungorelser/hel/index.html").is_file()
    assert not (town / "site/kungorelser/trasig").exists()
    assert not (town / "site/fi/kungorelser/trasig").exists()


def test_a_site_without_a_start_page_is_not_built(town: Path) -> None:
    write(town, {"docs/index.sv.md": "---\ntitle: A: B\n---\n"})
    run = kommun(town, "build", "--today", TODAY, "--site-dir", "site", "--keep-going")
    assert run.code == 1
    assert "Startsidan" in run.err
    assert not (town / "site").exists()


def test_a_folder_without_settings_cannot_be_run(tmp_path: Path) -> None:
    run = kommun(tmp_path, "check")
    assert run.code == 2
    assert "mkdocs.yml" in run.err
    assert "Traceback" not in run.err


def test_a_misspelt_option_in_the_settings_is_named(town: Path) -> None:
    settings = (town / "mkdocs.yml").read_text().replace("notice_days: 14", "notis_dagar: 14")
    write(town, {"mkdocs.yml": settings})
    run = kommun(town, "check")
    assert run.code == 2
    assert "notis_dagar" in run.err


def test_explain_tells_what_a_rule_asks_and_guesses(town: Path) -> None:
    run = kommun(town, "explain", "notice-expires")
    assert run.code == 0
    assert "notice-expires" in run.out
    assert "Källa:" in run.out
    run = kommun(town, "explain", "notice-expire")
    assert run.code == 2
    assert "Menade du notice-expires?" in run.err


def test_the_site_is_never_written_over_the_content(town: Path) -> None:
    assert kommun(town, "build", "--site-dir", ".").code == 2
    assert (town / "docs/index.sv.md").is_file()
