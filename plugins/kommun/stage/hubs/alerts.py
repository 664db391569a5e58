"""The alerts that hold today."""

from __future__ import annotations

from ..context import PageContext
from ..parts import newest_first


def compose(context: PageContext) -> str:
    alerts = newest_first(context.site.of_type("alert"))
    return context.render("alerts", alerts=alerts) if alerts else str(context.words["alerts"]["none"])
