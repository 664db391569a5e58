"""Nothing on the site acts by itself: no script but its own, nothing embedded, nothing sent, no picture that runs.

Editors' texts are cleaned before they are staged (`kommun.content.html`); this looks at
what came out, whatever it came from.
"""

from __future__ import annotations

from collections.abc import Iterator

from kommun.content.html_elements import FRAMES, scheme_of
from kommun.content.svg import wrong_in_svg
from kommun.finding import Problem

from .finished import FinishedPage, FinishedSite

_RUN = frozenset(("javascript", "vbscript", "livescript", "mocha", "data", "blob", "file", "filesystem", "view-source"))
_ADDRESSES = frozenset(
    """action archive background cite classid codebase data dynsrc formaction from href longdesc lowsrc manifest ping
    poster src srcset to usemap values xlink:href""".split()
)
_EMBEDDED = FRAMES | {"base", "foreignobject", "math", "animate", "set"}
_DATA_BLOCK = "application/ld+json"


def check(site: FinishedSite) -> Iterator[Problem]:
    for page in site.pages.values():
        for case, name in sorted(set(_wrong(site, page))):
            yield Problem(page.path, case, values={"name": name})
    for path in sorted(site.files):
        if path.lower().endswith(".svg"):
            for case, name in sorted(set(wrong_in_svg((site.folder / path).read_bytes()))):
                yield Problem(path, case, values={"name": name})


def _wrong(site: FinishedSite, page: FinishedPage) -> Iterator[tuple[str, str]]:
    """The cases of what must not be on a page, with the element, the attribute or the address."""
    for element in page.tree.iter():
        if not isinstance(element.tag, str):
            continue
        tag = element.tag.lower()
        if tag == "script" and not _is_own(site, page, element.get("src"), element.get("type"), element.text):
            yield "script", element.get("src") or tag
        elif tag == "style":
            yield "style", f"<{tag}>"
        elif tag in _EMBEDDED or (tag == "meta" and (element.get("http-equiv") or "").strip().lower() == "refresh"):
            yield "embedded", tag
        for name, value in element.attrib.items():
            yield from _wrong_attribute(site, page, str(name).lower(), str(value))


def _is_own(site: FinishedSite, page: FinishedPage, src: str | None, kind: str | None, text: str | None) -> bool:
    """A script from the site's own files, or a block of data, which no browser runs."""
    if src is None:
        return kind == _DATA_BLOCK
    return not (text or "").strip() and site.within(page, src) is not None


def _wrong_attribute(site: FinishedSite, page: FinishedPage, name: str, value: str) -> Iterator[tuple[str, str]]:
    if name.startswith("on"):
        yield "handler", name
    elif name == "style":
        yield "style", name
    elif name in _ADDRESSES and any(scheme_of(part) in _RUN for part in (value, *value.split(","))):
        yield "address", name
    elif name in ("action", "formaction") and site.within(page, value) is None:
        yield "form", value
