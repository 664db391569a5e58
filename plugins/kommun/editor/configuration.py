"""All that the program is told: the repository, the languages, and a form for each type of document."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from kommun.configuration import Settings

from .backend import backend
from .collections import collections
from .words import Words


@dataclass(frozen=True)
class Body:
    """A decision-making body that has meetings to put up."""

    title: str
    publishes_minutes: bool


def configuration(
    settings: Settings, lang: str = "", bodies: Mapping[str, Body] | None = None, local: bool = False
) -> dict[str, Any]:
    """The program's configuration with labels in `lang`.

    `bodies` are the bodies by their folders in `meetings/`. `local` is for trying it on one's own
    computer, where there is nobody to send a pull request to.
    """
    words = Words(settings, lang or settings.main)
    options = settings.editor if settings.editor.repo else settings.editor.model_copy(update={"repo": "kommun/webb"})
    return {
        "backend": backend(options, words),
        "publish_mode": "simple" if local else "editorial_workflow",
        "app_title": f"{words.all['page']['title']} – {settings.name_in(words.lang)}",
        "site_url": settings.site_url,
        "show_preview_links": False,
        "editor": {"preview": False},
        "media_folder": "docs",
        "public_folder": "/",
        "media_libraries": {
            "all": {
                "max_file_size": settings.lifecycle.attachment_megabytes * 2**20,
                "slugify_filename": True,
            },
            "stock_assets": False,
        },
        "slug": {"encoding": "ascii", "clean_accents": True, "timezone": "local"},
        "i18n": {
            "structure": "multiple_files",
            "locales": list(settings.locales),
            "default_locale": settings.main,
            "initial_locales": "all",
        },
        # What is left empty is no key: `title:` without a value would be an error.
        "output": {"omit_empty_optional_fields": True},
        "collections": collections(settings, words, bodies or {}),
    }
