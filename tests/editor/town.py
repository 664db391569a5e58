"""A small town as a Git repository, and its editor on the loopback."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from kommun.clock import parse_date
from kommun.configuration import EditorOptions, Settings, read_settings
from kommun.content.library import read_library
from kommun.editor import package
from kommun.editor.local import server
from kommun.editor.published import files
from kommun.plan import make_plan
from kommun.stage.site import Site

from ..build.town import PROJECT, make_town
from .answering import answering
from .forge import BRANCH, REPO, git

DAY = "2026-11-24"
UNIT = """---
# Skriven för hand.
type: unit
title: Biblioteket
reviewed: 2026-06-01
head: Bibliotekschefen
contact:
  email: bibliotek@exempel.example
  hours: "vardagar 9–15"
links:
  - title: "Fredrika: sök och låna"
    url: https://www.finna.fi
social:
  - platform: blog
    url: https://blogg.exempel.example
    name: Bokbloggen
    account_type: organisation
---

Biblioteket är öppet för *alla*.

## Verksamhet

| Dag | Tid |
|---|---|
| Måndag | 9–15 |

Vi lånar ut böcker. Namn skrivs {personuppgift: Anna Exempel}.[^1]

[^1]: En not.

## Kontaktuppgifter
"""
UNIT_FI = (
    "---\ntitle: Kirjasto\nhead: Kirjastonjohtaja\n---\nKirjasto.\n\n## Toiminta\n\nLainaamme.\n\n## Yhteystiedot\n"
)


def make(folder: Path) -> Path:
    """The town with a unit more, committed."""
    root = make_town(folder, {"units/bibliotek/index.sv.md": UNIT, "units/bibliotek/index.fi.md": UNIT_FI})
    (root / ".gitignore").write_text("/.cache/\n", encoding="utf-8")
    git(root, "init", "--quiet", "--initial-branch", BRANCH)
    git(root, "add", "--all")
    git(root, "commit", "--quiet", "--message", "start")
    return root


def settings(root: Path, forge: str = "") -> Settings:
    """The town's settings with an editor; its program is taken from the project's own cache."""
    read = read_settings(root / "mkdocs.yml")
    editor = EditorOptions(repo=REPO, branch=BRANCH, api_root=forge)
    stage = read.stage.model_copy(update={"cache": str(PROJECT / read.stage.cache)})
    return read.model_copy(update={"editor": editor, "stage": stage})


def site(root: Path, own: Settings) -> Site:
    library = read_library(root, own)
    return Site(library, make_plan(library, parse_date(DAY)))


@contextmanager
def editor(root: Path, forge: str = "") -> Iterator[str]:
    """The editor's page on a free port; yields its address."""
    own = settings(root, forge)
    # The theme's icon is all that the page has from the rest of the site.
    made = {**files(site(root, own), local=not forge), "kommun/icon.svg": b'<svg xmlns="http://www.w3.org/2000/svg"/>'}
    with answering(server(made, own, 0)) as address:
        yield f"{address}/{own.editor.folder}/"


def fetched() -> str:
    """Why the program is not there, or nothing."""
    try:
        package.fetch(PROJECT, read_settings(PROJECT / "mkdocs.yml"))
    except package.NoProgram as why:
        return str(why)
    return ""
