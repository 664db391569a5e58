"""Single steps that make front matter readable, each for one cause that the strict reader names.

A step gets the lines of a file and the place of the problem, and returns other lines, or None
where what was meant is not plain. Whether all of it reads as meant is asked afterwards.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

from pydantic import BaseModel

from kommun.content.merge import WORDS
from kommun.content.types import MODELS
from kommun.content.yaml_tree import UnreadableYaml, read_tree

from .kinds import model_below
from .spellings import meant

_LINE = re.compile(
    r"(?P<before>\s*(?:-[ \t]+)*)(?P<key>[^\s:\"'#-][^:\"'#]*?)\s*:[ \t\u00a0]+(?P<value>\S.*?)(?P<after>\s*|\s+#\s.*)"
)
_GLUED = re.compile(r"(?P<before>\s*(?:- +)*)(?P<key>[^\s:\"'#-][^\s:\"'#]*):(?=[^\s:/])")
_INNER_KEY = re.compile(r"(?<!\S)(?P<key>[^\s:]+):(?=\s)")
_STRUCTURE = re.compile(r"[ \t\u00a0]*(?:-[ \t\u00a0]+)*(?:[^\s:\"'#-][^:\"'#\t]*?[ \t\u00a0]*:(?:[ \t\u00a0]+|$))?")
_ALMOST_RULE = re.compile(r"[-‐-―−]{1,6}\s*|\.\.\.\s*")
_CURLY = "“”„‟‘’‚‛»«"
_OPENS, _CLOSES = f"\"'{_CURLY}", f"\"'{_CURLY}"
FREE_WORDS = {path[-1] for path in WORDS} | {"time", "number", "name", "deputy", "legal_basis"}
"""The keys whose value is any words at all, so that what stands on the line is what was meant."""
Lines = list[str]


def quoted(lines: Lines, at: int) -> Lines | None:
    """Quotes around a value whose own signs mean something else: a colon, a star, quotes of another kind."""
    found = _LINE.fullmatch(lines[at])
    if found is None or right_key(found["key"]) not in FREE_WORDS or " #" in found["value"]:
        return None
    value = _bare(found["value"])
    if not value or any(key["key"] in _all_keys() for key in _INNER_KEY.finditer(value)):
        return None  # two facts on one line
    line = lines[at][: found.start("value")] + in_quotes(value) + found["after"].rstrip()
    return [*lines[:at], line, *lines[at + 1 :]]


def value_on(line: str) -> str:
    """The words that `quoted` puts in quotes."""
    found = _LINE.fullmatch(line)
    return _bare(found["value"]) if found else ""


def in_quotes(value: str) -> str:
    """A text that the strict reader reads as itself."""
    if '"' not in value and "\\" not in value:
        return f'"{value}"'
    return "'{}'".format(value.replace("'", "''"))


def _bare(value: str) -> str:
    """A value without the pair of quotes around it, as word processors make them; other quotes belong to the text."""
    inner = value[1:-1].strip()
    pair = len(value) > 2 and value[0] in _OPENS and value[-1] in _CLOSES and value[0] + value[-1] not in ('""', "''")
    if pair and not any(sign in inner for sign in f'"{_CURLY}'.replace("’", "")):
        return inner
    opened = value[0] in "\"'" and value.count(value[0]) == 1
    return value[1:].strip() if opened else value


def spaced(lines: Lines, at: int) -> Lines | None:
    """A space behind the colon of a known key."""
    for number in range(at, len(lines)):
        found = _GLUED.match(lines[number])
        if found and right_key(found["key"]):
            line = f"{lines[number][: found.end()]} {lines[number][found.end() :]}"
            return [*lines[:number], line, *lines[number + 1 :]]
        if lines[number].rstrip() == "---":
            return None
    return None


def plain_spaces(lines: Lines, at: int) -> Lines | None:
    """Tabs and hard spaces where YAML wants plain ones: before a key, around its colon, behind a dash."""
    for number in (at, at - 1, at + 1):
        if 0 < number < len(lines) and (new := _plainly_spaced(lines[number])) != lines[number]:
            return [*lines[:number], new, *lines[number + 1 :]]
    return None


def _plainly_spaced(line: str) -> str:
    found = _STRUCTURE.match(line)
    head = line[: found.end()] if found else ""
    indent = head[: len(head) - len(head.lstrip("\t \u00a0"))]
    rest = re.sub(r"[\t\u00a0]+", " ", head[len(indent) :])
    return indent.replace("\t", "  ").replace("\u00a0", " ") + rest + line[len(head) :]


def without_empty_start(lines: Lines, at: int) -> Lines | None:
    """The front matter on the first line of the file."""
    return lines[at:] if at and not any(line.strip() for line in lines[:at]) else None


def closed(lines: Lines, at: int) -> Lines | None:
    """The closing line, where an empty line ends the facts or something almost like three hyphens stands."""
    for number in range(at + 1, len(lines)):
        almost = bool(_ALMOST_RULE.fullmatch(lines[number]))
        if almost or not lines[number].strip():
            head, rest = lines[at + 1 : number], lines[number + almost :]
            if not _are_facts(head) or _goes_on(rest):
                return None
            return [*lines[: at + 1], *head, "---", *rest]
    return None


def _are_facts(head: Lines) -> bool:
    try:
        values = read_tree("\n".join(head)).values
    except UnreadableYaml:
        return False
    return bool(values) and all(right_key(key) for key in values)


def _goes_on(rest: Lines) -> bool:
    """Whether what follows looks like more facts."""
    first = next((line for line in rest if line.strip()), "")
    found = re.match(r"\s*-? *(?P<key>[^\s:]+):(?:\s|$)", first)
    return found is not None and bool(right_key(found["key"]))


@cache
def right_key(written: str) -> str:
    """The key that is certainly meant, of any type of document and at any depth."""
    known = _all_keys()
    return written if written in known else meant(written.strip(), known, "key-names")


@cache
def _all_keys() -> frozenset[str]:
    found: set[str] = set()
    models: list[type[BaseModel]] = list(MODELS.values())
    while models:
        model = models.pop()
        found |= set(model.model_fields)
        models += [below for name in model.model_fields if (below := model_below(model, name))]
    return frozenset(found)


STEPS: dict[str, tuple[Callable[[Lines, int], Lines | None], ...]] = {
    "colon": (quoted,),
    "after-quote": (quoted,),
    "quote": (quoted,),
    "sign": (quoted,),
    "no-space": (spaced,),
    "tab": (plain_spaces,),
    "not-first": (without_empty_start,),
    "not-closed": (closed,),
}
"""The steps for each cause; hard spaces make the reader name almost any."""
