"""Taking something off a finished site by hand: at once, and thoroughly where the site cannot be built again."""

from __future__ import annotations

import html
import os
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

from kommun.audit.finished import FinishedPage, FinishedSite, read_site
from kommun.configuration import Settings
from kommun.content.addresses import file_address
from kommun.content.library import Library
from kommun.messages import load
from kommun.plan import Plan

from .scope import Scope
from .traces import digest, digest_of_words

_PACKED = (".gz", ".br", ".zst")
"""A web server hands these out in place of the file they are made of."""
_THEME, _THEME_ENDINGS = "kommun/", (".css", ".js", ".svg", ".png", ".ico", ".webp", ".woff2")
_HARMLESS = ("robots.txt",)
_SHORTEST = 8
"""Characters from which an address is looked for in a page's source, and not only among its links."""
_PAGE = """<!doctype html>
<html lang="{lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="robots" content="noindex">
<title>{title} – {name}</title>
</head>
<body>
<main>
<h1>{title}</h1>
<p>{text}</p>
{ways}</main>
</body>
</html>
"""


@dataclass
class TakenDown:
    """What was done to the site, as addresses."""

    deleted: set[str] = field(default_factory=set)
    replaced: set[str] = field(default_factory=set)
    failed: list[str] = field(default_factory=list)
    """Files that could not be touched, and why."""


@dataclass(frozen=True)
class SiteFolder:
    """A finished site, worked on file by file. A file is never written into: others may share its content."""

    folder: Path
    settings: Settings

    def take_down(self, scope: Scope) -> TakenDown:
        """Remove the pages and files themselves, under whatever name they lie there."""
        done = TakenDown()
        if not self.folder.is_dir():
            return done
        for address in scope.addresses:
            self._delete(_file_at(address), done)
        for path in self._same_content(scope):
            self._delete(path, done)
        for address in scope.remade:
            if (self.folder / _file_at(address)).is_file():
                self._replace(_file_at(address), done)
        return done

    def scrub(self, scope: Scope, library: Library, plan: Plan) -> TakenDown:
        """Remove everything that still speaks of it, where no new site could be made.

        Pages that lead to it or repeat its lines give way to one that says so. Feeds, open data, the index and
        whatever else is made for machines is removed as a whole: it comes back with the next build.
        """
        done = self.take_down(scope)
        if not self.folder.is_dir():
            return done
        site = read_site(self.folder, library, plan)
        attachments = {file_address(path) for path in library.files}
        for path in sorted(site.files):
            bare = _unpacked(path)
            if bare in site.pages:
                if _mentions(site, site.pages[bare], scope):
                    self._replace(bare, done)
            elif bare not in attachments and bare not in _HARMLESS and not _is_theme(bare):
                self._delete(bare, done)
        return done

    def _same_content(self, scope: Scope) -> list[str]:
        sizes = set(scope.digests.values())
        if not sizes:
            return []
        files = [p for p in self.folder.rglob("*") if p.is_file() and p.stat().st_size in sizes]
        return [p.relative_to(self.folder).as_posix() for p in files if digest(p.read_bytes()) in scope.digests]

    def _delete(self, path: str, done: TakenDown) -> None:
        for name in (path, *(path + ending for ending in _PACKED)):
            file = self.folder / name
            if not os.path.lexists(file):
                continue
            try:
                file.unlink()
                done.deleted.add(name)
            except OSError as error:
                done.failed.append(f"{file}: {error.strerror}")
        remove_empty_folders((self.folder / path).parent, {self.folder})

    def _replace(self, path: str, done: TakenDown) -> None:
        """Put a page that says that it is away for a while in a page's place."""
        if path in done.replaced:
            return
        fresh = self.folder / f"{path}.new"
        try:
            fresh.write_text(self._stand_in(path), encoding="utf-8")
            fresh.replace(self.folder / path)
            for ending in _PACKED:
                (self.folder / (path + ending)).unlink(missing_ok=True)
            done.replaced.add(path)
        except OSError as error:
            done.failed.append(f"{self.folder / path}: {error.strerror}")

    def _stand_in(self, path: str) -> str:
        settings = self.settings
        first = path.partition("/")[0]
        lang = first if first in settings.locales else settings.main
        words = load(lang, "removal")["page"]
        start = "" if lang == settings.main else f"{lang}/"
        hubs = [(name, f"{start}{way}/") for name, way in _hubs(settings)]
        links = [(load(lang, "pages")[name]["title"], way) for name, way in hubs if (self.folder / way).is_dir()]
        links = [(words["start"], start), *links] if path != f"{start}index.html" else links
        # From the root: a page for what is not found is shown at any address.
        root = urlsplit(settings.site_url).path.rstrip("/") + "/"
        ways = "".join(f'<li><a href="{root}{way}">{html.escape(title)}</a></li>\n' for title, way in links)
        return _PAGE.format(
            lang=lang,
            name=html.escape(settings.name_in(lang)),
            title=html.escape(words["title"]),
            text=html.escape(words["text"].format(email=settings.stage.email or settings.name_in(lang))),
            ways=f"<ul>\n{ways}</ul>\n" if ways else "",
        )


def remove_empty_folders(folder: Path, until: Collection[Path]) -> None:
    """Remove a folder that holds nothing any more, and those above it, as far as `until`."""
    while folder not in until and folder.is_dir() and not any(folder.iterdir()):
        folder.rmdir()
        folder = folder.parent


def _hubs(settings: Settings) -> Iterable[tuple[str, str]]:
    """The pages that most people look for, by the name of their words and their address."""
    stage = settings.stage
    return (("units", "units"), ("meetings", "meetings"), ("notices", stage.notices), ("news", stage.news))


def _file_at(address: str) -> str:
    return f"{address}index.html" if not address or address.endswith("/") else address


def _is_theme(path: str) -> bool:
    return path.startswith(_THEME) and path.endswith(_THEME_ENDINGS)


def _unpacked(path: str) -> str:
    return path.removesuffix(Path(path).suffix) if path.endswith(_PACKED) else path


def _mentions(site: FinishedSite, page: FinishedPage, scope: Scope) -> bool:
    """Whether a page leads to what is removed, names its address, or repeats a line of it."""
    gone = {address.rstrip("/") for address in scope.addresses}
    if any(target in gone for target in _leads_to(site, page)):
        return True
    if any(address in page.source for address in gone if len(address) >= _SHORTEST):
        return True
    return any(digest_of_words(block) in scope.lines for block in page.blocks)


def _leads_to(site: FinishedSite, page: FinishedPage) -> Iterator[str]:
    for target in page.targets:
        way = site.within(page, target)
        if way:
            yield way.partition("#")[0].partition("?")[0].removesuffix("index.html").rstrip("/")
