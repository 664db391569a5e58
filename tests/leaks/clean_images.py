"""Pictures with the usual data of a camera and no place in it."""

from __future__ import annotations

from .images import DESCRIPTION, MAKE, ORIENTATION, WHEN, exif, picture, with_iptc, with_text, with_xmp, xmp
from .in_images import in_pdf
from .in_tables_and_drawings import csv, svg

_CAMERA = exif({MAKE: "Kamera", ORIENTATION: 6, WHEN: "2026:11:02 10:00:00", DESCRIPTION: "Kommungården"})
_EMPTY_PLACE = exif({MAKE: "Kamera"}, gps={0: b"\x02\x03\x00\x00"})
"""Telephones write the version of the format even where they know no place."""
_NO_PLACE = xmp(attributes=' exif:GPSVersionID="2.3.0.0" xmp:CreatorTool="Kamera"')
_PLACE_WORDS = "GPS-spår efter vandringsleden, latitud och longitud mäts i maj"

CLEAN: dict[str, bytes] = {
    **{f"plain.{kind}": picture(kind) for kind in ("jpg", "png", "webp")},
    **{f"camera.{kind}": picture(kind, exif=_CAMERA) for kind in ("jpg", "png", "webp")},
    **{f"empty-place.{kind}": picture(kind, exif=_EMPTY_PLACE) for kind in ("jpg", "png", "webp")},
    **{f"xmp-without-place.{kind}": with_xmp(kind, _NO_PLACE) for kind in ("jpg", "png", "webp")},
    "words-of-places.jpg": picture("jpg", comment=_PLACE_WORDS.encode()),
    "words-of-places.png": with_text("Comment", "GPSLatitude stands in no picture here"),
    "caption.jpg": with_iptc("Kommungården i november"),
    "bytes-after-the-end.jpg": picture("jpg") + bytes(64),
    "progressive.jpg": picture("jpg", progressive=True),
    "palette.png": picture("png", bits=4),
    "lossless.webp": picture("webp", lossless=True),
    "camera-in.pdf": in_pdf(picture("jpg", exif=_CAMERA)),
    "coordinates-of-a-path.svg": svg('<path d="M131052-308 9L131052-308 8z"/>'),
    "map-with-places.svg": svg("<text>63.7253° N, 23.0331° E</text>"),
    "places.csv": csv(("Badstrand", "63.7253, 23.0331"), ("Hamn", "63.8, 23.1")),
}
