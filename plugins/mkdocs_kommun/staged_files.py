"""The files of one language's pass, as MkDocs should see them.

static-i18n takes every two-letter suffix for a language and moves or drops what it
does not know (DESIGN.md), so attachments are put back at their own paths after it.
Of the themes' own files none is published: the site's look is staged like the rest.
"""

from __future__ import annotations

import os
import shutil
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

THEME = Path(__file__).parent / "theme"


class LinkedFile(File):
    """A file that is published under its own path, and linked rather than copied where the disk can."""

    def copy_file(self, dirty: bool = False) -> None:
        source, target = Path(str(self.abs_src_path)), Path(self.abs_dest_path)
        if target.exists():
            if target.samefile(source):
                return
            target.unlink()
        target.parent.mkdir(parents=True, exist_ok=True)
        try:
            os.link(source, target)
        except OSError:
            shutil.copyfile(source, target)


def with_own_paths(files: Files, docs: Path, config: MkDocsConfig) -> Files:
    """Drop what other plugins made of the attachments and the theme, and put ours in their place."""
    for file in list(files):
        if not file.is_documentation_page():
            files.remove(file)
    for path in sorted(docs.rglob("*")):
        if path.is_file() and path.suffix != ".md":
            files.append(_linked(path.relative_to(docs).as_posix(), docs, config))
    return files


def _linked(uri: str, folder: Path, config: MkDocsConfig) -> LinkedFile:
    file = LinkedFile(uri, str(folder), config.site_dir, config.use_directory_urls, dest_uri=uri)
    return file
