"""Examples for web servers, made from the same settings as the site: `kommun server nginx|caddy`.

One template for each kind of server, `nginx.conf` and `Caddyfile`, with comments in Swedish
for whoever looks after the server. The headers come from `headers.py`.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from kommun.configuration import Settings
from kommun.stage.feeds import ATOM, feeds
from kommun.stage.oparl.record import ROOT as OPEN_DATA

from . import headers

TEMPLATES = {"nginx": "nginx.conf", "caddy": "Caddyfile"}
"""The kinds of servers that we have an example for."""

_ATTACHMENTS = ("pdf", "docx", "xlsx", "odt", "ods", "csv", "jpg", "jpeg", "png", "webp", "svg")
_OFFICE = "application/vnd.openxmlformats-officedocument"
_TYPES = {
    "css": "text/css; charset=utf-8",
    "js": "text/javascript; charset=utf-8",
    "svg": "image/svg+xml; charset=utf-8",
    "json": "application/json; charset=utf-8",
    "xml": "application/xml; charset=utf-8",
    "ics": "text/calendar; charset=utf-8",
    "csv": "text/csv; charset=utf-8",
    "txt": "text/plain; charset=utf-8",
    "webmanifest": "application/manifest+json; charset=utf-8",
    "docx": f"{_OFFICE}.wordprocessingml.document",
    "xlsx": f"{_OFFICE}.spreadsheetml.sheet",
    "odt": "application/vnd.oasis.opendocument.text",
    "ods": "application/vnd.oasis.opendocument.spreadsheet",
}
_NGINX_VARIABLES = {"Content-Security-Policy": "$kommun_policy", "Cross-Origin-Resource-Policy": "$kommun_resource"}
"""The headers that nginx looks up by address."""


def configuration(settings: Settings, kind: str) -> str:
    """A whole configuration of a kind of server, with comments on what to look over."""
    templates = Environment(
        loader=FileSystemLoader(Path(__file__).parent),
        undefined=StrictUndefined,
        trim_blocks=True,
        keep_trailing_newline=True,
    )
    return templates.get_template(TEMPLATES[kind]).render(**_values(settings))


def _values(settings: Settings) -> dict[str, Any]:
    base = urlsplit(settings.site_url).path.rstrip("/")
    addresses = {feed.address(lang, settings): feed.type for feed in feeds(settings) for lang in settings.locales}
    folders = dict.fromkeys([OPEN_DATA.partition("/")[0], *(address.rpartition("/")[0] for address in addresses)])
    return {
        "host": settings.host,
        "base": base,
        "others": [lang for lang in settings.locales if lang != settings.main],
        "headers": headers.headers(settings),
        "policies": [(f"{base}/{a}", headers.policy(settings, a)) for a in headers.sources_of_pages(settings)],
        "policy_of_drawings": headers.policy_of_drawings(),
        "variables": _NGINX_VARIABLES,
        "attachments": _ATTACHMENTS,
        "open_folders": [f"{base}/{folder}/" for folder in folders],
        "atom_feeds": [f"{base}/{address}" for address, type_ in addresses.items() if type_ == ATOM],
        "types": _TYPES,
    }
