"""What each of the given paths means: something that is there, something that is gone already, or nothing known."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from kommun.configuration import Settings
from kommun.content.addresses import address, file_address, generated_keys
from kommun.content.library import Library

from .checkout import SUBJECT, Checkout
from .journal import Remembered
from .naming import Elsewhere, Names, key_of, readings


@dataclass(frozen=True)
class Meaning:
    """One path as it was given."""

    text: str
    here: frozenset[str] = frozenset()
    """Sources in the content or in the last commit."""
    past: frozenset[str] = frozenset()
    """Sources that only the history knows."""
    on_site: tuple[str, ...] = ()
    """Addresses that still stand on the site though no source makes them."""
    gone: bool = False
    """It is known to have been there once."""
    refusal: str = ""
    """Why it means nothing: a case in the words."""
    guesses: tuple[str, ...] = ()


@dataclass(frozen=True)
class Knowledge:
    """All that a path can mean."""

    root: Path
    library: Library
    checkout: Checkout | None
    tracked: frozenset[str]
    site_dir: Path
    remembered: Remembered

    @property
    def settings(self) -> Settings:
        return self.library.settings

    def meanings(self, texts: Iterable[str]) -> list[Meaning]:
        library = self.library
        present = Names(
            {*library.by_path, *library.unread, *library.files, *library.links, *self.tracked}, self.settings
        )
        return [self._meaning(text, present) for text in texts]

    def _meaning(self, text: str, present: Names) -> Meaning:
        try:
            names = readings(text, self.root, self.settings)
        except (Elsewhere, ValueError):
            return Meaning(text, refusal="elsewhere")
        for name in names:
            here = present.find(name)
            if here:
                return Meaning(text, here=here)
        past = self._past(present)
        for name in names:
            known = past.find(name)
            moved = sorted(to for path in known if (to := self._moved_to(path)) in present.paths)
            if moved:
                return Meaning(text, refusal="moved", guesses=tuple(moved))
            standing = self._standing(name)
            if known or standing or self.remembered.knows(name):
                return Meaning(text, past=self._together(known, past), on_site=standing, gone=True)
        refusal = "generated" if any(self._is_generated(name) for name in names) else "unknown"
        guesses = tuple(dict.fromkeys(guess for name in names if name for guess in present.guesses(name)))
        return Meaning(text, refusal=refusal, guesses=guesses)

    def _past(self, present: Names) -> Names:
        paths = self.checkout.ever(self.settings.stage.content) if self.checkout else frozenset()
        return Names(paths - present.paths, self.settings)

    def _together(self, paths: frozenset[str], past: Names) -> frozenset[str]:
        """The paths and what left with them, where they were removed by this command."""
        if not self.checkout:
            return paths
        found = set(paths)
        for path in paths:
            commit, _, subject = self._deletion(path).partition(" ")
            if subject == SUBJECT:
                show = ("show", "--format=", "--name-only", "--diff-filter=D", "--no-renames", "-z", commit)
                found |= self.checkout.own(self.checkout.run(*show)) & past.paths
        return frozenset(found)

    def _moved_to(self, path: str) -> str:
        """The name that a file got when it left this one; '' where it was deleted."""
        commit = self._deletion(path).partition(" ")[0]
        if not self.checkout or not commit:
            return ""
        show = ("show", "--format=", "--name-status", "--diff-filter=R", "-M", "-z", commit)
        rows = self.checkout.run(*show).split(b"\0")
        moves = dict(zip(rows[1::3], rows[2::3], strict=False))
        new = moves.get((self.checkout.prefix + path).encode("utf-8", "surrogateescape"), b"")
        return "".join(self.checkout.own(new))

    def _deletion(self, path: str) -> str:
        """The id and the subject of the last commit that took a path away."""
        log = ("log", "--all", "-1", "--diff-filter=D", "--no-renames", "--format=%H %s", "--")
        return self.checkout.ask(*log, self.checkout.prefix + path) if self.checkout else ""

    def _standing(self, name: str) -> tuple[str, ...]:
        """The addresses of something that the site shows and no source accounts for."""
        if not name or self._is_generated(name) or ".." in name.split("/"):
            return ()
        first, _, rest = name.partition("/")
        own = rest if first in self.settings.locales else name
        key = key_of(own) or own.removeprefix("docs/")
        pages = (address(key, lang, self.settings) for lang in self.settings.locales)
        on_site = tuple(page for page in pages if page and (self.site_dir / page / "index.html").is_file())
        file = file_address(own)
        return (*on_site, *((file,) if (self.site_dir / file).is_file() else ()))

    def _is_generated(self, name: str) -> bool:
        """A page that the software makes by itself, or one of its feeds."""
        settings = self.settings
        keys = {key.removesuffix("/index") for key in generated_keys(settings)}
        first, _, rest = name.partition("/")
        own = rest if first in settings.locales else name
        return own in keys or own.startswith((f"{settings.stage.feeds}/", "oparl/", "kommun/")) or own in _MADE


_MADE = ("sitemap.xml", "robots.txt", "404.html")
