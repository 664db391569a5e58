"""Attachments of every kind, changed: read and cleaned, without an error that is ours, and as clean the second time."""

from __future__ import annotations

import traceback
import warnings
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random
from typing import TypeVar

from kommun.attachments.kinds import FIRST_BYTES, kinds_of, module_of
from kommun.attachments.limits import LIMITS, Broken, Encrypted, Refused
from kommun.attachments.reading import cleaned, inspected_bytes
from kommun.attachments.report import Report
from kommun.attachments.seen import Seen
from tests.build.town import PROJECT
from tests.fuzz.made.archives import office
from tests.fuzz.made.bytes import changed
from tests.fuzz.made.pdfs import pdf
from tests.fuzz.made.pictures import picture
from tests.fuzz.made.seeds import KINDS, seeds
from tests.fuzz.made.xml import xml

SHARE = 200
_OUR_OWN = str(PROJECT / "plugins")
_MAY = (Broken, Encrypted, Refused, MemoryError)
Result = TypeVar("Result")


def make(chance: Random) -> bytes:
    kind = chance.choice(("pdf", "pdf", "pdf", *KINDS))
    if chance.random() < 0.25:
        return changed(chance, chance.choice(seeds(kind)), seeds(chance.choice((kind, kind, chance.choice(KINDS)))))
    if kind == "pdf":
        return pdf(chance)
    if kind in ("jpg", "png", "webp"):
        return picture(chance, kind)
    if kind == "svg":
        return xml(chance, chance.choice(seeds("svg")))
    if kind == "csv":
        return changed(chance, chance.choice(seeds("csv")))
    return office(chance, kind)


def judge(made: bytes, told: Counter[str]) -> Iterator[str]:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # as in the children that read attachments
        kinds = kinds_of(made[:FIRST_BYTES])
        if kinds:
            module = module_of(kinds[0])
            yield from _asked("inspect", kinds[0], lambda: module.inspect(made, Seen(LIMITS), 0), told)
            yield from _asked("clean", kinds[0], lambda: module.clean(made), told)
        else:
            told["of no kind"] += 1
        report, copy = inspected_bytes(made), cleaned(made)
        if copy is not None:
            yield from _copy(report, copy, kinds)
        elif not report.trouble:
            yield f"{report.kind} can be read and not cleaned"


def _asked(what: str, kind: str, ask: Callable[[], object], told: Counter[str]) -> Iterator[str]:
    """What stands behind the boundary that takes every error for a broken file."""
    try:
        ask()
        told[f"{kind} {what}"] += 1
    except _MAY as error:
        told[f"{kind} {what} {type(error).__name__}"] += 1
    except Exception as error:
        last = traceback.extract_tb(error.__traceback__)[-1]
        name = f"{type(error).__module__}.{type(error).__name__}"
        place = f"{Path(last.filename).name}:{last.lineno} {last.name}"
        told[f"{kind} {what} {name} at {place}"] += 1
        if last.filename.startswith(_OUR_OWN) and type(error).__module__ == "builtins":
            yield f"{name} at {place}: {error}"


def _copy(report: Report, copy: bytes, kinds: tuple[str, ...]) -> Iterator[str]:
    """What the published copy promises."""
    again = cleaned(copy)
    if again != copy and not (report.trouble and again is None):
        yield f"{report.kind} is cleaned otherwise the second time"
    if report.trouble:
        return
    once = inspected_bytes(copy)
    if once.trouble:
        yield f"{report.kind} is {once.trouble} once it is cleaned"
        return
    if report.kind not in kinds_of(copy[:FIRST_BYTES]) and once.kind not in kinds:
        yield f"{report.kind} is {once.kind} once it is cleaned"
    if not report.signed and (once.traces or once.position):
        yield f"{report.kind} has {', '.join(once.traces) or 'a position'} once it is cleaned"
    if once.essence != report.essence:
        yield f"{report.kind} has another essence once it is cleaned"
    worse = [name for name in _SEEN if getattr(once, name) and not getattr(report, name)]
    if worse:
        yield f"{report.kind} has {', '.join(worse)} once it is cleaned"


_SEEN = ("code_pages", "code_in_text", "code_beneath", "hidden", "unread", "covered")
