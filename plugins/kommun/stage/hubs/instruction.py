"""The instructions on how to seek change, with the addresses and days of the configuration (KomL 141 §, FörvL 47 §)."""

from __future__ import annotations

from markupsafe import Markup

from ..context import PageContext


def compose(context: PageContext) -> str:
    settings = context.site.settings
    words = context.words["instruction"]
    remedy = _remedy(context)
    values = {
        **{name: getattr(settings.lifecycle, name) for name in ("reconsideration_days", "municipal_appeal_days")},
        "administrative_appeal_days": settings.lifecycle.administrative_appeal_days,
        "deemed_days": settings.lifecycle.deemed_notice_days,
        "hour": settings.lifecycle.closing_hour,
        "municipality": settings.name_in(context.lang),
        "office": settings.stage.address,
        "email": _mail(settings.stage.email),
        "court": settings.appeals.court.get(context.lang, ""),
        "court_contact": _court(context),
    }
    # Only our own placeholders: `{#vem}` is an anchor.
    text = str(words[remedy]["text"])
    for name, value in values.items():
        text = text.replace(f"{{{name}}}", str(value))
    return f"{text}\n\n" + context.render("note", text=words["computed"])


def _remedy(context: PageContext) -> str:
    """The remedy whose instruction the page is."""
    return context.site.generated[context.key].partition(".")[2]


def _court(context: PageContext) -> str:
    appeals = context.site.settings.appeals
    service = f"[{context.words['instruction']['service']}]({appeals.court_service})" if appeals.court_service else ""
    parts = [
        appeals.court.get(context.lang, ""),
        appeals.court_address.get(context.lang, ""),
        _mail(appeals.court_email),
        service,
    ]
    name, *rest = [part for part in parts if part]
    return ", ".join([name[:1].upper() + name[1:], *rest])


def _mail(address: str) -> str:
    return str(Markup("[{0}](mailto:{0})").format(address)) if address else ""
