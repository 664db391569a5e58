"""What search engines may read: everything that is on the site."""

from __future__ import annotations

from ..site import Site


def files(site: Site) -> dict[str, bytes]:
    root = site.settings.site_url.rstrip("/") + "/"
    return {"robots.txt": f"User-agent: *\nAllow: /\nSitemap: {root}sitemap.xml\n".encode()}
