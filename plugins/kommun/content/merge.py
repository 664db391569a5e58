"""One fact in one place: the other language inherits what the main language says.

Words may be translated (a title, a place, opening hours); a fact may not differ.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from kommun.finding import Problem

from .names import Told
from .reader import Source
from .yaml_tree import Path

WORDS = {
    ("title",),
    ("head",),
    ("place",),
    ("contact",),
    ("period_reason",),
    ("supersedes_note",),
    ("publication_decision",),
    ("contact", "hours"),
    ("contact", "address"),
    ("viewing", "place"),
    ("attachments", "*", "title"),
    ("forms", "*", "title"),
    ("links", "*", "title"),
    ("members", "*", "role"),
    *(("social", "*", k) for k in ("name", "purpose", "goal", "content", "audience", "responsible")),
    *(("social", "*", k) for k in ("resources", "marketing")),
    ("appeal", "*", "reason"),
}


def inherit(main: Any, own: Any, path: Path = ()) -> tuple[Any, list[Path]]:
    """`own` filled up from `main`, and the places where it repeats a fact with another value."""
    if own is None:
        return main, []
    if isinstance(main, dict) and isinstance(own, dict):
        merged: dict[str, Any] = dict(main)
        clashes: list[Path] = []
        for key, value in own.items():
            if key in main:
                merged[key], found = inherit(main[key], value, (*path, key))
            else:
                words = isinstance(value, str) and _is_words((*path, key))
                merged[key], found = value, [] if words else [(*path, key)]
            clashes += found
        return merged, clashes
    if isinstance(main, list) and isinstance(own, list) and len(main) == len(own):
        pairs = [inherit(m, o, (*path, i)) for i, (m, o) in enumerate(zip(main, own, strict=True))]
        return [value for value, _ in pairs], [clash for _, found in pairs for clash in found]
    if main == own or (isinstance(own, str) and _is_words(path)):
        return own, []
    return main, [path]


def words_in(values: Any, path: Path = ()) -> Any:
    """The part of `values` that is words, which a translation follows."""
    if isinstance(values, dict):
        return {key: found for key, value in values.items() if (found := words_in(value, (*path, key)))}
    if isinstance(values, list):
        return [words_in(value, (*path, number)) for number, value in enumerate(values)]
    return values if isinstance(values, str) and _is_words(path) else None


def _is_words(path: Path) -> bool:
    return tuple("*" if isinstance(part, int) else part for part in path) in WORDS


def own_problems_of(source: Source, own: list[Told], main: list[Told]) -> list[Told]:
    """The problems of the other language's file that are its own and not the main language's."""
    told = {(rule, problem.case, problem.values["where"]) for rule, problem in main}
    places = source.tree.places
    return [
        (rule, problem)
        for rule, problem in own
        if (where := problem.values["where"]) in places
        or (where[:-1] in places and (rule, problem.case, where) not in told)
    ]


def clash_problems(main: Source, source: Source, clashes: Iterable[Path], told: list[Told]) -> Iterator[Told]:
    """Facts with another value than in the main language; a key that does not exist is told already."""
    misspelt = {problem.values["where"] for _, problem in told}
    for clash in clashes:
        if clash in misspelt:
            continue
        place = source.tree.value_places.get(clash) or source.tree.places[clash[:1]]
        case = "differs" if clash in main.tree.places else "only-here"
        values = {"key": ".".join(str(part) for part in clash if isinstance(part, str)), "main": main.path}
        yield "one-fact-one-place", Problem(source.path, case, place.line, place.column, values)
