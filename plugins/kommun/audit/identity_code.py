"""No Finnish personal identity code stands in any text of the site (dataskyddslag 1050/2018 29 §)."""

from __future__ import annotations

from collections.abc import Iterator

from kommun.finding import Problem
from kommun.identity_codes import find, holds_code

from .finished import FinishedSite

_EXAMPLES = "handbok/regler/"
"""The handbook shows invented codes, to explain the rule."""


def check(site: FinishedSite) -> Iterator[Problem]:
    examples = f"{site.library.settings.stage.handbook}/regler/"
    for path, text in site.texts():
        if path.removeprefix("fi/").startswith(examples):
            continue
        said = site.pages[path].words if path in site.pages else ""
        if any(find(text)) or any(find(said)):
            yield Problem(path, "found")
    for path in sorted(site.files):
        if holds_code(path):
            yield Problem(path, "in-name")
