"""Long pages made to be slow, in a folder of content: no rule takes more than in proportion to their length."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from random import Random

from tests.build.town import agenda, minutes, notice
from tests.fuzz.made.texts import hostile, piece

from .reader import judge as judge_folder

SHARE = 2
_SIZE = 60_000
_KINDS = {
    "docs/a.sv.md": lambda text: f"---\ntype: page\ntitle: A\npermit: building\n---\n{text}\n",
    "docs/kungorelser/a.sv.md": lambda text: notice("A", "2026-11-01", "2026-12-01", text),
    "units/kansli/index.sv.md": lambda text: f"---\ntype: unit\ntitle: A\ncontact:\n  email: a@exempel.example\n---\n## Verksamhet\n\n{text}\n",
    "meetings/namnden/2026-11-02/agenda.sv.md": lambda text: agenda("A", "2026-11-01", text),
    "meetings/namnden/2026-11-02/minutes.sv.md": lambda text: minutes("A", "2026-11-03", "2026-11-03", text, "permit: other\n"),
    "docs/b.sv.md": lambda text: f"---\ntype: page\ntitle: |\n  {text.replace(chr(10), ' ')}\n---\nA\n",
    "docs/c.sv.md": lambda text: f"---\n{text}\n---\nA\n",
}  # fmt: skip


def make(chance: Random) -> dict[str, bytes]:
    path, write = chance.choice(tuple(_KINDS.items()))
    return {path: write(piece(chance) + hostile(chance, _SIZE)).encode()}


def judge(made: Mapping[str, bytes], told: Counter[str]) -> Iterator[str]:
    yield from judge_folder(made, told)
