"""A town with something on the web that must go, in a checkout of its own, and the command run in it."""

from __future__ import annotations

import hashlib
import os
import subprocess
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from kommun.removal import Request, remove
from tests.build.town import agenda, minutes, notice, pdf

DAY = "2026-11-20"
SHORE = "Strandvillan vid Exempelviken fick sitt lov i oktober, och det skulle aldrig ha stått här."
SHARED_LINE = "Nämnden konstaterade att grinden vid Exempelbacken behöver målas om före midsommar."
MEETING = "meetings/namnden/2026-11-02"
FILES: dict[str, Any] = {
    f"{MEETING}/agenda.sv.md": agenda(
        "Kallelse till nämnden 2.11.2026", "2026-10-25", "Ärenden om brunnslocket i byn."
    ),
    f"{MEETING}/minutes.sv.md": minutes(
        "Nämnden, protokoll 2.11.2026",
        "2026-11-03",
        "2026-11-04",
        f"{SHORE}\n\n{SHARED_LINE}",
        "attachments:\n  - file: strandkarta.pdf\n    title: Karta\n    section: 1\n",
    ),
    f"{MEETING}/minutes.fi.md": "---\ntitle: Lautakunta, pöytäkirja 2.11.2026\n---\n## § 1 Avaus\n\nRantahuvilan lupa.\n",
    f"{MEETING}/strandkarta.pdf": pdf("strandkarta"),
    f"{MEETING}/strandkarta.fi.pdf": pdf("rantakartta"),
    "docs/kungorelser/grind.sv.md": notice(
        "Grinden stängs",
        "2026-11-10",
        "2026-12-10",
        f"{SHARED_LINE}\n\nSe [protokollet](../../{MEETING}/minutes.sv.md), [kartan](../../{MEETING}/strandkarta.pdf)\n"
        "och [adressen](https://www.kronoby.fi/meetings/namnden/2026-11-02/minutes/).",
        "# två bilagor\nattachments:\n  # båda behövs\n  - file: plan.pdf\n    title: Plan # gemensam\n"
        "  # den egna\n  - file: grind.pdf\n    title: 'Grind'\n",
    ),
    "docs/kungorelser/grind.fi.md": (
        "---\ntitle: Portti suljetaan\nattachments:\n  - title: Suunnitelma\n  - title: Portti\n---\n"
        f"Katso [pöytäkirja](../../{MEETING}/minutes.md).\n"
    ),
    "docs/kungorelser/stig.sv.md": notice(
        "Stigen stängs",
        "2026-11-10",
        "2026-12-10",
        "Stigen är stängd.",
        "attachments: [{file: plan.pdf, title: Plan}]\n",
    ),
    "docs/kungorelser/stig.fi.md": "---\ntitle: Polku suljetaan\n---\nPolku on suljettu.\n",
    "docs/kungorelser/plan.pdf": pdf("planen"),
    "docs/kungorelser/grind.pdf": pdf("grinden"),
    "docs/kungorelser/ensam.sv.md": notice("Ensam kungörelse om brunnen", "2026-11-10", "2026-12-10", "Brunnen."),
    "docs/kungorelser/ensam.fi.md": "---\ntitle: Yksinäinen kuulutus kaivosta\n---\nKaivo.\n",
    ".gitignore": "/site/\n/.cache/\n",
}


def git(root: Path, *arguments: str) -> str:
    """Run git away from the configuration and the checkout of whoever runs the tests."""
    outside = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    nobody = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
    who = {"NAME": "Exempel", "EMAIL": "exempel@exempel.example"}
    names = {f"GIT_{role}_{what}": value for role in ("AUTHOR", "COMMITTER") for what, value in who.items()}
    command = ["git", "-C", os.fspath(root), *arguments]
    done = subprocess.run(command, check=True, env=outside | nobody | names, capture_output=True, text=True)
    return done.stdout


@dataclass
class Said:
    """What the command said, and how it ended."""

    code: int = -1
    lines: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        return "\n".join(self.lines)


def run(root: Path, *paths: str, ask: Callable[[str], str] | None = None, yes: bool = True, **how: Any) -> Said:
    """The command, in the town's folder."""
    said = Said()
    day = date.fromisoformat(DAY)
    request = Request(root, paths, root / "site", day, yes=yes and ask is None, ask=ask, say=said.lines.append, **how)
    said.code = remove(request)
    assert "Traceback" not in said.text
    return said


def everything(root: Path) -> dict[str, str]:
    """A digest of each file below a folder, git's own included."""
    return {
        path.relative_to(root).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(root.rglob("*"))
        if path.is_file() and not path.is_symlink()
    }
