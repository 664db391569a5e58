"""What the styles of a document mean: each paragraph's heading level, and which words are bold, hidden or capitals.

The converter sees only what stands in the text itself. Headings in Word get their
look from styles with names of the writer's own, so the meaning is written into the
text here, in the few words that the converter is told to know.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from .marks import Losses, marks_in
from .ooxml import W, make, replace, switched_on, text_of, value

HEADING_STYLE = "KommunHeading"
_HEADING_NAME = re.compile(r"(?:heading|rubrik|otsikko) ?([1-9])", re.IGNORECASE)
_CONTENTS_NAME = re.compile(r"toc \d|(?:innehåll|sisluet) ?\d|table of figures", re.IGNORECASE)
_LIST_NAME = re.compile(r"list (?:bullet|number) ([2-5])", re.IGNORECASE)
_MAX_CHAIN = 20
"""Styles that a style may be based on, one on another; a circle ends too."""


@dataclass(frozen=True)
class Style:
    """What a style says, together with the styles it is based on."""

    level: int = 0
    contents: bool = False
    bold: bool | None = None
    hidden: bool | None = None
    capitals: bool | None = None
    numbering: tuple[str, str] | None = None
    """Number and level of the list it belongs to."""
    depth: int = 0
    """Steps that a list of a style of its own stands within another: "List Bullet 2" is at 1."""


def read_styles(parts: list[Any]) -> dict[str, Style]:
    """The styles of a document by their id; the default paragraph style is also ''."""
    elements = {style.get(f"{W}styleId", ""): style for part in parts for style in part.iter(f"{W}style")}
    styles = {name: _style(elements, name) for name in elements}
    for name, element in elements.items():
        if element.get(f"{W}type") == "paragraph" and element.get(f"{W}default") in ("1", "true"):
            styles[""] = styles[name]
    return styles


def _style(elements: dict[str, Any], name: str) -> Style:
    """The nearest thing said in the chain of styles."""
    found: dict[str, Any] = {}
    for _ in range(_MAX_CHAIN):
        element = elements.get(name)
        if element is None:
            break
        for key, said in _said(element).items():
            found.setdefault(key, said)
        name = value(element, "basedOn") or ""
    return Style(**found)


def _said(element: Any) -> dict[str, Any]:
    written = value(element, "name") or ""
    said: dict[str, Any] = {}
    if match := _HEADING_NAME.fullmatch(written):
        said["level"] = int(match[1])
    elif written.lower() in ("title", "rubrik", "otsikko"):
        said["level"] = 1
    elif (outline := value(element, "pPr", "outlineLvl") or "").isdigit() and int(outline) < 9:
        said["level"] = int(outline) + 1
    if match := _LIST_NAME.fullmatch(written):
        said["depth"] = int(match[1]) - 1
    if _CONTENTS_NAME.fullmatch(written):
        said["contents"] = True
    properties = element.find(f"{W}rPr")
    for key, tag in (("bold", "b"), ("hidden", "vanish"), ("capitals", "caps")):
        if (on := switched_on(properties, tag)) is not None:
            said[key] = on
    if (number := value(element, "pPr", "numPr", "numId")) is not None:
        said["numbering"] = (number, value(element, "pPr", "numPr", "ilvl") or "0")
    return said


def write_meaning(root: Any, styles: dict[str, Style], losses: Losses) -> None:
    """Write what the styles mean into the text, and take out tables of contents and hidden words."""
    for paragraph in list(root.iter(f"{W}p")):
        style = styles.get(value(paragraph, "pPr", "pStyle") or "", Style())
        if style.contents:
            _drop_contents(paragraph, losses)
            continue
        _write_level(paragraph, heading_level(paragraph, style))
        for run in list(paragraph.iter(f"{W}r")):
            if run.getparent() is not None:
                _write_run(run, style, styles.get(value(run, "rPr", "rStyle") or "-", Style()), losses)


def _drop_contents(paragraph: Any, losses: Losses) -> None:
    """A line of a table of contents; the first leaves the mark of them all."""
    before = paragraph.getprevious()
    marks = () if before is None else marks_in(text_of(before))
    told = any(losses.found[number].kind == "contents" for number in marks)
    if told:
        replace(paragraph, None)
    else:
        replace(paragraph, make("p", make("r", make("t", text=losses.mark("contents")))))


def heading_level(paragraph: Any, style: Style) -> int:
    """The level of a heading from 1, 0 for other paragraphs."""
    outline = value(paragraph, "pPr", "outlineLvl") or ""
    return int(outline) + 1 if outline.isdigit() and int(outline) < 9 else style.level


def _write_level(paragraph: Any, level: int) -> None:
    properties = paragraph.find(f"{W}pPr")
    if properties is None:
        if not level:
            return
        properties = make("pPr")
        paragraph.insert(0, properties)
    if (old := properties.find(f"{W}pStyle")) is not None:
        properties.remove(old)
    if level:
        properties.insert(0, make("pStyle", val=f"{HEADING_STYLE}{min(level, 6)}"))


def _write_run(run: Any, paragraph: Style, character: Style, losses: Losses) -> None:
    properties = run.find(f"{W}rPr")

    def is_on(tag: str, name: str) -> bool:
        said = (switched_on(properties, tag), getattr(character, name), getattr(paragraph, name))
        return next((on for on in said if on is not None), False)

    words = text_of(run)
    if words and is_on("vanish", "hidden"):
        replace(run, make("r", make("t", text=losses.mark("hidden", words))))
        return
    wanted = [tag for tag, name in (("b", "bold"), ("caps", "capitals")) if is_on(tag, name)]
    if properties is None:
        properties = make("rPr")
        run.insert(0, properties)
    for old in properties.findall(f"{W}b") + properties.findall(f"{W}caps"):
        properties.remove(old)
    properties.extend(make(tag) for tag in wanted)
