"""The rules' cases as data: tested by one runner and shown in the handbook as "fel" and "rätt".

`cases/<rule>.yml` is a list of cases:

    - title: what the case shows, in Swedish
      today: 2026-11-24          (optional; this day is the default)
      files:                     path → text, ~ for no file, or how the file is made (`made.py`):
        docs/x.sv.md: |          {size: n} zeros, {hex: "…"} or {base64: "…"} bytes, {link: target},
          …                      {pdf: [objects]}, {archive: {part: text}}
      history:                   (optional) the commits before, oldest first, each like `files`;
        - docs/x.sv.md: …        `files` is then what has changed since and is not committed
      finds: ["docs/x.sv.md:3: case"]    exactly what the rule finds, or [] where it is right

Every case stands in a small town whose unit `kansli` and body `namnden` are in order;
`bare: true` leaves the town out.
"""

from __future__ import annotations

import os
import subprocess
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML

from .made import write_made

HERE = Path(__file__).parent
_NOBODY = {"NAME": "Exempel", "EMAIL": "exempel@exempel.example"}

TOWN = {
    "units/kansli/index.sv.md": (
        "---\ntype: unit\ntitle: Kansliet\nreviewed: 2026-11-01\ncontact:\n  email: kansli@exempel.example\n"
        "publishes_minutes: true\n---\n## Verksamhet\n\nKansliet betjänar.\n\n## Kontaktuppgifter\n\n## Protokoll\n"
    ),
    "units/kansli/index.fi.md": (
        "---\ntitle: Kanslia\n---\n## Toiminta\n\nKanslia palvelee.\n\n## Yhteystiedot\n\n## Pöytäkirjat\n"
    ),
    "meetings/namnden/index.sv.md": (
        "---\ntype: body\ntitle: Nämnden\nunit: kansli\nkind: committee\npublishes_minutes: true\n---\nNämnden beslutar.\n"
    ),
    "meetings/namnden/index.fi.md": "---\ntitle: Lautakunta\n---\nLautakunta päättää.\n",
}


@dataclass(frozen=True)
class Case:
    rule: str
    title: str
    today: str
    files: dict[str, Any]
    finds: tuple[str, ...]
    bare: bool
    history: tuple[dict[str, Any], ...] = field(default=())

    @property
    def wrong(self) -> bool:
        return bool(self.finds)


@cache
def cases(rule: str) -> list[Case]:
    """The cases of one rule; a rule without cases has none, which a test does not allow."""
    file = HERE / f"{rule}.yml"
    if not file.is_file():
        return []
    rows = YAML(typ="safe").load(file.read_text(encoding="utf-8")) or []
    return [_case(rule, row) for row in rows]


def _case(rule: str, row: dict[str, Any]) -> Case:
    today = str(row.get("today", "2026-11-24"))
    finds, history = tuple(row["finds"]), tuple(row.get("history") or ())
    return Case(rule, row["title"], today, row.get("files") or {}, finds, bool(row.get("bare")), history)


def write(case: Case, root: Path) -> None:
    """Write a case's town below `root`, with its history where it has one."""
    _write({} if case.bare else TOWN, root)
    if case.history:
        _git(root, "init", "--quiet")
    for commit in case.history:
        _write(commit, root)
        _git(root, "add", "--all")
        _git(root, "commit", "--quiet", "--message", "Exempel")
    _write(case.files, root)


def _git(root: Path, *arguments: str) -> None:
    """Run git away from the configuration and the checkout of whoever runs the tests."""
    outside = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    nobody = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
    names = {f"GIT_{who}_{what}": value for who in ("AUTHOR", "COMMITTER") for what, value in _NOBODY.items()}
    subprocess.run(["git", "-C", os.fspath(root), *arguments], check=True, env=outside | nobody | names)


def _write(files: dict[str, Any], root: Path) -> None:
    for path, content in files.items():
        target = root / path
        target.parent.mkdir(parents=True, exist_ok=True)
        if isinstance(content, str):
            target.write_bytes(content.encode())
        elif content is None:
            target.unlink(missing_ok=True)
        else:
            write_made(target, content)
