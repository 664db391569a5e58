"""Images: jpg, png and webp."""

from __future__ import annotations

import io
import re
import warnings
from types import ModuleType

from PIL import Image

from ..containers import Split, jpeg, png, turned, webp
from ..limits import Broken, Refused
from ..readings import readings
from ..seen import Seen

_CONTAINERS: dict[str, ModuleType] = {"JPEG": jpeg, "PNG": png, "WEBP": webp}
_ORIENTATION, _GPS = 0x0112, 0x8825
# Latitude and longitude of the place itself, and of what was looked at.
_PLACES = {2, 4, 20, 22}
_XMP_PLACE = re.compile(rb"GPS(?:Dest)?L(?:at|ong)itude\s*(?:=\s*[\"']|>)\s*[0-9.,\-]")


def inspect(data: bytes, seen: Seen, depth: int) -> None:
    container = _container(data, seen.limits.pixels)
    found = _taken_apart(container, data)
    remarks(found, seen)
    seen.looks(container.joined(found, _orientation(found)))


def clean(data: bytes) -> bytes:
    """The picture without what is told about it; how it is to be turned is kept."""
    container = _container(data, None)
    found = _taken_apart(container, data)
    return bytes(container.joined(found, _orientation(found)))


def remarks(found: Split, seen: Seen) -> None:
    """What is told about a picture, beside the picture itself."""
    for block in (*found.exif, *found.aside):
        for text in readings(block):
            seen.beneath(text)
    if any(_says_where(block) for block in found.exif) or any(_XMP_PLACE.search(block) for block in found.aside):
        seen.position = True
    if found.aside or any(block != turned(_orientation(found)) for block in found.exif):
        seen.traces.add("image-metadata")


def _container(data: bytes, pixels: int | None) -> ModuleType:
    """The module of the image's container; Refused where it has more pixels than that."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            with Image.open(io.BytesIO(data), formats=tuple(_CONTAINERS)) as image:
                width, height, name = image.width, image.height, str(image.format)
        except Image.DecompressionBombError:
            raise Refused from None
        except MemoryError:
            raise
        except Exception:
            # Pillow raises errors of many kinds for what is no image.
            raise Broken from None
    if pixels is not None and width * height > pixels:
        raise Refused
    return _CONTAINERS["JPEG" if name == "MPO" else name]


def _taken_apart(container: ModuleType, data: bytes) -> Split:
    found: Split = container.split(data)
    return found


def _exif(block: bytes) -> Image.Exif:
    exif = Image.Exif()
    try:
        exif.load(block)
    except MemoryError:
        raise
    except Exception:
        return Image.Exif()  # its bytes were looked through all the same
    return exif


def _orientation(found: Split) -> int:
    for block in found.exif:
        turn = _exif(block).get(_ORIENTATION)
        if isinstance(turn, int) and 1 < turn <= 8:
            return turn
    return 1


def _says_where(block: bytes) -> bool:
    try:
        return bool(_PLACES & set(_exif(block).get_ifd(_GPS)))
    except MemoryError:
        raise
    except Exception:
        return False
