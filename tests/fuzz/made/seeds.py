"""Real files to start from: those of the leak tests, the site's own PDFs, and pictures of the rarer sorts."""

from __future__ import annotations

import io
from functools import cache
from typing import Any

from PIL import Image

from tests.build.town import PROJECT
from tests.leaks.images import ORIENTATION, POSITION, drawn, exif
from tests.leaks.look_alikes import look_alikes
from tests.leaks.planted import planted

KINDS = ("pdf", "docx", "xlsx", "odt", "ods", "jpg", "png", "webp", "svg", "csv")
_LARGEST = 60_000


@cache
def seeds(kind: str) -> tuple[bytes, ...]:
    made = [
        one.content
        for one in (*planted(), *look_alikes())
        if one.file.endswith(f".{kind}") and isinstance(one.content, bytes)
    ]
    if kind in ("pdf", "svg"):
        made += [file.read_bytes() for file in sorted(PROJECT.glob(f"[dmut]*/**/*.{kind}")) if "/." not in str(file)]
    made += _pictures(kind)
    return tuple(dict.fromkeys(one for one in made if len(one) < _LARGEST))


def _pictures(kind: str) -> list[bytes]:
    turned = exif({ORIENTATION: 6}, gps=POSITION)
    small = drawn(24, 18)
    more: list[tuple[Image.Image, str, dict[str, Any]]] = {
        "jpg": [
            (small, "JPEG", {"exif": turned}),
            (small, "JPEG", {"progressive": True, "comment": b"a", "exif": turned}),
            (small.convert("CMYK"), "JPEG", {}),
            (small, "MPO", {"save_all": True, "append_images": [small], "exif": turned}),
            (small, "JPEG", {"icc_profile": bytes(200), "restart_marker_blocks": 1}),
        ],
        "png": [
            (small, "PNG", {"exif": turned}),
            (small.quantize(8), "PNG", {"transparency": 0}),
            (small, "PNG", {"save_all": True, "append_images": [small.rotate(90)], "exif": turned}),
        ],
        "webp": [
            (small, "WEBP", {"exif": turned, "xmp": b"<a/>"}),
            (small.convert("RGBA"), "WEBP", {"lossless": True, "icc_profile": bytes(200)}),
            (small, "WEBP", {"save_all": True, "append_images": [small.rotate(90)], "exif": turned}),
        ],
    }.get(kind, [])
    return [_saved(image, form, options) for image, form, options in more]


def _saved(image: Image.Image, form: str, options: dict[str, Any]) -> bytes:
    out = io.BytesIO()
    image.save(out, form, **options)
    return out.getvalue()
