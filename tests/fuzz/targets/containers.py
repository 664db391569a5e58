"""The containers of pictures: taken apart and put together again, the picture is the same and nothing else is left."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from random import Random

from kommun.attachments.containers import jpeg, png, turned, webp
from kommun.attachments.kinds.image import _orientation
from kommun.attachments.limits import Broken, Refused
from tests.fuzz.made.bytes import changed
from tests.fuzz.made.pictures import sequence

SHARE = 150
_CONTAINERS = {b"\xff\xd8": jpeg, b"\x89P": png, b"RI": webp}


def make(chance: Random) -> bytes:
    made = sequence(chance, chance.choice(("jpg", "png", "webp")))
    return changed(chance, made) if chance.random() < 0.2 else made


def judge(made: bytes, told: Counter[str]) -> Iterator[str]:
    container = _CONTAINERS.get(made[:2], jpeg)
    try:
        found = container.split(made)
    except (Broken, Refused) as error:
        told[f"{container.__name__.rpartition('.')[2]} {type(error).__name__}"] += 1
        return
    told[f"{container.__name__.rpartition('.')[2]} whole"] += 1
    for orientation in {1, _orientation(found), 8}:
        joined = container.joined(found, orientation)
        again = container.split(joined)
        if again.aside or any(block != turned(orientation) for block in again.exif):
            yield "something is left beside the picture"
        if container.joined(again, orientation) != joined:
            yield "put together in another way the second time"
        if b"".join(again.kept)[16:] != b"".join(found.kept)[16:] and container is not webp:
            yield "another picture"
        if container is not webp and _orientation(again) != orientation:
            yield "turned in another way"
