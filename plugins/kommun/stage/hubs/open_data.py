"""The open data in plain words: what it is, where it begins, on what terms, and what a folder of files cannot do."""

from __future__ import annotations

from kommun.content.addresses import relative

from ..context import PageContext
from ..oparl.record import SYSTEM, absolute

_STANDARD = "https://oparl.org/"
_SECTIONS = (("contents", "innehall"), ("gone", "borttaget"), ("terms", "villkor"), ("limits", "granser"))


def compose(context: PageContext) -> str:
    words, settings = context.words["open_data"], context.site.settings
    start = context.render(
        "open_data",
        address=relative(SYSTEM, context.address),
        shown=absolute(settings, SYSTEM),
        standard=_STANDARD,
        licence=settings.stage.licence,
    )
    values = {
        "language": context.words["language_names"][settings.main],
        "licence": settings.stage.licence.name,
        "municipality": settings.name_in(context.lang),
    }
    sections = (
        f"## {words[name]['title']} {{#{anchor}}}\n\n{words[name]['text'].format(**values).strip()}"
        for name, anchor in _SECTIONS
    )
    return "\n\n".join([words["intro"], start, *sections])
