"""An editor's text as it may be shown today: links to what is gone become words, marks become names or nothing."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Mapping
from datetime import date

from kommun.content.document import Document, Entry
from kommun.content.html import clean
from kommun.content.markdown import Heading, Link
from kommun.personal_data import dated, in_markdown
from kommun.plan import names_through

from .context import PageContext

_OUTSIDE = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:|//|#")
Edit = tuple[int, int, str]


def shown_text(
    context: PageContext, entry: Entry, document: Document, blocks: Mapping[Heading, str] | None = None
) -> str:
    """The Markdown of a document for a page in the frame's language.

    Every heading gets its anchor written out, so that it is the same whatever
    renders the page and whether or not a name in the heading is still shown.
    `blocks` are generated parts that stand right under a heading.
    """
    # Our own parts come last: only what editors have written is cleaned.
    parts = {f"\ue000{n}\ue001": block for n, block in enumerate((blocks or {}).values())}
    edits = [*_link_edits(context, document), *_heading_edits(document, dict(zip(blocks or {}, parts, strict=True)))]
    text = _apply(document.shown.source, edits)
    names = context.site.shows_names(entry), names_through(context.site.library, entry)
    text = _with_names(text, document.lang, *names)
    for place, block in parts.items():
        text = text.replace(place, block)
    return text.strip() + "\n"


def _with_names(text: str, lang: str, shown: bool, through: date | None) -> str:
    """The text with the marked names, or what stands for them.

    With what stands around it a name may make HTML or a link of what was none, so the text is cleaned once more.
    """
    return dated(clean(in_markdown(text, lang, shown, through)).text, through)


def _apply(source: str, edits: Iterable[Edit]) -> str:
    out: list[str] = []
    at = 0
    for start, end, new in sorted(edits):
        if start < at:
            continue  # inside something that is already rewritten
        out += [source[at:start], new]
        at = end
    return "".join([*out, source[at:]])


def _heading_edits(document: Document, blocks: Mapping[Heading, str]) -> Iterable[Edit]:
    source = document.shown.source
    starts = [0]
    for line in source.split("\n"):
        starts.append(starts[-1] + len(line) + 1)
    starts.append(starts[-1])
    first = document.shown.headings[0] if document.shown.headings else None
    for heading in document.shown.headings:
        start, end = starts[heading.line], starts[heading.line + 1] - 1
        line = source[start:end]
        if heading is first and heading.level == 1 and document.plain and not _before(source, start):
            yield start, end, ""  # the frame shows it as the page's title
            continue
        if heading.level == 1 and line.startswith("#"):
            yield start, start, "#"  # the page has one heading of the first level already
        anchor = "" if re.search(r"\{[^{}]*#[^{}]*\}\s*$", line) else f" {{#{heading.anchor}}}"
        block = f"\n\n{blocks[heading]}\n" if heading in blocks else ""
        bare = end - (len(line) - len(line.rstrip(" \t#")))
        if line.startswith("#"):
            yield bare, end, anchor + block
            continue
        yield bare, end, anchor
        after = starts[heading.line + 2] - 1  # behind the line that underlines it
        yield after, after, block


def _before(source: str, start: int) -> str:
    return source[:start].strip()


def _link_edits(context: PageContext, document: Document) -> Iterable[Edit]:
    gone_ids: set[str] = set()
    for link in document.shown.links:
        if not link.target or _OUTSIDE.match(link.target):
            continue
        as_html = document.shown.source[link.start] == "<"
        target = _target(context, document, link.target, as_html)
        if target:
            if target != link.target:
                yield link.target_start, link.target_start + len(link.target), target
            continue
        yield from _as_words(document, link, gone_ids)
    yield from _references(document, gone_ids)


def _target(context: PageContext, document: Document, written: str, as_html: bool) -> str:
    """What a link should name so that it leads where its editor meant; '' where that may not be seen today.

    Markdown's links name the staged file, which the renderer turns into an address;
    it leaves HTML alone, so that HTML gets the address.
    """
    path, hash_, anchor = written.partition("#")
    found = context.site.library.resolve(document, path)
    here = posixpath.dirname(context.key) or "."
    if found is None:
        return ""
    if context.site.has(found):
        file, address = f"{found}.{context.lang}.md", context.to(found)
    elif found in context.site.plan.files:
        file, address = context.site.file(found, context.lang), context.to_file(found)
    else:
        return ""
    if as_html:
        return address + hash_ + anchor
    return posixpath.relpath(file, here) + hash_ + anchor


def _as_words(document: Document, link: Link, gone_ids: set[str]) -> Iterable[Edit]:
    """What is left of a link whose target may not be seen: its words, with the links inside them."""
    source = document.shown.source
    if link.inline:
        begin = link.start + (2 if link.image else 1)
        yield link.start, begin, ""
        yield begin + len(link.text), link.end, ""
        return
    written = source[link.start : link.end]
    definition = re.match(r" {0,3}\[(?P<id>[^\]]+)\]:", written)
    if definition:
        gone_ids.add(definition["id"].strip().casefold())
        end = source.find("\n", link.end)
        yield link.start, end if end >= 0 else len(source), ""
    elif written.startswith("<") and "=" in written:
        bare = re.sub(r"""\s(?:href|src)\s*=\s*(["']).*?\1""", "", written, flags=re.DOTALL)
        yield link.start, link.end, bare
    else:
        yield link.start, link.end, ""


def _references(document: Document, gone_ids: set[str]) -> Iterable[Edit]:
    """[text][id] and [id] whose definition is gone, as their words."""
    if not gone_ids:
        return
    for match in re.finditer(r"!?\[([^\[\]]+)\](?:\[([^\[\]]*)\])?(?![(:])", document.shown.masked):
        name = (match[2] or match[1]).strip().casefold()
        if name in gone_ids:
            yield match.start(), match.end(), document.shown.source[match.start(1) : match.end(1)]
