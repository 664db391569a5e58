"""Tags in a Markdown text: kept and written out again, or taken away, or shown as the characters they are."""

from __future__ import annotations

import re
from collections import Counter

from . import html_elements as elements
from .html_change import Change, Loss
from .html_tag import NAME, Tag, inert, lost_from, read_tag, told, told_of, written
from .html_view import AUTOLINK, View

_DECLARATION = re.compile(r"(?P<opens><!\[CDATA\[|<\?|<!(?=[a-zA-Z\[]))(?P<name>[a-zA-Z]*)")
_SCHEME = re.compile(r"(?P<scheme>[a-z][a-z0-9+.-]{3,31}|ftps?|sms|urn):", re.IGNORECASE)


def tag_changes(view: View, skipped: frozenset[int] = frozenset()) -> list[Change]:
    """What must become of a text's tags; `skipped` are the `<` around addresses of links."""
    return _Tags(view, skipped).changes()


class _Tags:
    """One walk through the tags of a text."""

    def __init__(self, view: View, skipped: frozenset[int]) -> None:
        self._view = view
        self._text = view.bare
        self._skipped = skipped
        self._open: list[Tag] = []
        self._names: Counter[str] = Counter()
        self._forgiven: Counter[str] = Counter()
        """Ends that are taken away without a word, since their beginning was told of."""
        self._never: set[str] = set()
        self._done: dict[int, Change] = {}

    def changes(self) -> list[Change]:
        at = self._text.find("<")
        while at >= 0:
            at = self._text.find("<", self._decide(at))
        for left in self._open:
            self._not_closed(left)
        for start, end in self._view.examples:
            code = self._view.source[start:end]
            self._done[start] = Change(start, end, f"<code>{inert(code.strip('`').strip())}</code>")
        return [c for c in self._done.values() if c.losses or self._view.source[c.start : c.end] != c.new]

    def _decide(self, at: int) -> int:
        """Decide on one `<`; where to go on."""
        following = self._text[at + 1 : at + 2]
        if at in self._skipped:
            return at + 1
        if example := self._view.example_at(at):
            return example[1]
        if following.isascii() and following.isalnum() and (autolink := AUTOLINK.match(self._text, at)):
            return self._autolink(autolink)
        if following.isascii() and following.isalpha():
            return self._begins(at)
        if following == "/" and NAME.match(self._text, at):
            return self._ends(at)
        if following in ("!", "?"):
            return self._declaration(at)
        if following in ("/", "<"):
            return self._escape(at)
        return at + 1

    def _autolink(self, found: re.Match[str]) -> int:
        """`<https://…>` is Markdown; within a block of HTML it would be a tag, with whatever it holds as attributes."""
        chunk = self._view.chunk_at(found.start())
        if chunk is not None and chunk.plain:
            return found.end()
        words = found[0][1:-1]
        address = words if words.lower().startswith(("http:", "https:", "mailto:")) else f"mailto:{words}"
        link = f'<a href="{inert(address, True)}">{inert(words)}</a>'
        return self._change(found.start(), found.end(), link)

    def _change(self, start: int, end: int, new: str, kind: str = "", name: str = "") -> int:
        self._done[start] = Change(start, end, new, (Loss(start, kind, told(name)),) if kind else ())
        return end

    def _escape(self, at: int, kind: str = "", name: str = "") -> int:
        return self._change(at, at + 1, "&lt;", kind, name)

    def _read(self, at: int) -> Tag | None:
        chunk = self._view.chunk_at(at)
        tag = read_tag(self._text, at, chunk.end if chunk else len(self._text))
        return tag if tag and not self._view.has_code(at, tag.end) else None

    def _unfinished(self, at: int) -> int:
        """What no `>` ends is shown as it is written; it is told where it looks like a tag and not like `a <b`."""
        name = NAME.match(self._text, at)
        word = name[1].lower() if name else ""
        end = self._text.find("\n", at)
        like = len(word) > 1 or "=" in self._text[at : end if end >= 0 else len(self._text)]
        return self._escape(at, "not-closed" if like and word in elements.KNOWN else "", word)

    def _begins(self, at: int) -> int:
        tag = self._read(at)
        if tag is None:
            return self._unfinished(at)
        if tag.name in elements.ALLOWED:
            return self._allowed(tag)
        return self._forbidden(tag) if tag.name in elements.KNOWN else self._unknown(tag)

    def _unknown(self, tag: Tag) -> int:
        """A word in angle brackets is shown; what was made to be more than a word is taken away."""
        address = _SCHEME.match(tag.name)
        if address:
            good = address["scheme"] in elements.SCHEMES
            return self._escape(tag.start, "" if good else "address", address["scheme"])
        if any(a.value for a in tag.attributes) or re.search("[-:]", tag.name):
            self._forgiven[tag.name] += 1
            return self._change(tag.start, tag.end, "", "element", tag.name)
        return self._escape(tag.start)

    def _forbidden(self, tag: Tag) -> int:
        end = self._end_of(tag) if tag.name in elements.EMPTIED else None
        if end is None:
            self._forgiven[tag.name] += 1
        return self._change(tag.start, end or tag.end, "", elements.lost_element(tag.name), tag.name)

    def _end_of(self, tag: Tag) -> int | None:
        """Where an element ends with all it holds; None where it never does."""
        if tag.name in self._never:
            return None
        found = re.compile(rf"(?i)</{tag.name}(?=[\s/>])").search(self._text, tag.end)
        end = self._text.find(">", found.end()) if found else -1
        if end < 0:
            self._never.add(tag.name)
        return end + 1 if end >= 0 else None

    def _allowed(self, tag: Tag) -> int:
        kept: dict[str, str] = {}
        losses: list[Loss] = []
        for attribute in tag.attributes:
            kind = lost_from(tag.name, attribute)
            if kind:
                losses.append(Loss(attribute.start, kind, told_of(attribute, kind)))
            elif attribute.name not in kept:
                kept[attribute.name] = attribute.value
        new = "".join([f"<{tag.name}", *(written(tag.name, name, value) for name, value in kept.items()), ">"])
        if tag.name == "img" and "src" not in kept:
            losses, new = losses or [Loss(tag.start, "address", "src")], ""
        self._done[tag.start] = Change(tag.start, tag.end, new, tuple(x for x in losses if x.name))
        if tag.name not in elements.VOID:
            self._open.append(tag)
            self._names[tag.name] += 1
        return tag.end

    def _ends(self, at: int) -> int:
        tag = self._read(at)
        if tag is None:
            return self._unfinished(at)
        if self._names[tag.name]:
            while (left := self._open.pop()).name != tag.name:
                self._names[left.name] -= 1
                self._not_closed(left)
            self._names[tag.name] -= 1
            return self._change(at, tag.end, f"</{tag.name}>")
        if self._forgiven[tag.name]:
            self._forgiven[tag.name] -= 1
            return self._change(at, tag.end, "")
        if tag.name in elements.KNOWN:
            return self._change(at, tag.end, "", "" if tag.name in elements.VOID else "not-opened", tag.name)
        return self._escape(at)

    def _not_closed(self, left: Tag) -> None:
        losses = self._done[left.start].losses
        self._forgiven[left.name] += 1
        self._done[left.start] = Change(left.start, left.end, "", (Loss(left.start, "not-closed", left.name), *losses))

    def _declaration(self, at: int) -> int:
        """`<!…>` and `<?…`: none of them is for readers. Comments that end are gone already."""
        text = self._text
        if text.startswith("<!--", at):
            return self._escape(at, "comment", "!--")
        found = _DECLARATION.match(text, at)
        chunk = self._view.chunk_at(at)
        limit = chunk.end if chunk else len(text)
        for closes in ({"<![CDATA[": "]]>", "<?": "?>"}.get(found["opens"], ">"), ">") if found else ():
            end = text.find(closes, at, limit)
            if end >= 0 and found and not self._view.has_code(at, end):
                return self._change(at, end + len(closes), "", "element", found["opens"][1:2] + found["name"])
        return self._escape(at)
