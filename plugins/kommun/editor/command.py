"""The command `kommun editor`: try the editor on one's own computer, or only fetch its program."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path

from kommun.configuration import Settings
from kommun.content.library import read_library
from kommun.messages import load
from kommun.plan import make_plan
from kommun.stage.site import Site

from .local import server
from .package import NoProgram, WrongProgram, fetch, folder, is_fetched, pinned
from .published import editor_address, files


def fetch_program(root: Path, settings: Settings, lang: str, wanted: bool = True) -> bool:
    """Have the program in the cache, and say why not; False where it is not there.

    `wanted` is false before a build where no repository is configured: then there is nothing to fetch.
    WrongProgram is left to the caller: a site must not be built with it.
    """
    if not wanted or is_fetched(root, settings):
        return True
    try:
        fetch(root, settings)
    except NoProgram as why:
        _say(str(why), root, settings, lang)
        return False
    _say("fetched", root, settings, lang)
    return True


def serve(root: Path, settings: Settings, day: date, lang: str, port: int) -> int:
    """Show the editor on the loopback until the editor ends it."""
    if not fetch_program(root, settings, lang):
        return 1
    # Any name will do: nothing is sent to it.
    shown = settings.editor.model_copy(update={"repo": settings.editor.repo or "kommun/webb"})
    settings = settings.model_copy(update={"editor": shown})
    library = read_library(root, settings)
    site = Site(library, make_plan(library, day))
    with server(files(site, local=True), settings, port) as running:
        place = editor_address(site, lang if lang in settings.locales else settings.main)
        address = f"http://127.0.0.1:{running.server_port}/{place}"
        _say(
            "serving",
            root,
            settings,
            lang,
            address=address,
            choice=load(lang, "editor")["program"]["work_with_local_repo"],
        )
        try:
            running.serve_forever()
        except KeyboardInterrupt:
            return 0
    return 0


def wrong_program(error: WrongProgram, root: Path, settings: Settings, lang: str) -> str:
    """What is wrong with the program, for people."""
    return _told("wrong", root, settings, lang, detail=str(error))


def missing_program(root: Path, settings: Settings, lang: str) -> str:
    """What a build says where the editor should be published and its program is not there; '' where all is well."""
    if not settings.editor.repo or is_fetched(root, settings):
        return ""
    return _told("missing", root, settings, lang)


def _say(name: str, root: Path, settings: Settings, lang: str, **more: str) -> None:
    print(_told(name, root, settings, lang, **more).strip(), file=sys.stderr)


def _told(name: str, root: Path, settings: Settings, lang: str, **more: str) -> str:
    values = {
        "name": pinned().name,
        "version": pinned().version,
        "folder": folder(root, settings),
        "root": root,
        **more,
    }
    return str(load(lang, "editor")["command"][name]).format(**values)
