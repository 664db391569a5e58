"""Names of files and folders from titles, and whether something stands there already."""

from __future__ import annotations

from kommun.content.addresses import generated_keys
from kommun.content.files import proposed_name
from kommun.content.library import Library
from kommun.messages import words_of_rule

from .questions import Told
from .situation import Situation

LONGEST = 60
"""Characters: part of an address that is read aloud and printed."""


def slug_of(title: str) -> str:
    """`Läs av vattenmätaren!` → `las-av-vattenmataren`, cut between words where it is long."""
    name = proposed_name(title.replace(".", "-"))
    if len(name) <= LONGEST:
        return name
    cut = name[: LONGEST + 1].rpartition("-")[0]
    return cut if len(cut) > LONGEST // 3 else name[:LONGEST].rstrip("-")


def free_slug(title: str, folder: str, ending: str, situation: Situation) -> str:
    """The name of a title, with a number after it where the name is taken: `folder/slug+ending` is the key."""
    name = slug_of(title)
    proposals = (name, *(f"{name}-{number}" for number in range(2, 1000)))
    return next((one for one in proposals if not taken(f"{folder}/{one}{ending}", situation)), name)


def taken(key: str, situation: Situation) -> bool:
    """Whether a document, a generated page or any file stands where a new one would."""
    library = situation.library
    base = key.removesuffix("/index")
    return bool({key, base, f"{base}/index"} & _standing(library)) or any(
        (library.root / path).exists() or (library.root / path).is_symlink() for path in paths(key, situation)
    )


def paths(key: str, situation: Situation) -> tuple[str, ...]:
    """The files of a document in all languages."""
    stem = stem_of(key)
    return tuple(f"{stem}.{lang}.md" for lang in situation.settings.locales)


def stem_of(key: str) -> str:
    return key if key.startswith(("units/", "meetings/")) else f"docs/{key}"


def _standing(library: Library) -> set[str]:
    return {*library.entries, *library.unread.values(), *generated_keys(library.settings)}


def wrong_slug(slug: str, lang: str) -> Told | None:
    """What the rule on names says, with the name it would propose."""
    proposal = slug_of(slug)
    if slug == proposal:
        return None
    words = words_of_rule("file-name", lang).cases["characters"]
    values = {"name": slug, "proposal": proposal}
    return Told(words.message.format(**values), words.help.format(**values), "file-name")
