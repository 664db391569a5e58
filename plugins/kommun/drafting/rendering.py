"""A draft as the texts of its files."""

from __future__ import annotations

import posixpath

from .drafts import Draft, Version
from .front_matter import FrontMatter, comment, scalar
from .situation import Situation
from .slugs import stem_of


def rendered(draft: Draft, situation: Situation, as_finished: bool = False) -> dict[str, str]:
    """The files by path. `as_finished` shows them as they will be once nothing is missing, for the rules to try."""
    main, *others = draft.versions
    stem = stem_of(draft.key)
    held_back = "published" if draft.unfinished and not as_finished else ""
    files = {f"{stem}.{main.lang}.md": _main_file(draft, main, held_back, situation)}
    name = posixpath.basename(f"{stem}.{main.lang}.md")
    for version in others:
        files[f"{stem}.{version.lang}.md"] = _other_file(draft, version, name, situation)
    return files


def _main_file(draft: Draft, version: Version, held_back: str, situation: Situation) -> str:
    words = situation.words["comments"]
    lines = FrontMatter(situation).lines(draft.model, draft.order, version.values, held_back)
    return _file([*comment(words["about"]), *lines], version, situation)


def _other_file(draft: Draft, version: Version, main: str, situation: Situation) -> str:
    words = situation.words["comments"]
    lines = comment(words["inherits"].format(file=main))
    front = FrontMatter(situation)
    for key, value in version.values.items():
        assert isinstance(value, str)  # words in translation
        lines += [*front.explained(draft.model, key), f"{key}: {scalar(value, key)}"]
    return _file(lines, version, situation)


def _file(lines: list[str], version: Version, situation: Situation) -> str:
    if not version.text:
        lines = [*lines, *comment(situation.words["comments"]["write_below"])]
    text = f"\n{version.text}\n" if version.text else ""
    return "\n".join(["---", *lines, "---", text])
