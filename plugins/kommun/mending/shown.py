"""What would change, as people read it: for each file why, and its lines before and after."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator, Sequence

from kommun.identity_codes import find_as_read, without_codes
from kommun.messages import load

from .proposal import Reason, Remark
from .working_copy import WorkingCopy

_CONTEXT = 2
_SEEN = {"\u00a0": "⍽", "\t": "⇥   "}
"""How what cannot be seen is shown on lines that go."""


def shown(copy: WorkingCopy, lang: str) -> Iterator[str]:
    """A block of text for each file and folder that changes, in the order of their names."""
    words = load(lang, "mending")
    for path in sorted(copy.reasons):
        origin = copy.origin(path)
        head = path if origin == path else words["new_file" if not origin else "renamed"].format(old=origin, path=path)
        reasons = (f"  - {sentence(reason, lang)}" for reason in copy.reasons[path])
        yield without_codes("\n".join([head, *reasons, *_difference(copy, origin, path)]))


def sentence(reason: Reason, lang: str) -> str:
    """Why something changes, with the rule that it mends."""
    told = load(lang, "mending")["repairs"][reason.repair]["reasons"][reason.case].format_map(reason.values)
    return f"{told} [{reason.rule}]"


def told(remarks: Sequence[Remark], lang: str) -> str:
    """What was left alone, and why."""
    words = load(lang, "mending")
    rows = [words["remarks"][r.case].format_map({"path": r.path, **r.values}) for r in remarks]
    return without_codes("\n".join([words["left_alone"], *(f"  - {row}" for row in rows)]))


def _difference(copy: WorkingCopy, origin: str, path: str) -> Iterable[str]:
    if path not in copy.texts:
        return
    before, after = copy.originals.get(origin, b""), copy.texts[path]
    if before == after:
        return
    old, new = _lines(before), _lines(after)
    rows = difflib.unified_diff(old, new, origin or "/dev/null", path, n=_CONTEXT, lineterm="")
    for row in rows:
        seen = row
        if row.startswith("-") and not row.startswith("--- "):
            for sign, shape in _SEEN.items():
                seen = seen.replace(sign, shape)
        yield f"    {seen}"


def _lines(raw: bytes) -> list[str]:
    """A file's lines as a terminal can show them: no identity code, no sign that moves the cursor, one kind of end."""
    if not raw or raw.startswith((b"\xff\xfe", b"\xfe\xff")) or b"\x00" in raw[:4096]:
        return []  # nothing of it could be shown
    text = raw.decode("utf-8", "replace").removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    signs = list(text)
    for match in find_as_read(text):
        for at in range(match.start, match.end):
            signs[at] = "\n" if text[at] == "\n" else "*"
    hidden = "".join(sign if sign in "\t\n" or sign.isprintable() or sign == "\u00a0" else "�" for sign in signs)
    return hidden.removesuffix("\n").split("\n")
