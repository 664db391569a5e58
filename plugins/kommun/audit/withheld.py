"""Nothing of what may not be seen on the day is on the site: path, title, text or content."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

from kommun.content.addresses import address, file_address, generated_keys
from kommun.content.document import Document, Entry
from kommun.content.markdown import plain_text
from kommun.content.secrecy import SECRET, secret_lines
from kommun.finding import Problem
from kommun.messages import load, rule_texts
from kommun.personal_data import names_in, without_marks

from .finished import FinishedSite, folded
from .windows import Runs

_TAG = re.compile(r"<[^>]*>|\\[nrt]")


def check(site: FinishedSite) -> Iterator[Problem]:
    yield from _addresses(site)
    yield from _contents(site)
    yield from _texts(site)
    yield from _names(site)


def _hidden(site: FinishedSite) -> list[Document]:
    return [d for d in site.library.documents if d.key not in site.plan.entries]


def _addresses(site: FinishedSite) -> Iterator[Problem]:
    """Addresses of what is withheld, in links and anywhere else in a text."""
    # The index pages of folders are made whether or not an editor's introduction may be seen.
    made = {f"{key.removesuffix('/index')}/" for key in generated_keys(site.library.settings)}
    pages = {f"{d.key.removesuffix('/index')}/": d.path for d in _hidden(site) if d.key != "index"}
    gone = {address: path for address, path in pages.items() if address not in made}
    gone |= {file_address(path): path for path in site.library.files if path not in site.plan.files}
    for path, text in site.texts():
        linked = (site.within(site.pages[path], t) for t in site.pages[path].targets) if path in site.pages else ()
        for found in (*_written(text), *(a for a in linked if a)):
            source = gone.get(_without_language(site, found)) or gone.get(found)
            if source:
                yield Problem(path, "address", values={"source": source})


def _written(text: str) -> Iterator[str]:
    """Everything in a text that may be an address, from the site's root."""
    for match in re.finditer(r"""[^\s"'<>()=]+""", text):
        if "/" in match[0] or "." in match[0]:
            yield re.sub(r"^(?:https?://[^/]+/|(?:\.\./)+|\./|/)", "", match[0])


def _without_language(site: FinishedSite, address: str) -> str:
    """The address of the same page in the main language."""
    path = re.split("[#?]", address, maxsplit=1)[0]
    first, _, rest = path.partition("/")
    return rest if first in site.library.settings.locales else path


def _contents(site: FinishedSite) -> Iterator[Problem]:
    """A withheld file under any name: by its bytes, and by what it says where somebody has saved it anew."""
    reports, attachments = site.library.reports, site.library.attachments
    hidden = [p for p in site.library.files if p not in site.plan.files and (site.library.root / p).is_file()]
    digests = attachments.digests([*hidden, *site.plan.files])
    shown = {digests[p] for p in site.plan.files} | {reports[p].essence for p in site.plan.files if p in reports}
    signs = {digests[p]: p for p in hidden} | {reports[p].essence: p for p in hidden if p in reports}
    signs = {sign: path for sign, path in signs.items() if sign and sign not in shown}
    for path in sorted(site.files - site.pages.keys()):
        essence = site.reports[path].essence if path in site.reports else ""
        source = signs.get(essence) or signs.get(site.digest(path))
        if source:
            yield Problem(path, "content", values={"source": source})


def _texts(site: FinishedSite) -> Iterator[Problem]:
    """Runs of words of what is withheld, and titles of it, wherever they stand."""
    hidden = _hidden(site)
    runs = Runs([(d.path, line) for d in hidden for line in _said(d)] + list(_secret_lines(site)))
    known = {run for text in _shown(site) for run in runs.found_in(text)}
    secret = {path for path, _ in _secret_lines(site)}
    for path, text in site.texts():
        said = site.pages[path].words if path in site.pages else _TAG.sub(" ", text)
        for source in sorted(runs.sources(runs.found_in(said) - known)):
            yield Problem(path, "secret" if source in secret else "text", values={"source": source})
    titles = {_words(d.title) for d in site.library.documents if d.key in site.plan.entries}
    for document in hidden:
        title = _words(without_marks(document.title, document.lang, True))
        if title and title in site.blocks and title not in titles:
            yield Problem(site.blocks[title], "text", values={"source": document.path})


def _said(document: Document) -> Iterator[str]:
    """The lines of a document as they would be read, names included."""
    for line in document.text.masked.split("\n"):
        if line.strip():
            yield plain_text(without_marks(line, document.lang, True))


def _shown(site: FinishedSite) -> Iterator[str]:
    """What visible documents say and the pages' own words: the same words may stand in what is withheld.

    Taken from the texts themselves, not from what the stage takes for showable.
    """
    for document in site.library.documents:
        if document.key in site.plan.entries:
            secret = secret_lines(document.text)
            lines = [line for at, line in enumerate(document.text.source.split("\n")) if at not in secret]
            yield "\n".join([document.title, *(plain_text(line) for line in lines)])
    for lang in site.library.settings.locales:
        for name in ("pages", "theme"):
            yield json.dumps(load(lang, name), ensure_ascii=False)
    yield from rule_texts(site.library.settings.locales)


def _secret_lines(site: FinishedSite) -> Iterator[tuple[str, str]]:
    """What matters that are secret as a whole say in visible documents, in their headings and texts."""
    for document in site.library.documents:
        if document.key in site.plan.entries:
            lines = document.text.masked.split("\n")
            for at in sorted(secret_lines(document.text)):
                yield document.path, plain_text(without_marks(SECRET.sub("", lines[at]), document.lang, True))


def _words(line: str) -> str:
    return folded(plain_text(line.lstrip("#->*0123456789. ")))


def _names(site: FinishedSite) -> Iterator[Problem]:
    """Marked personal data that may no longer be shown: on the pages of its own document, in feeds and calendars.

    Elsewhere the same name may stand for another reason, as an elected member's does.
    """
    settings = site.library.settings
    shown = {name for key in site.plan.personal_data_shown for name in _marked(site.plan.entries[key])}
    feeds = [(path, text) for path, text in site.texts() if path.endswith((".xml", ".ics"))]
    for key, entry in site.plan.entries.items():
        names = set() if key in site.plan.personal_data_shown else _marked(entry)
        pages = [site.pages.get(f"{address(key, lang, settings)}index.html") for lang in settings.locales]
        own = [(page.path, page.source) for page in pages if page] if names else []
        for path, text in own:
            if any(name in text for name in names):
                yield Problem(path, "name", values={"source": entry.main.path})
        for path, text in feeds if names - shown else []:
            if any(name in text for name in names - shown):
                yield Problem(path, "name", values={"source": entry.main.path})


def _marked(entry: Entry) -> set[str]:
    return {name for d in entry.versions.values() for name in names_in(f"{d.text.source}\n{d.title}")}
