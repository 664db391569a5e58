"""All units as cards with their contact details, in alphabetical order."""

from __future__ import annotations

from ..context import PageContext
from ..page import summary


def compose(context: PageContext) -> str:
    units = context.sorted_by_title(context.site.of_type("unit"))
    cards = [(unit, unit.in_language(context.lang).facts, summary(context, unit)) for unit in units]
    return context.render("unit_cards", units=cards) if cards else ""
