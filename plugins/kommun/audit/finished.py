"""The finished site as it lies on the disk."""

from __future__ import annotations

import gzip
import hashlib
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from urllib.parse import urljoin, urlsplit

from lxml import html

from kommun.attachments import Attachments, Report
from kommun.attachments.kinds import FIRST_BYTES, kinds_of
from kommun.content.addresses import file_address
from kommun.content.library import Library
from kommun.editor.published import program_files
from kommun.plan import Plan

_LARGEST_TEXT = 300 * 2**20
_BLOCKS = frozenset(("p", "li", "td", "th", "dd", "dt", "h1", "h2", "h3", "h4", "h5", "h6", "a", "title")) | frozenset(
    ("figcaption", "caption", "summary", "blockquote", "span", "pre")
)


@dataclass
class FinishedPage:
    """One HTML file."""

    path: str
    source: str

    @cached_property
    def tree(self) -> html.HtmlElement:
        return html.document_fromstring(self.source or "<html></html>")

    @cached_property
    def words(self) -> str:
        """All that the page says, to the eye and to machines."""
        said = self.tree.xpath("//@content | //@alt | //@title | //@aria-label | //script/text()")
        return "\n".join([self.tree.text_content(), *(str(text) for text in said)])

    @cached_property
    def targets(self) -> frozenset[str]:
        """What the page leads to or takes in, as written."""
        return frozenset(str(t) for t in self.tree.xpath("//a/@href | //link/@href | //@src | //form/@action"))

    @cached_property
    def ids(self) -> frozenset[str]:
        return frozenset(str(e) for e in self.tree.xpath("//@id | //a/@name"))

    @cached_property
    def blocks(self) -> frozenset[str]:
        """The texts of the page's elements, with their white space folded."""
        return frozenset(
            folded(element.text_content()) for element in self.tree.iter() if element.tag in _BLOCKS
        ) | frozenset(folded(str(a)) for a in self.tree.xpath("//@content | //@alt | //@title | //@aria-label"))


@dataclass
class FinishedSite:
    """All files of the site, and the plan that they are held against."""

    folder: Path
    library: Library
    plan: Plan
    files: frozenset[str] = frozenset()
    pages: dict[str, FinishedPage] = field(default_factory=dict)

    def texts(self) -> Iterator[tuple[str, str]]:
        """Every file that holds text, unpacked where it is compressed; what it is called does not matter."""
        for path in sorted(self.files - self.reports.keys() - self.program):
            if path in self.pages:
                yield path, self.pages[path].source
            else:
                yield from ((path, text) for text in self._other_texts[path])

    @cached_property
    def program(self) -> frozenset[str]:
        """The web editor's program, where it is byte for byte the pinned one: its own texts are nobody's data."""
        pinned = program_files(self.library.root, self.library.settings)
        same = (p for p, content in pinned.items() if p in self.files and (self.folder / p).read_bytes() == content)
        return frozenset(same)

    @cached_property
    def _other_texts(self) -> dict[str, tuple[str, ...]]:
        others = self.files - self.reports.keys() - self.pages.keys()
        return {path: tuple(_unpacked((self.folder / path).read_bytes())) for path in others}

    @cached_property
    def reports(self) -> dict[str, Report]:
        """What the files hold that are no text of ours: attachments under whatever name, images, archives."""
        cache = self.library.root / self.library.settings.stage.cache
        return Attachments(self.folder, cache, self.library.progress).reports(sorted(self._attached))

    @cached_property
    def _attached(self) -> set[str]:
        found = set(self.attachments) & self.files
        for path in self.files - found - self.pages.keys():
            with (self.folder / path).open("rb") as file:
                kinds = kinds_of(file.read(FIRST_BYTES))
            if kinds and kinds[0] not in ("csv", "svg"):
                found.add(path)
        return found

    @cached_property
    def attachments(self) -> dict[str, str]:
        """The visible attachments: address → source."""
        return {file_address(path): path for path in self.plan.files}

    @cached_property
    def root(self) -> str:
        """The address of the site, with a slash at the end."""
        return self.library.settings.site_url.rstrip("/") + "/"

    def within(self, page: FinishedPage, target: str) -> str | None:
        """A link's address from the site's root; None where it leads out of the site.

        ValueError-free: what is no address at all is taken as one that is not there.
        """
        try:
            resolved = urljoin(self.root + page.path, target)
            parts, own = urlsplit(resolved), urlsplit(self.root)
        except ValueError:
            return "?"
        if parts.scheme not in ("http", "https") or parts.netloc != own.netloc:
            return None
        return resolved.removeprefix(self.root) if resolved.startswith(self.root) else "?"

    @cached_property
    def blocks(self) -> dict[str, str]:
        """Every text block of the site and a page it stands on."""
        return {block: page.path for page in self.pages.values() for block in page.blocks}

    def digest(self, path: str) -> str:
        return hashlib.sha256((self.folder / path).read_bytes()).hexdigest()


def read_site(folder: Path, library: Library, plan: Plan) -> FinishedSite:
    site = FinishedSite(folder, library, plan)
    site.files = frozenset(p.relative_to(folder).as_posix() for p in folder.rglob("*") if not p.is_dir())
    site.pages = {
        path: FinishedPage(path, (folder / path).read_text(encoding="utf-8", errors="replace"))
        for path in sorted(site.files)
        if path.endswith((".html", ".htm")) and path not in site.attachments
    }
    return site


def _unpacked(data: bytes) -> Iterator[str]:
    """The text of a file, unpacked where it begins as a compressed one does."""
    if data.startswith(b"\x1f\x8b"):
        with gzip.GzipFile(fileobj=io.BytesIO(data)) as packed:
            yield packed.read(_LARGEST_TEXT).decode("utf-8", "replace")
    else:
        yield data.decode("utf-8", "replace")


def folded(text: str) -> str:
    """Text with its white space folded, and without what has no width."""
    return re.sub(r"[\s\u00ad\u200b\u2060]+", " ", text).strip()
