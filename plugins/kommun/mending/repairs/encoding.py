"""Text files as UTF-8 without BOM, with line ends of one kind and every letter as one character.

UTF-16 is recognised by its mark or its zeros. Text from Windows (1252) only where every byte
outside ASCII is a letter or sign of Swedish and Finnish text in its usual place: another
encoding would put other signs there. Mends `front-matter-readable`.
"""

from __future__ import annotations

import codecs
import re
import unicodedata
from collections.abc import Iterator

from kommun.content.reader import read_source
from kommun.mending.proposal import Change, Proposal, Reason
from kommun.mending.working_copy import WorkingCopy

_WIDE_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_LETTERS = "åäöÅÄÖéÉèàáüÜæøÆØ"
_SIGNS = "§°½×·–—…“”‘’«»•€\u00a0"
_LETTER_IN_WORD = re.compile("[a-z][åäö]|[åäö][a-z]", re.IGNORECASE)
_SIGN_IN_WORD = re.compile("[a-zåäö][“”«»…€•½×°][a-zåäö]", re.IGNORECASE)
"""What the letters of older encodings become when they are read as Windows text."""
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffe\uffff]")
_IN_TWO = re.compile("[A-Za-z][\u0300-\u036f]+")


def proposals(copy: WorkingCopy) -> Iterator[Proposal]:
    # A link to a file whose name is written in two parts must go on saying the same as that name.
    named_in_two = any(_IN_TWO.search(path) for path in copy.paths)
    for path, raw in copy.texts.items():
        if not copy.wants(path):
            continue
        text, cases = _decoded(raw)
        if text is None:
            continue
        if "\r" in text:
            text = text.replace("\r\n", "\n").replace("\r", "\n")
            cases.append("line-ends")
        composed = _IN_TWO.sub(lambda found: unicodedata.normalize("NFC", found[0]), text)
        if composed != text and not named_in_two:
            text = composed
            cases.append("nfd")
        if cases and _reads_back(path, text):
            reasons = (Reason("encoding", "front-matter-readable", case) for case in cases)
            yield Change(path, tuple(reasons), text.encode())


def _decoded(raw: bytes) -> tuple[str | None, list[str]]:
    """The text of a file and what was unusual about it; None where it cannot be known for certain."""
    for mark, encoding in _WIDE_MARKS:
        if raw.startswith(mark):
            return _wide(raw, encoding)
    if b"\x00" in raw[:4096]:
        return _wide(raw, "utf-16-le" if raw[1:2] == b"\x00" else "utf-16-be")
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError:
        return _windows(raw)
    bare = text.removeprefix("\ufeff")
    return bare, ["bom"] if bare != text else []


def _wide(raw: bytes, encoding: str) -> tuple[str | None, list[str]]:
    try:
        text = raw.decode(encoding).removeprefix("\ufeff")
    except UnicodeDecodeError:
        return None, []
    return (None, []) if _CONTROL.search(text) or not text else (text, ["utf-16"])


def _windows(raw: bytes) -> tuple[str | None, list[str]]:
    try:
        text = raw.decode("cp1252")
    except UnicodeDecodeError:
        return None, []
    usual = all(sign in _LETTERS or sign in _SIGNS for sign in text if not sign.isascii())
    certain = usual and _LETTER_IN_WORD.search(text) and not _SIGN_IN_WORD.search(text)
    return (text, ["windows-1252"]) if certain and not _CONTROL.search(text) else (None, [])


def _reads_back(path: str, text: str) -> bool:
    """Whether the reader has nothing left to say of the encoding; what else is wrong is for other repairs."""
    encoding = {"bom", "windows-lines", "utf-16", "not-utf-8"}
    return not any(problem.case in encoding for _, problem in read_source(path, text.encode()).problems)
