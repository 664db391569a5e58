"""A change to an editor's text, with what is lost by it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from typing import NamedTuple


class Loss(NamedTuple):
    """Something that readers would not see as its editor wrote it."""

    offset: int
    """Where it stands in the text."""
    kind: str
    """A case of the rule `html-allowed`."""
    name: str
    """The element, the attribute or the scheme: never what it holds."""


class Change(NamedTuple):
    """What stands between two places becomes `new`. Without losses, readers see no difference."""

    start: int
    end: int
    new: str
    losses: tuple[Loss, ...] = ()


class Changed(NamedTuple):
    """A text after changes, and the way back from its places to those before."""

    text: str
    losses: tuple[Loss, ...]
    starts: tuple[int, ...]
    """Where each piece begins in the new text …"""
    origins: tuple[int, ...]
    """… and where it comes from; what is new comes from the place of its change."""
    kept: tuple[bool, ...]

    def origin(self, at: int) -> int:
        number = bisect_right(self.starts, at) - 1
        if number < 0:
            return at
        return self.origins[number] + (at - self.starts[number] if self.kept[number] else 0)


def apply(text: str, changes: Iterable[Change]) -> Changed:
    """Make the changes in order; one that begins inside an earlier one is left for the next time."""
    out: list[str] = []
    losses: list[Loss] = []
    pieces: list[tuple[int, int, bool]] = []
    at = length = 0

    def add(piece: str, origin: int, kept: bool) -> None:
        nonlocal length
        if piece:
            out.append(piece)
            pieces.append((length, origin, kept))
            length += len(piece)

    for change in sorted(changes, key=lambda c: (c.start, -c.end)):
        if change.start < at:
            continue
        add(text[at : change.start], at, True)
        add(change.new, change.start, False)
        losses += change.losses
        at = change.end
    add(text[at:], at, True)
    starts, origins, kept = zip(*pieces, strict=True) if pieces else ((), (), ())
    return Changed("".join(out), tuple(losses), starts, origins, kept)
