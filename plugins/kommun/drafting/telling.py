"""What is said when the files are there: their names, when they are seen, and what to do next."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kommun.content.library import Library
from kommun.finding import Finding
from kommun.messages import load
from kommun.plan import make_plan

from .drafts import Draft
from .situation import Situation
from .slugs import stem_of


def after_writing(
    draft: Draft, paths: tuple[str, ...], library: Library, warnings: Iterable[Finding], situation: Situation
) -> Iterator[str]:
    words = situation.words
    yield words["written"]
    yield from (f"  {path}" for path in paths)
    yield from _seen(draft, library, situation)
    for warning in warnings:
        yield words["warning"].format(message=warning.message)
        yield words["help"].format(help=warning.help)
    yield words["next"]["title"]
    steps = words["next"]["draft" if draft.unfinished else "finished"]
    yield from (f"  {number}. {step}" for number, step in enumerate(steps, 1))


def _seen(draft: Draft, library: Library, situation: Situation) -> Iterator[str]:
    """From when through when it is seen, as the plan has it, or why it is not."""
    words = situation.words
    if draft.unfinished:
        missing = [f"{stem_of(draft.key)}.{lang}.md" for lang in _missing(draft, situation)]
        yield words["draft"]
        yield from (
            f"  - {words['unfinished'][reason].format(files=', '.join(missing))}" for reason in draft.unfinished
        )
    for lang in draft.left_out:
        yield words["left_out"].format(language=words["languages"].get(lang, lang))
    if draft.unfinished:
        return
    row = make_plan(library, situation.today).rows[f"{stem_of(draft.key)}.{situation.main}.md"]
    if row.start is None and row.end is None:
        reasons = load(situation.lang, "reports")["reasons"]
        yield words["seen"]["always"] if row.visible else words["seen"]["never"].format(reason=reasons[row.reason])
    elif row.end is None:
        yield words["seen"]["from"].format(start=row.start)
    else:
        yield words["seen"]["between"].format(start=row.start, end=row.end)


def _missing(draft: Draft, situation: Situation) -> Iterator[str]:
    """The languages in which there is no file."""
    written = {version.lang for version in draft.versions}
    return (lang for lang in situation.settings.locales if lang not in written)
