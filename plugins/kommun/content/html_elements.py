"""Which elements and attributes an editor's text may hold, and where its addresses may lead.

An allow-list: what is not named here is lost. The second half names what is
forbidden, only so that it can be told why and so that what it holds goes or stays.
"""

from __future__ import annotations

import re
from html import unescape


def _names(words: str) -> frozenset[str]:
    return frozenset(words.split())


INLINE = _names(
    """a abbr b bdi bdo big br cite code del dfn em font i img ins kbd label mark nobr q rp rt ruby s samp small
    span strike strong sub sup time tt u var wbr"""
)
"""Elements that stand in a line of text, allowed or not; all others begin a block."""
VOID = _names(
    """area base basefont bgsound br col command embed frame hr image img input isindex keygen link meta nextid
    param source track wbr"""
)
_BLOCK_ALLOWED = _names(
    """blockquote caption dd details div dl dt figcaption figure h2 h3 h4 h5 h6 hr li ol p pre summary table tbody
    td tfoot th thead tr ul"""
)
ALLOWED = _BLOCK_ALLOWED | _names(
    """a abbr b br cite code del dfn em i img ins kbd mark q s samp small span strong sub sup time u var wbr"""
)

# What is told of an element that is lost; an element that is in none of these is told as `element`.
FRAMES = _names(
    """applet audio bgsound embed fencedframe frame frameset iframe ilayer layer noframes object portal video"""
)
FORMS = _names(
    """button datalist fieldset form input isindex keygen label legend meter optgroup option output progress select
    textarea"""
)
STYLES = frozenset(["link", "style"])
EMPTIED = (FRAMES - VOID) | _names(
    """canvas comment datalist head map math noembed noscript script select style svg template textarea title xml
    xmp"""
)
"""Elements that go with all they hold: it is no text, or not meant for readers."""
OTHER = _names(
    """address area article aside base basefont bdi bdo big blink body center col colgroup command content dialog
    dir element font footer group h1 header hgroup html image listing main marquee menu menuitem meta multicol
    nav nextid nobr noembed param plaintext rb rp rt rtc ruby search section shadow slot source spacer strike
    track tt"""
)
KNOWN = ALLOWED | FRAMES | FORMS | STYLES | EMPTIED | OTHER | {"script"}
"""Elements of HTML; a word in angle brackets that is none of them is a word (`<namn>`)."""

_WORDS = re.compile(r"[\w .:/-]*")
_NUMBER = re.compile(r"\d{1,5}%?")
_LANGUAGE = re.compile(r"[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8}){0,4}")
_ANYTHING = re.compile(r".*", re.DOTALL)
_FLAG = re.compile(r".*", re.DOTALL)

EVERYWHERE = {
    "id": re.compile(r"[\w.:-]+"),
    "class": _WORDS,
    "lang": _LANGUAGE,
    "dir": re.compile(r"ltr|rtl|auto"),
    "title": _ANYTHING,
}
"""Attributes of every allowed element, with what they may hold."""
ADDRESSES = {("a", "href"), ("img", "src"), ("q", "cite"), ("blockquote", "cite"), ("del", "cite"), ("ins", "cite")}
_CELL = {
    "colspan": _NUMBER,
    "rowspan": _NUMBER,
    "headers": _WORDS,
    "scope": re.compile(r"(?:row|col)(?:group)?"),
    "abbr": _ANYTHING,
}
OWN = {
    "img": {"alt": _ANYTHING, "width": _NUMBER, "height": _NUMBER},
    "td": _CELL,
    "th": _CELL,
    "ol": {"start": re.compile(r"-?\d{1,5}"), "reversed": _FLAG, "type": re.compile(r"[1aAiI]")},
    "li": {"value": re.compile(r"-?\d{1,5}")},
    "details": {"open": _FLAG},
    "time": {"datetime": _ANYTHING},
    "del": {"datetime": _ANYTHING},
    "ins": {"datetime": _ANYTHING},
}
"""Attributes of some elements."""
FLAGS = frozenset(["open", "reversed"])
MARKDOWN = re.compile(r"1|block|span")
"""What the attribute `markdown` may hold: the renderer's own, on blocks."""
IN_BRACES = frozenset(["lang", "dir", "title", "width", "height", "scope", "colspan", "rowspan", "start", "reversed"])
"""Attributes that may stand in braces after an element of Markdown, beside `#id` and `.class`."""
FETCHED = frozenset(["src", "srcset", "background", "poster", "lowsrc", "dynsrc", "data"])
"""Attributes whose address is fetched when the page is shown."""
_SENT = frozenset(["href", "xlink:href", "action", "formaction", "ping", "cite", "longdesc", "manifest", "codebase"])

SCHEMES = ("http", "https", "mailto", "tel")
_DROPPED = re.compile(r"[\s\x00-\x20\x7f-\xa0\xad\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\\`]")
_HEAD = re.compile(r"[^/?#:]*")
_SLASHES = re.compile(r"[\s\x00-\x20\\/]*[\\/]")
_UNSETTLED = frozenset("[]<>{}!&")


def scheme_of(written: str) -> str | None:
    """The scheme of an address, '' where it has none; None where it is none that one can be sure of.

    What browsers and renderers pass over is passed over: entities however often
    they are written, control characters, white space, backslashes and code marks.
    """
    bare = _bare(written)
    head = _HEAD.match(bare)
    assert head is not None
    if bare[head.end() : head.end() + 1] == ":":
        return head[0].casefold()
    return None if _UNSETTLED & set(head[0]) else ""


def is_allowed(written: str, image: bool = False) -> bool:
    """Whether a link may lead to an address; an image may only show what lies on the site itself."""
    scheme = scheme_of(written)
    return scheme == "" and not leads_out(written) if image else scheme in ("", *SCHEMES)


def leads_out(written: str) -> bool:
    """Whether an address is one of another host, with the schemes that a link may have."""
    starts = [_SLASHES.match(reading) for reading in (_unescaped(written), _bare(written))]
    slashes = any(start and len(re.sub(r"[^\\/]", "", start[0])) > 1 for start in starts)
    return slashes or scheme_of(written) in SCHEMES


def _bare(written: str) -> str:
    """An address without what is passed over; what is taken away may have hidden an entity."""
    for _ in range(8):
        plain = unescape(_DROPPED.sub("", written))
        if plain == written:
            break
        written = plain
    return written


def _unescaped(written: str) -> str:
    for _ in range(8):
        plain = unescape(written)
        if plain == written:
            break
        written = plain
    return written


def is_attribute(element: str, name: str, value: str) -> bool:
    """Whether an allowed element may have an attribute with a value that is no address."""
    if name == "markdown":
        return element in _BLOCK_ALLOWED and MARKDOWN.fullmatch(value or "1") is not None
    if name in FLAGS:
        return name in OWN.get(element, {})
    allowed = EVERYWHERE.get(name) or OWN.get(element, {}).get(name)
    return allowed is not None and allowed.fullmatch(value) is not None


def lost_element(name: str) -> str:
    """The case of a forbidden element."""
    for kind, names in (("frame", FRAMES), ("form", FORMS), ("style", STYLES)):
        if name in names:
            return kind
    return "script" if name == "script" else "element"


def lost_attribute(name: str, value: str) -> str:
    """The case of an attribute that is not kept."""
    if name.startswith("on"):
        return "handler"
    if name == "style":
        return "style"
    if name in FETCHED and leads_out(value):
        return "foreign-image"
    if (name in FETCHED or name in _SENT) and not is_allowed(value):
        return "address"
    return "attribute"
