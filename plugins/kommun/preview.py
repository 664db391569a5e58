"""A site to look at before it is published: opened from a folder, without a server, and saying which day it shows."""

from __future__ import annotations

import html
import re
from datetime import date
from pathlib import Path

from kommun.configuration import Settings
from kommun.messages import load

_POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy"[^>]*>\n?', re.IGNORECASE)
_HREF = re.compile(r'(?P<before>\s(?:href|action)=")(?P<path>[^":?#]*)(?P<rest>[?#][^"]*)?"')
_BODY = re.compile(r"<body[^>]*>")
_BANNER = '<p class="preview-day" role="note">{words}</p>'


def make_readable_without_server(site: Path, day: date, settings: Settings) -> None:
    """Change a built site in place, so that its pages can be opened from the disk. Never publish it afterwards.

    Addresses of folders name their file, the policy goes (a browser takes no file for the page's own host), and a
    line on top says which day is shown.
    """
    for page in sorted(site.rglob("*.html")):
        first = page.relative_to(site).parts[0]
        words = load(first if first in settings.locales else settings.main, "theme")
        banner = _BANNER.format(words=html.escape(words["preview_day"].format(day=day.isoformat())))
        text = _HREF.sub(_named, _POLICY.sub("", page.read_text(encoding="utf-8")))
        body = _BODY.search(text)
        at = body.end() if body else 0
        page.unlink()  # it may be the same file as one in the cache
        page.write_text(f"{text[:at]}\n{banner}{text[at:]}", encoding="utf-8")


def _named(found: re.Match[str]) -> str:
    path, rest = found["path"], found["rest"] or ""
    is_folder = path.endswith("/") or path in (".", "..") or path.endswith("/..")
    if not is_folder or path.startswith("/"):
        return found[0]
    return f'{found["before"]}{path.rstrip("/")}/index.html{rest}"'
