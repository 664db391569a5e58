"""What the site's server says with every answer: the Content-Security-Policy that the site runs under, and its company.

The one place of it. The theme writes the policy into every page, for hosts where nobody
can set headers; the examples for servers, and the tests in a browser, take it from here.
"""

from __future__ import annotations

from collections.abc import Mapping

from kommun.configuration import Settings
from kommun.content import addresses
from kommun.editor.backend import hosts

Policy = Mapping[str, tuple[str, ...]]

POLICY: Policy = {
    "default-src": ("'none'",),
    "script-src": ("'self'",),
    "style-src": ("'self'",),
    "img-src": ("'self'",),
    "font-src": ("'self'",),
    "connect-src": ("'self'",),
    "manifest-src": ("'self'",),
    "form-action": ("'self'",),
    "base-uri": ("'none'",),
    "object-src": ("'none'",),
    "frame-ancestors": ("'none'",),
    "upgrade-insecure-requests": (),
}
"""Everything from the site itself, nothing written into the page, no frame around it."""

_NOT_IN_PAGES = frozenset(("frame-ancestors", "upgrade-insecure-requests"))
"""The first means nothing in a page. The second would break a finished site that somebody looks at over http."""

DRAWING: Policy = {
    "default-src": ("'none'",),
    "style-src": ("'unsafe-inline'",),
    "frame-ancestors": ("'none'",),
    "sandbox": (),
}
"""An SVG file that is opened by itself: nothing runs in it and nothing is fetched, but its own colours hold."""

_OFF = (
    "accelerometer", "autoplay", "camera", "display-capture", "encrypted-media", "fullscreen", "geolocation",
    "gyroscope", "magnetometer", "microphone", "midi", "payment", "picture-in-picture", "publickey-credentials-get",
    "screen-wake-lock", "usb", "xr-spatial-tracking",
)  # fmt: skip
"""What no page of the site asks a browser for."""


def sources_of_pages(settings: Settings) -> dict[str, Policy]:
    """What single pages may do beside the policy: the page's address, and the sources to add to its directives."""
    if not settings.editor.repo:
        return {}
    # The web editor lays itself out with styles of its own making and shows what is being uploaded.
    own = {
        "style-src": ("'unsafe-inline'",),
        "img-src": ("blob:", "data:"),
        "connect-src": ("blob:", "data:", *hosts(settings.editor)),
    }
    return {addresses.address(f"{settings.editor.folder}/index", lang, settings): own for lang in settings.locales}


def policy(settings: Settings, address: str = "") -> str:
    """The policy of the page at an address, as the header carries it."""
    return _written(_of_page(settings, address))


def policy_in_page(settings: Settings, address: str = "") -> str:
    """The policy of the page at an address, as the page itself can carry it."""
    return _written({k: v for k, v in _of_page(settings, address).items() if k not in _NOT_IN_PAGES})


def policy_of_drawings() -> str:
    return _written(DRAWING)


def headers(settings: Settings, address: str = "") -> dict[str, str]:
    """The headers of every answer, and of the page at an address its own policy."""
    return {
        "Content-Security-Policy": policy(settings, address),
        # Without `includeSubDomains` and `preload`: other services of the municipality decide for themselves.
        "Strict-Transport-Security": "max-age=31536000",
        "X-Content-Type-Options": "nosniff",
        # Other sites learn nothing of where a reader came from.
        "Referrer-Policy": "same-origin",
        "Permissions-Policy": ", ".join(f"{name}=()" for name in _OFF),
        # A sign-in to the web editor that opens a window of its own must be able to answer.
        "Cross-Origin-Opener-Policy": f"same-origin{'-allow-popups' if _signs_in_a_window(settings) else ''}",
        "Cross-Origin-Resource-Policy": "same-origin",
        # For browsers that do not know `frame-ancestors`.
        "X-Frame-Options": "DENY",
    }


def _signs_in_a_window(settings: Settings) -> bool:
    return bool(settings.editor.repo and (settings.editor.base_url or settings.editor.app_id))


def _of_page(settings: Settings, address: str) -> Policy:
    more = sources_of_pages(settings).get(address, {})
    return {name: (*sources, *more.get(name, ())) for name, sources in POLICY.items()}


def _written(directives: Policy) -> str:
    return "; ".join(" ".join((name, *sources)) for name, sources in directives.items())
