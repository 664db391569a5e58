"""Content files as editors might leave them: real ones with lines moved, keys misspelt, signs lost and encodings mixed."""

from __future__ import annotations

import re
from functools import cache
from random import Random

from kommun.content.types import MODELS
from kommun.rules import rules
from kommun.rules.cases import cases
from tests.build.town import PROJECT
from tests.leaks.in_text import LEAKS
from tests.leaks.persons import PUBLISHED

from .bytes import changed
from .texts import PIECES, piece, text

PATHS = (
    "docs/a.sv.md", "docs/a.fi.md", "docs/a.md", "docs/index.sv.md", "docs/a/index.sv.md", "docs/kungorelser/a.sv.md", "docs/kungorelser/a.fi.md",
    "docs/kungorelser/index.sv.md", "docs/aktuellt/a.sv.md", "docs/aktuellt/a.fi.md", "docs/meddelanden/a.sv.md", "docs/meddelanden/a.fi.md",
    "units/kansli/index.sv.md", "units/kansli/index.fi.md", "units/kansli/a.sv.md", "units/b/index.sv.md", "units/b/index.fi.md", "units/a.sv.md",
    "meetings/namnden/index.sv.md", "meetings/namnden/index.fi.md", "meetings/b/index.sv.md", "meetings/namnden/a.sv.md",
    "meetings/namnden/2026-11-02/agenda.sv.md", "meetings/namnden/2026-11-02/agenda.fi.md", "meetings/namnden/2026-11-02/minutes.sv.md",
    "meetings/namnden/2026-11-02/minutes.fi.md", "meetings/namnden/2026-11-02-2/minutes.sv.md", "meetings/namnden/2026-13-02/minutes.sv.md",
    "meetings/namnden/2026-11-02/a/minutes.sv.md", "meetings/namnden/2026-11-02/other.sv.md", "docs/A.sv.md", "docs/å ä.sv.md", "docs/a.xx.md",
    "docs/a.sv.sv.md", "docs/a..md", "docs/.sv.md", "docs/{a}.sv.md", "docs/a.sv.md/a.fi.md", "docs/131052-308t.sv.md", "docs/a\n.sv.md", "docs/%41.sv.md",
    "docs/b.csv", "docs/b.fi.csv", "docs/a\u0308.sv.md", "units/units/index.sv.md", "docs/fi/a.sv.md", "docs/sociala-medier.sv.md", "docs/sok/index.sv.md",
)  # fmt: skip
VALUES = (
    "", "~", "null", "[]", "{}", "[", "{", "- a", "true", "nej", "0", "-1", "9" * 30, "1e400", "2026-11-24", "2026-02-30", "24.11.2026", "9999-12-31", "0001-01-01",
    "'", '"', '"a', "'a'b", "&a b", "*a", "!!python/object:a b", "|", ">", "|\n  a", ">-\n  b", "? a", "a: b: c", "{a: {b: {c: {d: []}}}}", "@a", "`a`", "%a", "a #b",
    "../../a", "/etc/passwd", "a.csv", "C:\\a", "a@b.example", "https://www.facebook.com/a", "http://[", "https://a.example:99999999", "//", "javascript:a",
    "120-125, 131", "5-1", "1-999999", "§ 1", "1,", "-", "٣", "council", "board", "minutes", "unit", "kansli", "building", "confidential", "side_material", "none",
    "reconsideration", "administrative_appeal", "{date: 2026-11-02, place: a}", "[{file: a.csv, title: b}]", "[{sections: 1, remedy: none}]", "[a, [b]]",
    "[" * 20, "{a: " * 14, PUBLISHED[0], "{personuppgift: A}", "\u2028", "\x85", "\x01", "\t",
)  # fmt: skip
_KEY = re.compile(r"^(\s*(?:- )?)([a-z_]+)(:.*)$")


@cache
def keys() -> tuple[str, ...]:
    """Every key that some type has, at any depth."""
    found: dict[str, None] = {}
    for model in MODELS.values():
        schema = model.model_json_schema()
        for part in (schema, *schema.get("$defs", {}).values()):
            found |= dict.fromkeys(part.get("properties", ()))
    return (*found, "expire", "Title", "typ", "a b", "?", "<<", "1", "titel")


_FOLDERS = {"kungorelser": "notice", "aktuellt": "news", "meddelanden": "alert"}
_TYPE = re.compile(r"^type: *([a-z]+)", re.MULTILINE)


def type_of(path: str) -> str:
    """The type of document that belongs at a place."""
    name, parts = path.rpartition("/")[2].partition(".")[0], path.split("/")
    if name in ("agenda", "minutes"):
        return name
    if parts[0] in ("units", "meetings"):
        return {"units": "unit", "meetings": "body"}[parts[0]]
    return _FOLDERS.get(parts[1], "page")


@cache
def seeds(kind: str = "") -> tuple[str, ...]:
    """The texts of the site itself, of the rules' cases, and of the planted leaks; of one type, where that is told."""
    if kind:
        return tuple(one for one in seeds() if (said := _TYPE.search(one)) and said[1] == kind)
    site = [
        file.read_text(encoding="utf-8")
        for folder in ("docs", "units", "meetings")
        for file in sorted((PROJECT / folder).rglob("*.md"))
    ]
    shown = [
        content
        for rule in rules()
        for case in cases(rule)
        for content in case.files.values()
        if isinstance(content, str)
    ]
    leaks = [made for kind in LEAKS.values() for write in kind.values() if isinstance(made := write(PUBLISHED[0]), str)]
    return tuple(dict.fromkeys(one for one in (*site, *shown, *leaks) if len(one) < 8_000))


def content_file(chance: Random, path: str) -> bytes:
    if chance.random() < 0.1:
        written = f"---\n{_front_matter(chance)}---\n{text(chance)}"
    else:
        written = chance.choice(seeds(type_of(path) if chance.random() < 0.8 else ""))
        for _ in range(chance.randrange(1, 6)):
            written = chance.choice(_CHANGES)(chance, written)
    return _encoded(chance, written)


def _front_matter(chance: Random) -> str:
    rows = [f"{chance.choice(keys())}: {chance.choice(VALUES)}\n" for _ in range(chance.randrange(8))]
    return f"type: {chance.choice(tuple(MODELS))}\ntitle: A\n" + "".join(rows)


def _lines(chance: Random, written: str) -> str:
    """A line lost, doubled, moved or indented."""
    lines = written.split("\n")
    at, other = chance.randrange(len(lines)), chance.randrange(len(lines))
    kind = chance.randrange(5)
    if kind == 0:
        del lines[at]
    elif kind == 1:
        lines.insert(other, lines[at])
    elif kind == 2:
        lines[at], lines[other] = lines[other], lines[at]
    elif kind == 3:
        lines[at] = chance.choice((" ", "  ", "\t", "- ")) + lines[at]
    else:
        lines[at] = lines[at].lstrip()
    return "\n".join(lines)


def _value(chance: Random, written: str) -> str:
    """Another value for a key, or another key for a value."""
    lines = written.split("\n")
    places = [number for number, line in enumerate(lines[:60]) if _KEY.match(line)]
    if not places:
        return written
    at = chance.choice(places)
    found = _KEY.match(lines[at])
    before, key, rest = found.groups() if found else ("", "", "")
    if chance.random() < 0.6:
        lines[at] = f"{before}{key}: {chance.choice(VALUES)}"
    elif chance.random() < 0.5:
        lines[at] = f"{before}{chance.choice(keys())}{rest}"
    else:
        lines.insert(at, f"{before}{chance.choice(keys())}: {chance.choice(VALUES)}")
    return "\n".join(lines)


def _inserted(chance: Random, written: str) -> str:
    at = chance.randrange(len(written) + 1)
    return written[:at] + piece(chance) + written[at:]


def _cut(chance: Random, written: str) -> str:
    start = chance.randrange(len(written) + 1)
    end = min(len(written), start + chance.randrange(40))
    return written[:start] + written[end:]


def _replaced(chance: Random, written: str) -> str:
    """Everywhere the same sign, or one of our words, becomes another."""
    old = chance.choice(PIECES if chance.random() < 0.5 else tuple(written[:400]) or ("a",))
    return written.replace(old, chance.choice(PIECES), chance.choice((1, -1)))


def _spliced(chance: Random, written: str) -> str:
    other = chance.choice(seeds())
    return written[: chance.randrange(len(written) + 1)] + other[chance.randrange(len(other) + 1) :]


_CHANGES = (_lines, _lines, _value, _value, _value, _inserted, _inserted, _cut, _replaced, _spliced)


def _encoded(chance: Random, written: str) -> bytes:
    kind = chance.randrange(24)
    if kind == 0:
        return written.encode("utf-8-sig")
    if kind == 1:
        return written.replace("\n", chance.choice(("\r\n", "\r"))).encode()
    if kind == 2:
        return written.encode(chance.choice(("utf-16", "latin-1", "cp1252")), "replace")
    if kind == 3:
        return changed(chance, written.encode())
    return written.encode()
