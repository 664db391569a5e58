"""Everything on the site by its title, A–Ö; meetings are found through their bodies."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby

from ..context import PageContext, alphabetical

_LEFT_OUT = ("agenda", "minutes")


@dataclass(frozen=True)
class Letter:
    name: str
    anchor: str


def compose(context: PageContext) -> str:
    site = context.site
    rows = []
    for key in site.page_keys():
        entry = site.plan.entries.get(key)
        kind = entry.type if entry else "page"
        if kind not in _LEFT_OUT and key not in ("index", context.key) and key not in site.meetings:
            kind_name, foreign = context.words["kinds"][kind], context.foreign(key)
            rows.append((context.title(key), context.to(key), kind_name, foreign, context.until(key)))
    rows.sort(key=lambda row: (alphabetical(row[0]), row[1]))
    letters = [
        (Letter(name, f"bokstav-{number}"), list(group))
        for number, (name, group) in enumerate(groupby(rows, key=lambda row: row[0][:1].upper()), 1)
    ]
    return context.render("index_list", letters=letters)
