"""What one reading has seen so far."""

from __future__ import annotations

import hashlib
import re

from kommun.identity_codes import holds_code

from .limits import Limits, Refused
from .report import Report

_SHORT = 80
"""Fewer characters may well stand in two different files."""


class Seen:
    """Collects what the readers of the different kinds tell, for one `Report`."""

    def __init__(self, limits: Limits) -> None:
        self.limits = limits
        self.kind = ""
        self.pages = 0
        self.code_pages: set[int] = set()
        self.code_in_text = False
        self.code_beneath = False
        self.hidden: set[str] = set()
        self.position = False
        self.unread: set[int] = set()
        self.covered: set[int] = set()
        self.traces: set[str] = set()
        self.signed = False
        self._said: list[str] = []
        self._looks: list[str] = []
        self._unpacked = 0

    def text(self, text: str, page: int = 0) -> None:
        """Text that a reader of the file sees; on a page where it has pages."""
        if holds_code(text):
            if page:
                self.code_pages.add(page)
            else:
                self.code_in_text = True
        self._said.append(text)

    def beneath(self, text: str) -> None:
        """Text that is not seen at once."""
        if holds_code(text):
            self.code_beneath = True

    def looks(self, data: bytes) -> None:
        """What is drawn rather than written: the pixels of an image, whatever is told about them."""
        self._looks.append(hashlib.sha256(data).hexdigest())

    @property
    def has_looks(self) -> bool:
        return bool(self._looks)

    @property
    def says_little(self) -> bool:
        """Whether a file is known by its looks, since its text might stand in another one."""
        return len(self._words()) < _SHORT

    def take_in(self, inner: Seen, traces: bool = True, looks: bool = True) -> None:
        """What was seen in a file inside the file; without its looks, where the published copy lacks it."""
        self.code_beneath |= bool(inner.code_pages or inner.code_in_text or inner.code_beneath)
        self.hidden |= inner.hidden
        self.position |= inner.position
        self.traces |= inner.traces if traces else set()
        self._looks += inner._looks if looks else []
        self._unpacked += inner._unpacked

    def took(self, size: int) -> None:
        """Count unpacked bytes; Refused when they are too many."""
        self._unpacked += size
        if self._unpacked > self.limits.unpacked:
            raise Refused

    def report(self, trouble: str = "") -> Report:
        return Report(
            kind=self.kind,
            trouble=trouble,
            pages=self.pages,
            code_pages=tuple(sorted(self.code_pages)),
            code_in_text=self.code_in_text,
            code_beneath=self.code_beneath,
            hidden=tuple(sorted(self.hidden)),
            position=self.position,
            unread=tuple(sorted(self.unread)),
            covered=tuple(sorted(self.covered)),
            traces=tuple(sorted(self.traces)),
            signed=self.signed,
            essence=self._essence(),
        )

    def _essence(self) -> str:
        said = self._words()
        if len(said) >= _SHORT:
            return "text:" + hashlib.sha256(said.encode("utf-8", "replace")).hexdigest()
        if self._looks:
            return "looks:" + hashlib.sha256(" ".join(sorted(self._looks)).encode()).hexdigest()
        return ""

    def _words(self) -> str:
        return re.sub(r"[\s\u00ad\u200b]+", " ", " ".join(self._said)).strip()
