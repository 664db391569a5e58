"""Taking single facts out of a document's front matter, with every other line left as it was written."""

from __future__ import annotations

import io
import re
from collections.abc import Iterable
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError
from ruamel.yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from kommun.content.yaml_tree import Path as KeyPath
from kommun.content.yaml_tree import UnreadableYaml, read_tree

_WHOLE = re.compile(
    r"(?P<open>\ufeff?\s*---[ \t]*\n)(?P<yaml>.*?)^(?P<rest>---[ \t]*(?:\n.*)?)\Z", re.DOTALL | re.MULTILINE
)


def values_of(source: str) -> dict[str, Any]:
    """The facts in a file as plain text values; none where it has no front matter that can be read."""
    parts = _WHOLE.match(source)
    try:
        return read_tree(parts["yaml"]).values if parts else {}
    except UnreadableYaml:
        return {}


def text_starts(source: str) -> int:
    """Where the text of a file begins, behind its front matter."""
    parts = _WHOLE.match(source)
    return parts.start("rest") + parts["rest"].find("\n") + 1 if parts and "\n" in parts["rest"] else 0


def without(source: str, places: Iterable[KeyPath]) -> str:
    """The file without the keys and the items at `places`; a list that is left empty goes too.

    The lines are cut out, so that comments and the writing of everything else stay.
    Where facts share lines (`[{…}, {…}]`), the front matter is written anew instead.
    """
    parts = _WHOLE.match(source)
    values = values_of(source)
    wanted = _pruned(values, places)
    if not parts or wanted == values:
        return source
    for attempt in (_cut, _rewritten):
        try:
            new = attempt(parts["yaml"], _whole_lists(values, places))
            if read_tree(new).values == wanted:
                return parts["open"] + new + parts["rest"]
        except (YAMLError, UnreadableYaml, LookupError, TypeError):
            continue
    raise ValueError("front matter that cannot be changed")


def _whole_lists(values: dict[str, Any], places: Iterable[KeyPath]) -> list[KeyPath]:
    """The places, with the list itself behind all of its items where none of them is left."""
    wanted = sorted(set(places), key=str)
    items: dict[str, int] = {}
    for place in wanted:
        if len(place) == 2 and isinstance(values.get(str(place[0])), list):
            items[str(place[0])] = items.get(str(place[0]), 0) + 1
    return [*wanted, *((name,) for name, count in items.items() if count == len(values[name]))]


def _pruned(values: Any, places: Iterable[KeyPath]) -> Any:
    gone = set(_whole_lists(values, places))

    def kept(value: Any, path: KeyPath) -> Any:
        if isinstance(value, dict):
            return {k: kept(v, (*path, k)) for k, v in value.items() if (*path, k) not in gone}
        if isinstance(value, list):
            return [kept(v, (*path, i)) for i, v in enumerate(value) if (*path, i) not in gone]
        return value

    return kept(values, ())


def _cut(yaml: str, places: list[KeyPath]) -> str:
    root = YAML(pure=True).compose(yaml)
    lines = yaml.split("\n")
    gone: set[int] = set()
    for place in places:
        first, last = _lines(root, place, lines)
        gone.update(range(first, last + 1))
    return "\n".join(line for number, line in enumerate(lines) if number not in gone)


def _lines(root: Node, place: KeyPath, lines: list[str]) -> tuple[int, int]:
    """The first and last line of a key with its value, or of an item with its dash."""
    node, first = root, 0
    for part in place:
        if isinstance(node, MappingNode):
            key, node = next(pair for pair in node.value if pair[0].value == part)
            first = key.start_mark.line
        elif isinstance(node, SequenceNode) and not node.flow_style:
            column = node.start_mark.column
            node = node.value[int(part)]
            first = node.start_mark.line
            while lines[first][column : column + 1] != "-":
                first -= 1
        else:
            raise LookupError(place)
    last = max(first, _last_line(node))
    while last > first and not lines[last].strip():
        last -= 1
    return first, last


def _last_line(node: Node) -> int:
    """The last line on which something of a value stands, without the comments that follow it."""
    if isinstance(node, ScalarNode):
        behind = node.style in ("|", ">") or not node.end_mark.column  # it ends where the next line begins
        return max(int(node.end_mark.line) - behind, int(node.start_mark.line))
    if isinstance(node, MappingNode):
        return max((_last_line(part) for pair in node.value for part in pair), default=node.end_mark.line)
    return max((_last_line(part) for part in node.value), default=node.end_mark.line)


def _rewritten(yaml: str, places: list[KeyPath]) -> str:
    round_trip = YAML()
    round_trip.preserve_quotes = True
    round_trip.width = 10_000
    round_trip.indent(mapping=2, sequence=4, offset=2)
    data = round_trip.load(yaml)
    # From the end, so that the numbers before it hold.
    for place in sorted(places, key=_from_the_end):
        holder = data
        for part in place[:-1]:
            holder = holder[part]
        if place[-1] in holder or isinstance(place[-1], int):
            del holder[place[-1]]
    out = io.StringIO()
    round_trip.dump(data, out)
    return out.getvalue()


def _from_the_end(place: KeyPath) -> tuple[int, list[tuple[str, int]]]:
    return -len(place), [("", -part) if isinstance(part, int) else (part, 0) for part in place]
