"""The decisions as open data: a part of OParl 1.1 as a folder of files (https://oparl.org/spezifikation/).

Each kind of object has a module with `KIND` and `records(register, made)`. What stood and
is gone is one of OParl's deleted objects: an address and two days. What never stood is
not there. The page `open_data` says what a folder of files cannot do.
"""

from __future__ import annotations

import json

from ..site import Site
from . import (
    agenda_item,
    body,
    consultation,
    file,
    legislative_term,
    location,
    meeting,
    membership,
    organization,
    paper,
    person,
    system,
)
from .lists import LISTS, list_address, pages
from .record import MUNICIPALITY, SYSTEM_LIST, Made, Object, address
from .register import Register

# An object that holds others in full comes after them.
_KINDS = (
    location, file, membership, organization, person, agenda_item, consultation, paper, meeting, legislative_term,
    body, system,
)  # fmt: skip


def data(site: Site) -> dict[str, Object]:
    """Every object and every page of a list, by its address."""
    register, made = Register(site), Made(site.settings)
    for kind in _KINDS:
        made.add(kind.records(register, made))
    found = {address(kind, key): content for (kind, key), content in made.objects.items()}
    found |= pages(site.settings, SYSTEM_LIST, [made.objects[body.KIND, MUNICIPALITY]])
    for name, kind_name in LISTS.items():
        objects = [content for (kind, _), content in made.objects.items() if kind == kind_name]
        found |= pages(site.settings, list_address(body.KIND, MUNICIPALITY, name), objects)
    for slug in register.bodies:
        if made.stands(organization.KIND, slug):
            held = made.whole(meeting.KIND, (m for m in register.meetings if m.split("/")[0] == slug))
            found |= pages(site.settings, list_address(organization.KIND, slug, meeting.KIND), held)
    return found


def as_bytes(content: Object) -> bytes:
    """JSON in UTF-8, the same for the same content."""
    return json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"
