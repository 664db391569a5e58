"""Nothing of what may not be seen on the day is on the site: path, title, text or content."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator

from kommun.content.addresses import address, file_address, generated_keys
from kommun.content.document import Document, Entry
from kommun.content.markdown import plain_text
from kommun.content.secrecy import SECRET
from kommun.finding import Problem
from kommun.personal_data import names_in, without_marks

from .finished import FinishedSite, folded

_DISTINCTIVE = 40
"""Characters from which a line of text is taken to be that document's own."""


def check(site: FinishedSite) -> Iterator[Problem]:
    yield from _addresses(site)
    yield from _contents(site)
    yield from _texts(site)
    yield from _names(site)
    yield from _secret_matters(site)


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
    """A withheld file under any name: by its content."""
    hidden = [p for p in site.library.files if p not in site.plan.files]
    sizes = {site.library.files[p].size for p in hidden}
    suspects = [p for p in site.files if (site.folder / p).stat().st_size in sizes]
    if not suspects:
        return
    visible = {_digest(site, p) for p in site.plan.files if site.library.files[p].size in sizes}
    digests = {_digest(site, p): p for p in hidden}
    for path in sorted(suspects):
        source = digests.get(site.digest(path))
        if source and site.digest(path) not in visible:
            yield Problem(path, "content", values={"source": source})


def _digest(site: FinishedSite, path: str) -> str:
    return hashlib.sha256((site.library.root / path).read_bytes()).hexdigest()


def _texts(site: FinishedSite) -> Iterator[Problem]:
    known = {_words(line) for d in site.library.documents if d.key in site.plan.entries for line in _lines(d)}
    for document in _hidden(site):
        for line in (*_lines(document), document.title):
            words = _words(without_marks(line, document.lang, True))
            own = line is document.title or len(words) >= _DISTINCTIVE
            if own and words and words in site.blocks and words not in known and not _other_title(site, words):
                yield Problem(site.blocks[words], "text", values={"source": document.path})
                break


def _other_title(site: FinishedSite, words: str) -> bool:
    return words in {_words(d.title) for d in site.library.documents if d.key in site.plan.entries}


def _lines(document: Document) -> list[str]:
    return [line for line in document.text.masked.split("\n") if line.strip()]


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


def _secret_matters(site: FinishedSite) -> Iterator[Problem]:
    """What a matter that is secret as a whole says, in its own heading or text."""
    for document in site.library.documents:
        if document.shown is document.text:
            continue
        left = {_words(line) for line in document.shown.masked.split("\n")}
        for line in _lines(document):
            words = _words(SECRET.sub("", line))
            if len(words) >= _DISTINCTIVE and words not in left and words in site.blocks:
                yield Problem(site.blocks[words], "secret", values={"source": document.path})
                break
