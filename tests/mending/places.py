"""A small town in which something is to be mended, and what came of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from kommun.configuration import Settings
from kommun.mending import Request, fix, repairs
from kommun.mending.rounds import mend
from kommun.mending.working_copy import WorkingCopy
from kommun.mending.writing import write
from kommun.rules.cases import TOWN
from kommun.rules.cases.made import write_made

TODAY = date(2026, 11, 24)


def put(root: Path, files: dict[str, Any]) -> None:
    """Write files: a text, bytes, `{text, encoding}`, or what the rules' cases can make."""
    for path, content in files.items():
        target = root / path
        target.parent.mkdir(parents=True, exist_ok=True)
        if isinstance(content, dict) and "encoding" not in content:
            write_made(target, content)
        else:
            target.write_bytes(raw(content))


def raw(content: Any) -> bytes:
    if isinstance(content, dict):
        return str(content["text"]).encode(content["encoding"])
    return content.encode() if isinstance(content, str) else bytes(content)


def town(root: Path, files: dict[str, Any]) -> Path:
    put(root, TOWN)
    put(root, files)
    return root


def tree(root: Path) -> dict[str, bytes]:
    """Every file of the content by its path; where a link leads is not followed."""
    return {
        path.relative_to(root).as_posix(): path.read_bytes()
        for folder in ("docs", "units", "meetings")
        for path in sorted((root / folder).rglob("*"))
        if path.is_file() and not path.is_symlink()
    }


@dataclass
class Mended:
    copy: WorkingCopy
    remarks: list[str]


def mended(
    root: Path,
    *only: str,
    asked: bool = False,
    chosen: Callable[[str], bool] = lambda path: True,
    settings: Settings | None = None,
) -> Mended:
    """Mend the content below `root` and write it, without the rules and without questions."""
    wanted = {name: repair for name, repair in repairs().items() if not only or name in only}
    with TemporaryDirectory() as folder:
        asked_for = frozenset(only if asked else ())
        copy = WorkingCopy(root, Path(folder), settings or Settings(), TODAY, asked_for, chosen)
        remarks = mend(copy, wanted)
        write(root, copy)
    return Mended(copy, [f"{remark.path}: {remark.case}" for remark in remarks])


@dataclass
class Said:
    code: int = 0
    lines: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        return "\n".join(self.lines)


def run(root: Path, *paths: str, answer: str | None = None, **options: Any) -> Said:
    """Run the command; with an answer there is somebody at the terminal."""
    said = Said()

    def ask(question: str) -> str:
        said.lines.append(question)
        return str(answer)

    request = Request(
        root,
        options.pop("settings", Settings()),
        TODAY,
        paths,
        ask=None if answer is None else ask,
        say=said.lines.append,
        **options,
    )
    said.code = fix(request)
    return said
