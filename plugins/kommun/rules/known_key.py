"""No key is unknown: a misspelt `expires` must not make a notice eternal.

Source: CONTENT.md section 3.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from kommun.content.library import Library
from kommun.finding import Problem, Severity

SEVERITY = Severity.ERROR


def check(library: Library, today: date) -> Iterator[Problem]:
    return library.found("known-key")
