"""The staged tree: what the plan shows, and nothing else, as an ordinary folder of Markdown.

What may not be seen on the day is never written here, so nothing that comes
after can show it (DESIGN.md, "Stage, then build").
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path

from kommun.content.addresses import file_address
from kommun.content.library import Library
from kommun.plan import Plan

from .context import PageContext
from .files import made_files
from .frame import frame
from .page import StagedPage, staged_page
from .parts import own_text
from .site import Site
from .tree import Written, write_tree


@dataclass(frozen=True)
class Staged:
    """The staged tree on the disk: `docs` for the renderer, and `frame.json` beside it."""

    folder: Path
    written: Written

    @property
    def docs(self) -> Path:
        return self.folder / "docs"


def stage(library: Library, plan: Plan, folder: Path) -> Staged:
    """Write the day's site below `folder`; only files that differ are touched, and others are removed."""
    site = Site(library, plan)
    files: dict[str, bytes | Path] = {f"docs/{page.path}": page.source() for page in pages(site)}
    for path, copy in site.copies.items():
        files[f"docs/{file_address(path)}"] = copy
    files |= {f"docs/{address}": content for address, content in made_files(site).items()}
    files["frame.json"] = json.dumps(frame(site), ensure_ascii=False, indent=1).encode()
    return Staged(folder, write_tree(folder, files))


def pages(site: Site) -> Iterator[StagedPage]:
    """Every page of the site in every language of the frame."""
    for key in site.page_keys():
        for lang in site.settings.locales:
            context = PageContext(site, key, lang)
            yield staged_page(context, _text(context))


def _text(context: PageContext) -> str:
    site, key = context.site, context.key
    entry = site.plan.entries.get(key)
    generated = _generated_part(context)
    if generated is None:
        assert entry is not None
        return str(import_module(f"{__name__}.types.{entry.type}").compose(context, entry))
    introduction = own_text(context, entry) if entry and context.lang in entry.versions else ""
    return "\n\n".join(part for part in (introduction, generated) if part)


def _generated_part(context: PageContext) -> str | None:
    if context.key in context.site.meetings:
        name = "meeting"
    else:
        name = "start" if context.key == "index" else context.site.generated.get(context.key, "").split(".")[0]
    return str(import_module(f"{__name__}.hubs.{name}").compose(context)) if name else None
