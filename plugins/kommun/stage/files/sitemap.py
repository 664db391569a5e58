"""The sitemap: every page of the day, with the other language only where the page really stands in it."""

from __future__ import annotations

from urllib.parse import urljoin
from xml.sax.saxutils import escape, quoteattr

from ..site import Site


def files(site: Site) -> dict[str, bytes]:
    return {"sitemap.xml": _sitemap(site)}


def _sitemap(site: Site) -> bytes:
    root = site.settings.site_url.rstrip("/") + "/"
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">',
    ]
    for key in sorted(site.page_keys()):
        translated = [lang for lang in site.settings.locales if site.is_translated(key, lang)]
        for lang in translated:
            lines.append(f"<url><loc>{escape(urljoin(root, site.address(key, lang)))}</loc>")
            for other in translated if len(translated) > 1 else []:
                address = urljoin(root, site.address(key, other))
                lines.append(f'<xhtml:link rel="alternate" hreflang="{other}" href={quoteattr(address)}/>')
            lines.append("</url>")
    return "\n".join([*lines, "</urlset>", ""]).encode()
