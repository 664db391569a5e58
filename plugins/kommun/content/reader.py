"""Every content file becomes a typed document, or a problem that says why not."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, get_args

from pydantic import BaseModel, ValidationError

from kommun.finding import Problem

from .fields import Common
from .markdown import Text
from .types import MODELS
from .yaml_tree import Path, StrictYaml, Tree, UnreadableYaml

MAX_TEXT_BYTES = 5_000_000
MAX_SHOWN = 60
"""Characters of an editor's value that a message repeats."""
_KEY = re.compile(r"[a-z_]+[ \t]*:")


@dataclass
class Source:
    """A content file taken apart, before its type is known."""

    path: str
    tree: Tree = field(default_factory=Tree)
    head: str = ""
    """The front matter as it is written, comments included."""
    head_line: int = 1
    text: str = ""
    text_line: int = 1
    plain: bool = False
    problems: list[tuple[str, Problem]] = field(default_factory=list)

    @property
    def unreadable(self) -> bool:
        return bool(self.problems)

    def to_problem(self, rule: str, case: str, line: int = 1, column: int = 1, **values: Any) -> None:
        self.problems.append((rule, Problem(self.path, case, line, column, values)))


def read_source(path: str, raw: bytes) -> Source:
    """Front matter and text of a content file. Nothing raises; what is wrong is in `problems`."""
    source = Source(path)
    rule = "front-matter-readable"
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")) or b"\x00" in raw[:4096]:
        source.to_problem(rule, "utf-16")
        return source
    try:
        content = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        source.to_problem(rule, "not-utf-8", raw.count(b"\n", 0, error.start) + 1)
        return source
    if content.startswith("\ufeff"):
        source.to_problem(rule, "bom")
        content = content.removeprefix("\ufeff")
    content_lf = content.replace("\r\n", "\n").replace("\r", "\n")
    if content_lf != content:
        source.to_problem(rule, "windows-lines", 1)
    if not content_lf.strip():
        source.to_problem(rule, "empty")
        return source
    _split(source, content_lf)
    return source


def _split(source: Source, content: str) -> None:
    handler = StrictYaml()
    before = content[: len(content) - len(content.lstrip())]
    first, _, rest = content[len(before) :].partition("\n")
    # A page may start with a line across; after empty lines only what looks like a key makes front matter of it.
    if first.rstrip() != "---" or (before and not _KEY.match(rest)):
        source.plain = True
        source.text = content
        return
    line = before.count("\n") + 1
    if before:
        source.to_problem("front-matter-readable", "not-first", line)
    end = handler.FM_BOUNDARY.search(rest)
    if end is None:
        source.to_problem("front-matter-readable", "not-closed", line)
        return
    source.text = rest[end.end() :].removeprefix("\n")
    source.text_line = line + rest.count("\n", 0, end.end()) + 2
    source.head, source.head_line = rest[: end.start()], line + 1
    try:
        source.tree = handler.load(rest[: end.start()], first_line=line + 1)
    except UnreadableYaml as error:
        place = error.place
        source.to_problem("front-matter-readable", error.cause, place.line, place.column, **error.values_for_words)


def build_facts(source: Source, type_name: str, values: dict[str, Any]) -> tuple[Common, list[tuple[str, Problem]]]:
    """The typed facts, and a problem for each key that had to be left out of them."""
    model = MODELS[type_name]
    left = {key: value for key, value in values.items() if value is not None}
    problems: list[tuple[str, Problem]] = []
    for _ in range(40):
        try:
            return model.model_validate(left), problems
        except ValidationError as error:
            found = {tuple(detail["loc"]): dict(detail) for detail in reversed(error.errors(include_url=False))}
            new = [_problem(source, model, where, detail) for where, detail in reversed(found.items())]
            # A misspelt key is also one that is missing: its guess says so.
            guessed = {(*p.values["where"][:-1], p.values["guess"]) for _, p in new if p.values.get("guess")}
            problems += [(r, p) for r, p in new if p.case != "missing" or p.values["where"] not in guessed]
            left = _without(left, set(found))
    raise AssertionError("front matter that never becomes valid")


def _without(values: dict[str, Any], paths: set[Path]) -> dict[str, Any]:
    """The values less the offending keys; a broken item of a list takes its item with it."""
    out = dict(values)
    for path in paths:
        if len(path) > 2 and isinstance(path[1], int) and isinstance(out.get(str(path[0])), list):
            index = path[1]
            out[str(path[0])] = [None if i == index else v for i, v in enumerate(out[str(path[0])])]
        elif len(path) == 2 and isinstance(out.get(str(path[0])), dict) and path[1] in out[str(path[0])]:
            out[str(path[0])] = {k: v for k, v in out[str(path[0])].items() if k != path[1]}
            if not out[str(path[0])]:
                out.pop(str(path[0]))
        else:
            out.pop(str(path[0]), None)
    cleaned = {k: [x for x in v if x is not None] if isinstance(v, list) else v for k, v in out.items()}
    return cleaned if cleaned != values else {}


def _problem(source: Source, model: type[BaseModel], where: Path, detail: dict[str, Any]) -> tuple[str, Problem]:
    kind = str(detail["type"])
    key = ".".join(str(part) for part in where if isinstance(part, str))
    name = str(where[-1]) if where else ""
    place = source.tree.value_places.get(where)
    written = detail.get("input")
    values: dict[str, Any] = {"key": key, "name": _shown(name), "value": _shown(written), "where": where}
    if kind == "extra_forbidden":
        place = source.tree.places.get(where)
        known = list(_model_at(model, where[:-1]).model_fields)
        guess = difflib.get_close_matches(name, known, n=1, cutoff=0.6)
        rule, case = "known-key", "guess" if guess else "unknown"
        values |= {"key": _shown(name), "guess": guess[0] if guess else "", "known": ", ".join(known)}
    elif kind == "missing":
        rule, case = "valid-value", "missing"
    elif kind in ("enum", "literal_error"):
        rule, case = "valid-value", "choice"
        choices = _choices(model, where)
        guess = difflib.get_close_matches(str(written), choices, n=1, cutoff=0.6)
        values |= {"choices": ", ".join(choices), "guess": guess[0] if guess else ""}
        case = "choice-guess" if guess else "choice"
    elif kind in ("date", "text", "truth", "number", "email", "sections"):
        rule, case = "valid-value", kind
        guess = detail.get("ctx", {}).get("guess")
        if guess:
            case, values["guess"] = "date-guess", guess
    else:
        rule, case = "valid-value", "shape"
    if rule == "valid-value" and where == ("title",):
        rule, case = "title-present", "empty"
    if place is None:
        up = where
        while up and up not in source.tree.places:
            up = up[:-1]
        place = source.tree.places.get(up)
    line, column = (place.line, place.column) if place else (1, 1)
    return rule, Problem(source.path, case, line, column, values)


def _shown(written: Any) -> str:
    """An editor's value as a message repeats it: on one line and not too long."""
    text = " ".join(str(written).split()) if isinstance(written, str | int | float) else ""
    return text if len(text) <= MAX_SHOWN else text[: MAX_SHOWN - 1] + "…"


def _fields_of(annotation: Any) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for part in get_args(annotation):
        yield from _fields_of(part)


def _model_at(model: type[BaseModel], where: Path) -> type[BaseModel]:
    here = model
    for part in where:
        if isinstance(part, str) and part in here.model_fields:
            here = next(_fields_of(here.model_fields[part].annotation), here)
    return here


def _choices(model: type[BaseModel], where: Path) -> list[str]:
    owner = _model_at(model, where[:-1])
    info = owner.model_fields.get(str(where[-1]))
    found: list[str] = []

    def walk(annotation: Any) -> None:
        if isinstance(annotation, type) and hasattr(annotation, "__members__"):
            found.extend(str(member.value) for member in annotation)  # type: ignore[attr-defined]
        for part in get_args(annotation):
            walk(part)

    walk(info.annotation if info else None)
    return found


__all__ = ["MAX_TEXT_BYTES", "Source", "Text", "build_facts", "read_source"]
