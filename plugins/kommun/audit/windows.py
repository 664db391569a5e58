"""Runs of words that tell one text from another, found again in any other text, however it is laid out."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator

LENGTH = 6
"""Words in a run."""
_STEP = 3
"""Words from the start of one run to the next."""
_MANY = 3
"""Runs of one text, twelve words on end, from which it is that text: the law's own phrases are shorter."""
_LETTERS = 20
"""Fewer letters in a run may well stand in two texts by chance."""
_WORD = re.compile(r"\w+")
_HIDDEN = dict.fromkeys(map(ord, "\u00ad\u200b\u2060"))
Run = tuple[str, ...]


def words(text: str) -> list[str]:
    """The words of a text as they are compared: without case, punctuation and what has no width."""
    return _WORD.findall(text.translate(_HIDDEN).casefold())


class Runs:
    """The runs of words of many texts, given as pairs of a source and a line."""

    def __init__(self, lines: Iterable[tuple[str, str]]) -> None:
        self._lines: dict[Run, list[tuple[str, frozenset[Run]]]] = {}
        """The lines that hold a run, each with its source."""
        self._by_word: dict[str, list[tuple[int, Run]]] = {}
        for source, line in lines:
            runs = frozenset(_runs(words(line)))
            for run in runs:
                if run not in self._lines:
                    longest = max((len(word), at) for at, word in enumerate(run))[1]
                    self._by_word.setdefault(run[longest], []).append((longest, run))
                self._lines.setdefault(run, []).append((source, runs))

    def found_in(self, text: str) -> set[Run]:
        """The runs that stand somewhere in a text."""
        found: set[Run] = set()
        by_word = self._by_word
        if not by_word:
            return found
        there = words(text)
        for at, word in enumerate(there):
            if word in by_word:
                found.update(run for back, run in by_word[word] if tuple(there[at - back : at - back + LENGTH]) == run)
        return found

    def sources(self, found: set[Run]) -> set[str]:
        """The texts that these runs give away: many runs of one text, or a whole line of it."""
        counts = Counter(source for run in found for source in {source for source, _ in self._lines[run]})
        whole = {source for run in found for source, line in self._lines[run] if line <= found}
        return whole | {source for source, count in counts.items() if count >= _MANY}


def _runs(line: list[str]) -> Iterator[Run]:
    """Runs that cover a line, each overlapping the next, the last one ending where the line ends."""
    for start in (*range(0, len(line) - LENGTH, _STEP), len(line) - LENGTH):
        run = tuple(line[start : start + LENGTH]) if start >= 0 else ()
        if run and sum(len(word) for word in run if not word.isdigit()) >= _LETTERS:
            yield run
