"""Finnish personal identity codes in a text, of every century sign and also the temporary 900 series.

Source: SRF 690/2022; Dataskyddslag 1050/2018 29 §. Used on the sources and on the finished site.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from stdnum.fi import hetu

_DASHES = "\u2010\u2011\u2012\u2013\u2212"
"""What word processors make of a hyphen."""
# Spaces, line ends, soft hyphens and marks of no width hide a code from a search, but not from a reader.
_BETWEEN = r"[\s\u00ad\u200b-\u200d\u2060\ufeff*_\\]{0,4}"
_CODE = re.compile(
    _BETWEEN.join(["[0-3]", "[0-9]", "[01]", "[0-9]", "[0-9]", "[0-9]"])
    + rf"{_BETWEEN}[-+A-FU-Ya-fu-y{_DASHES}]{_BETWEEN}"
    + _BETWEEN.join(["[0-9]", "[0-9]", "[0-9]", "[0-9A-FHJ-NPR-Ya-fhj-npr-y]"])
)
_NOT_OURS = re.compile(rf"[^0-9A-Za-z+\-{_DASHES}]")
_TO_HYPHEN = dict.fromkeys(map(ord, _DASHES), "-")


@dataclass(frozen=True)
class Match:
    """Where a code stands; the code itself is never repeated anywhere."""

    start: int
    end: int


def find(text: str) -> Iterator[Match]:
    """Every valid identity code in the text: the date exists and the check character is right."""
    at = 0
    while found := _CODE.search(text, at):
        start, end = found.span()
        at = start + 1
        written = _NOT_OURS.sub("", found[0]).translate(_TO_HYPHEN)
        if _stands_alone(text, start, end, written) and hetu.is_valid(written, allow_temporary=True):
            yield Match(start, end)
            at = end


def _stands_alone(text: str, start: int, end: int, written: str) -> bool:
    """Not a part of a longer number or word; letters may run into the start where a hyphen or plus is the sign."""
    before = text[start - 1 : start]
    return not text[end : end + 1].isalnum() and (not before.isalnum() or (before.isalpha() and written[6] in "+-"))
