"""The content beside what a change starts from."""

from __future__ import annotations

import argparse

from kommun.prepared import prepare
from kommun.report.progress import progress_in
from kommun.review import NoSuchState, Review, compare, state_at

from ._start import CannotRun, start


def compared(options: argparse.Namespace) -> Review:
    """What the content does that the one at `--base` does not; CannotRun where git has no such commit."""
    root, settings, day = start(options)
    # What was read in attachments is kept in one place for both.
    kept = settings.stage.model_copy(update={"cache": str(root / settings.stage.cache)})
    settings = settings.model_copy(update={"stage": kept})
    try:
        with state_at(root, options.base, settings) as earlier:
            before = prepare(earlier, settings, day, options.lang)
            return compare(before, prepare(root, settings, day, options.lang, progress=progress_in(options.lang)))
    except NoSuchState as error:
        raise CannotRun(f"{options.base}: {error}") from None
