"""Every content file can be read: it is UTF-8, and the facts on top of it are YAML that means only one thing.

Source: CONTENT.md section 7.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from kommun.content.library import Library
from kommun.finding import Problem, Severity

SEVERITY = Severity.ERROR


def check(library: Library, today: date) -> Iterator[Problem]:
    return library.found("front-matter-readable")
