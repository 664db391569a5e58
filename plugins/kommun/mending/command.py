"""The course of the command: what is to be mended, the repairs, the question, the changes, what is left."""

from __future__ import annotations

import difflib
import os
import posixpath
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path

from kommun.finding import Severity
from kommun.identity_codes import without_codes
from kommun.messages import load
from kommun.prepared import prepare
from kommun.report.text import counts

from .proposal import Remark
from .repairs import Repair, repairs
from .request import CannotFix, Request
from .rounds import mend
from .shown import shown, told
from .working_copy import WorkingCopy
from .writing import Changed, write

NOTHING_LEFT, LEFT = 0, 1
"""All is in order; errors or repairs are left."""


def fix(request: Request) -> int:
    """Show the repairs, ask, and do them. Returns NOTHING_LEFT or LEFT; CannotFix where it could not begin."""
    chosen, chosen_repairs = _chosen(request), _chosen_repairs(request)
    cache = request.root / request.settings.stage.cache
    cache.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="mending-", dir=cache) as folder:
        copy = WorkingCopy(request.root, Path(folder), request.settings, request.today, frozenset(request.only), chosen)
        remarks = mend(copy, chosen_repairs)
        return _proposed(request, copy, remarks)


def _proposed(request: Request, copy: WorkingCopy, remarks: Sequence[Remark]) -> int:
    words = load(request.lang, "mending")
    for block in shown(copy, request.lang):
        request.say(f"{block}\n")
    if remarks:
        request.say(f"{told(remarks, request.lang)}\n")
    if not copy.reasons:
        request.say(words["nothing_to_do"])
        return _left(request)
    request.say(_summary(copy, request.lang))
    if not _agreed(request):
        return LEFT
    try:
        write(request.root, copy)
    except Changed as changed:
        request.say(without_codes(words["changed"].format(path=changed.path)))
        return LEFT
    except OSError as error:
        reason = error.strerror or error
        request.say(without_codes(words["not_written"].format(path=error.filename or "", reason=reason)))
        return LEFT
    request.say(words["done"])
    return _left(request)


def _agreed(request: Request) -> bool:
    words = load(request.lang, "mending")
    if request.dry_run or (request.ask is None and not request.yes):
        request.say(words["dry_run" if request.dry_run else "nobody_to_ask"])
        return False
    if request.yes or request.ask is None:
        return True
    try:
        answer = request.ask(f"{words['question']} ").strip().casefold()
    except (EOFError, KeyboardInterrupt):
        answer = ""
    if answer and answer in words["yes"]:
        return True
    request.say(words["nothing_done"])
    return False


def _summary(copy: WorkingCopy, lang: str) -> str:
    """`2 filer ändras, 1 byter namn, 1 ny`."""
    words = load(lang, "mending")["summary"]
    numbers = {
        "changed": sum(1 for p, raw in copy.texts.items() if copy.originals.get(copy.origin(p), raw) != raw),
        "renamed": len(copy.moves),
        "new": sum(1 for path in copy.texts if not copy.origin(path)),
    }
    parts = [words["one" if n == 1 else "many"][name].format(n=n) for name, n in numbers.items() if n]
    return f"{', '.join(parts)}."


def _left(request: Request) -> int:
    """Run the rules, and tell in one line what is left."""
    prepared = prepare(request.root, request.settings, request.today, request.lang, progress=request.progress)
    words = load(request.lang, "mending")
    if not prepared.findings:
        request.say(words["all_in_order"])
        return NOTHING_LEFT
    request.say(words["left"].format(counts=counts(prepared.findings, request.lang).rstrip(".")))
    return LEFT if any(f.severity is Severity.ERROR for f in prepared.findings) else NOTHING_LEFT


def _chosen(request: Request) -> Callable[[str], bool]:
    """Whether a path is one of those asked for, or lies in one of them."""
    words = load(request.lang, "mending")
    wanted: list[str] = []
    for path in request.paths:
        inside = _within(request.root, path)
        if not inside:
            raise CannotFix(without_codes(words["no_such_file"].format(path=path)))
        if inside.split("/")[0] not in (".", *request.settings.stage.content):
            raise CannotFix(words["no_content"].format(path=path, folders=", ".join(request.settings.stage.content)))
        wanted.append(inside)
    if not wanted or "." in wanted:
        return lambda path: True
    return lambda path: any(path == one or path.startswith(f"{one}/") for one in wanted)


def _within(root: Path, path: str) -> str:
    """A path as it was typed, relative to the content's root; '' where it lies elsewhere."""
    for start in (Path.cwd(), root):
        full = os.path.normpath(start / path)
        inside = os.path.relpath(full, root).replace(os.sep, "/")
        if not inside.startswith("../") and inside != ".." and os.path.lexists(full):
            return posixpath.normpath(inside)
    return ""


def _chosen_repairs(request: Request) -> dict[str, Repair]:
    words = load(request.lang, "mending")
    for name in request.only:
        if name not in repairs():
            guess = difflib.get_close_matches(name, repairs(), n=1)
            case = "no_repair_guess" if guess else "no_repair"
            raise CannotFix(words[case].format(name=name, guess="".join(guess), names=", ".join(repairs())))
    return {name: repair for name, repair in repairs().items() if not request.only or name in request.only}
