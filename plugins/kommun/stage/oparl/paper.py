"""Paper: the matter of a § with the files that belong to it.

Finnish minutes have no papers with numbers of their own: what a § decides on is the matter and its attachments.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from . import agenda_item, consultation, file
from .days import together
from .record import MUNICIPALITY, Made, Record
from .register import Register

KIND = "Paper"


def records(register: Register, made: Made) -> Iterator[Record]:
    for key, files in register.matters.items():
        days = together(register.site.today, (listing.days for listing in files))
        days = days.with_changes_of(made.days(file.KIND, (listing.path for listing in files)))
        meeting = files[0].source.meeting
        paths = [listing.path for listing in files if listing.days.stands]
        content = _content(register, made, key, meeting, paths) if days.stands else None
        yield Record(KIND, key, days, content)


def _content(register: Register, made: Made, key: str, meeting: str, paths: list[str]) -> dict[str, Any]:
    item = made.objects[agenda_item.KIND, key]
    files = made.whole(file.KIND, paths)
    return {
        "body": made.url("Body", MUNICIPALITY),
        "name": item.get("name", item["number"]),
        "paperType": register.words("open_data")["paper_type"],
        # One file is the paper; of several none is more so than the others.
        "mainFile": files[0] if len(files) == 1 else None,
        "auxiliaryFile": files if len(files) > 1 else None,
        "originatorOrganization": made.urls("Organization", [meeting.split("/")[0]]) or None,
        "consultation": made.whole(consultation.KIND, [key]),
        "web": item["web"],
    }
