"""`stage_town.py ROOT DAY`: check, plan and stage, and nothing more; `kommun` has no command that stops there."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path

from kommun.build import stage_folder
from kommun.configuration import read_settings
from kommun.prepared import prepare
from kommun.stage import stage


def main(root: Path, day: date) -> None:
    settings = read_settings(root / "mkdocs.yml")
    prepared = prepare(root, settings, day, keep_going=True)
    stage(prepared.library, prepared.plan, stage_folder(root, settings))


if __name__ == "__main__":
    main(Path(sys.argv[1]).resolve(), date.fromisoformat(sys.argv[2]))
