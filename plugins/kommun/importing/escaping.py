"""Words from Word as Markdown that shows exactly those words.

Nothing that somebody wrote in Word may turn into a heading, a link, HTML or an
attribute. Braces and backticks become character references, since a backslash
before them stops the renderer, but not the code that looks for marks and code.
"""

from __future__ import annotations

import re
from urllib.parse import quote

from kommun.content.markdown import MARK
from kommun.content.secrecy import SECRET

_SIGNS = re.compile(r"[\\*_\[\]]")
_REFERENCES = {"<": "&lt;", "`": "&#96;", "{": "&#123;", "}": "&#125;"}
_REFERENCE = re.compile(r"[<`{}]")
_AMPERSAND = re.compile(r"&(?=[#\w])")
"""Before anything that a browser could take for a reference, with or without its semicolon."""
_START = re.compile(r"(?P<space>\s*)(?P<sign>[#>+:=~|-]|!!!|\?\?\?)")
_NUMBER_AT_START = re.compile(r"^(\s*\d+)([.)])(?=\s|$)")


def escaped(text: str) -> str:
    """Words inside a line; marks for personal data and secrecy can only be meant, and stay marks."""
    out: list[str] = []
    at = 0
    for start, end in sorted({found.span() for pattern in (MARK, SECRET) for found in pattern.finditer(text)}):
        out += [_escaped(text[at:start]), "{", _escaped(text[start + 1 : end - 1]), "}"]
        at = end
    return "".join([*out, _escaped(text[at:])])


def _escaped(text: str) -> str:
    text = _AMPERSAND.sub("&amp;", text)
    text = _SIGNS.sub(lambda sign: f"\\{sign[0]}", text)
    return _REFERENCE.sub(lambda sign: _REFERENCES[sign[0]], text)


def escaped_start(line: str) -> str:
    """A line of text whose first characters would make something else of it."""
    line = _NUMBER_AT_START.sub(r"\1\\\2", line)
    if found := _START.match(line):
        sign = found["sign"]
        code = f"\\{sign}" if sign in "#>+-" else f"&#{ord(sign[0])};{sign[1:]}"
        return found["space"] + code + line[found.end() :]
    return line


def escaped_heading(text: str) -> str:
    """Words of a heading; number signs at its end would be taken for its close."""
    words = escaped(text)
    bare = words.rstrip("#")
    return bare + "&#35;" * (len(words) - len(bare))


def escaped_cell(text: str) -> str:
    """Words in a cell of a table."""
    return text.replace("|", "&#124;")


def link_target(url: str) -> str:
    """An address that ends where it ends."""
    return quote(url.strip(), safe="!#$%&'*+,/:;=?@~-._")
