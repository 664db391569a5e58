"""A notice's page: from when through when it stands, who answers, and how it can be challenged (FörvL 62 a §)."""

from __future__ import annotations

from markupsafe import Markup

from kommun.content.document import Entry
from kommun.deadlines import deemed_notified, last_day

from ..context import PageContext
from ..parts import all_attachments, contact_words, facts, link, own_text


def compose(context: PageContext, entry: Entry) -> str:
    notice = entry.facts
    translated = entry.in_language(context.lang).facts
    unit = context.site.unit_of(entry)
    head = facts(
        context,
        entry,
        [
            ("category", context.words["categories"][notice.category.value]),
            ("published", context.day(notice.published)),
            ("expires", _through(context, entry)),
            ("period_reason", translated.period_reason),  # type: ignore[attr-defined]
            ("contact", contact_words(context, entry, translated.contact) if translated.contact else ""),  # type: ignore[attr-defined]
            ("unit", link(context, unit.key) if unit else ""),
        ],
    )
    return "\n\n".join(
        part
        for part in (
            head,
            _appeal(context, entry),
            own_text(context, entry),
            all_attachments(context, entry),
        )
        if part
    )


def _through(context: PageContext, entry: Entry) -> Markup:
    expires = entry.facts.expires
    day, left = context.day(expires, "weekday"), context.left(expires)
    return Markup('{} <span class="left">{}</span>').format(day, left)


def _appeal(context: PageContext, entry: Entry) -> str:
    notice, options = entry.facts, context.site.settings.lifecycle
    if not notice.appeal_days:
        return ""
    deemed = context.day(deemed_notified(notice.published, options), "weekday")
    last = context.day(last_day(notice.published, notice.appeal_days, options), "weekday")
    return context.render("note", text=context.words["notice"]["appeal"].format(deemed=deemed, last=last))
