"""The municipality's accounts in social media: its own first, then by unit (strategy 4.3.6)."""

from __future__ import annotations

from markupsafe import escape

from kommun.content.document import Entry

from ..context import PageContext


def compose(context: PageContext) -> str:
    own = f"units/{context.site.settings.social.own_unit}/index"
    units = context.sorted_by_title([u for u in context.site.of_type("unit") if u.facts.social])
    units.sort(key=lambda unit: unit.key != own)  # stable: the rest stays in alphabetical order
    if not units:
        return str(context.words["social"]["none"])
    return "\n\n".join(_accounts(context, unit, unit.key == own) for unit in units)


def _accounts(context: PageContext, unit: Entry, own: bool) -> str:
    platforms = context.site.settings.social.platforms
    rows = [
        (platforms[account.platform.value].name, account.name, account.url)
        for account in unit.in_language(context.lang).facts.social  # type: ignore[attr-defined]
        if account.platform.value in platforms
    ]
    title = context.words["social"]["own"] if own else escape(context.title(unit.key))
    return f"## {title} {{#{unit.key.split('/')[1]}}}\n\n" + context.render("accounts", accounts=rows)
