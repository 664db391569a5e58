"""The numbers that Word writes by itself: "§ 75", "3.", "a)" are nowhere in the text of the file.

Plain lists are left to the converter. A number of any other kind is written into
the text, because it is what people refer to.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from .formatting import Style, heading_level
from .marks import PRIVATE, number_mark
from .ooxml import W, make, value

BULLETS, NUMBERS = "1", "2"
"""The two lists that the converter is told of."""
_PLAIN = re.compile(r"%[1-9][.)]?")
_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"))
_ROMAN_SMALL = ((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))
_MAX_LEVEL = 8


@dataclass
class Level:
    start: int = 1
    kind: str = "decimal"
    text: str = "%1."


@dataclass
class List:
    """A list definition; lists that share `counters` go on where the other stopped."""

    levels: dict[int, Level]
    counters: dict[int, int]
    restarts: dict[int, int]
    link: str
    """The style in which the list is defined, if not here."""


@dataclass(frozen=True)
class Numbered:
    """A numbered paragraph with the number it shows."""

    paragraph: Any
    level: int
    kind: str
    """`bullet`, `plain` (a number and nothing else) or `other`."""
    number: int
    label: str
    depth: int
    """How deep it stands in the list that people see."""


def write_numbers(root: Any, parts: list[Any], styles: dict[str, Style]) -> None:
    """Leave plain lists as lists and write every other number into its paragraph."""
    lists = _lists(parts, styles)
    for run in _runs(root, lists, styles):
        plain = _is_plain(run)
        for item in run:
            if item.kind == "bullet" or (plain and item.kind == "plain"):
                _keep(item)
            else:
                _write(item)


def _lists(parts: list[Any], styles: dict[str, Style]) -> dict[str, List]:
    shapes: dict[str, tuple[dict[int, Level], dict[int, int]]] = {}
    links: dict[str, str] = {}
    lists: dict[str, List] = {}
    for element in (x for part in parts for x in part.iter(f"{W}abstractNum")):
        name = element.get(f"{W}abstractNumId", "")
        shapes[name] = ({_whole(x.get(f"{W}ilvl"), 0): _level(x) for x in element.iter(f"{W}lvl")}, {})
        links[name] = value(element, "numStyleLink") or ""
    for element in (x for part in parts for x in part.iter(f"{W}num")):
        name = value(element, "abstractNumId") or ""
        levels, counters = shapes.get(name, ({}, {}))
        found = List(dict(levels), counters, {}, links.get(name, ""))
        for override in element.iter(f"{W}lvlOverride"):
            level = _whole(override.get(f"{W}ilvl"), 0)
            if (own := override.find(f"{W}lvl")) is not None:
                found.levels[level] = _level(own)
            if (start := value(override, "startOverride")) is not None:
                found.restarts[level] = _whole(start, 1)
        lists[element.get(f"{W}numId", "")] = found
    for found in lists.values():
        linked = styles.get(found.link, Style()).numbering if found.link else None
        if linked and linked[0] in lists:
            found.levels, found.counters = lists[linked[0]].levels, lists[linked[0]].counters
    return lists


def _whole(text: str | None, otherwise: int) -> int:
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 7 else otherwise


def _level(element: Any) -> Level:
    kind, written = value(element, "numFmt") or "decimal", value(element, "lvlText") or ""
    text = PRIVATE.sub("", written)
    if written and not text:
        kind = "bullet"  # a sign of one font
    return Level(_whole(value(element, "start"), 1), kind, text)


def _runs(root: Any, lists: dict[str, List], styles: dict[str, Style]) -> Iterator[list[Numbered]]:
    """Numbered paragraphs that follow right upon each other."""
    run: list[Numbered] = []
    for paragraph in root.iter(f"{W}p"):
        item = _numbered(paragraph, lists, styles)
        if run and (item is None or run[-1].paragraph.getnext() is not paragraph):
            yield run
            run = []
        if item:
            run.append(item)
    yield run


def _numbered(paragraph: Any, lists: dict[str, List], styles: dict[str, Style]) -> Numbered | None:
    style = styles.get(value(paragraph, "pPr", "pStyle") or "", Style())
    inherited = style.numbering or ("", "0")
    found = lists.get(value(paragraph, "pPr", "numPr", "numId") or inherited[0])
    level = min(_whole(value(paragraph, "pPr", "numPr", "ilvl") or inherited[1], 0), _MAX_LEVEL)
    if found is None or not any(True for _ in paragraph.iter(f"{W}t")):
        return None
    shape = found.levels.get(level, Level(kind="bullet"))
    number = _count(found, level, shape)
    if shape.kind == "bullet":
        heading = heading_level(paragraph, style) > 0
        return Numbered(paragraph, level, "other" if heading else "bullet", 0, "", level + style.depth)
    plain = _PLAIN.fullmatch(shape.text) and shape.kind == "decimal" and not heading_level(paragraph, style)
    kind = "plain" if plain and shape.text.startswith(f"%{level + 1}") else "other"
    return Numbered(paragraph, level, kind, number, _label(found, level, shape), level + style.depth)


def _count(found: List, level: int, shape: Level) -> int:
    for deeper in [one for one in found.counters if one > level]:
        del found.counters[deeper]
    if level in found.restarts:
        found.counters[level] = found.restarts.pop(level) - 1
    found.counters[level] = found.counters.get(level, shape.start - 1) + 1
    return found.counters[level]


def _label(found: List, level: int, shape: Level) -> str:
    def shown(match: re.Match[str]) -> str:
        other = int(match[1]) - 1
        own = found.levels.get(other, shape)
        return in_form(found.counters.get(other, own.start), own.kind)

    return " ".join(re.sub(r"%([1-9])", shown, shape.text).split())


def in_form(number: int, kind: str) -> str:
    """A number as Word shows it: 3, 03, c, C, iii, III."""
    if kind in ("lowerLetter", "upperLetter"):
        letter = chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 % 5 + 1)
        return letter if kind == "lowerLetter" else letter.upper()
    if kind in ("lowerRoman", "upperRoman"):
        roman, rest = "", number % 4000
        for worth, sign in (*_ROMAN, *_ROMAN_SMALL):
            roman += sign * (rest // worth)
            rest %= worth
        return roman if kind == "lowerRoman" else roman.upper()
    if kind == "none":
        return ""
    return f"{number:02}" if kind == "decimalZero" else str(number)


def _is_plain(run: list[Numbered]) -> bool:
    """Whether the numbers go up by one, each level for itself, as a list on a web page does."""
    latest: dict[int, int] = {}
    for item in run:
        for deeper in [one for one in latest if one > item.depth]:
            del latest[deeper]
        if item.kind != "bullet":
            if item.kind == "other" or item.number != latest.get(item.depth, item.number - 1) + 1:
                return False
            latest[item.depth] = item.number
    return True


def _keep(item: Numbered) -> None:
    properties = item.paragraph.find(f"{W}pPr")
    if properties is None:
        properties = make("pPr")
        item.paragraph.insert(0, properties)
    _forget(properties)
    name = BULLETS if item.kind == "bullet" else NUMBERS
    properties.append(make("numPr", make("ilvl", val=str(min(item.depth, 4))), make("numId", val=name)))
    if item.kind == "plain":
        _insert(item.paragraph, number_mark(item.number))


def _write(item: Numbered) -> None:
    if (properties := item.paragraph.find(f"{W}pPr")) is not None:
        _forget(properties)
    if item.label:
        _insert(item.paragraph, f"{item.label} ")


def _forget(properties: Any) -> None:
    for old in properties.findall(f"{W}numPr"):
        properties.remove(old)


def _insert(paragraph: Any, text: str) -> None:
    """Words before the first words, in the same run, so that they look alike."""
    first = next(paragraph.iter(f"{W}t"))
    first.addprevious(make("t", text=text))
