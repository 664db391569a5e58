"""System: where everybody begins."""

from __future__ import annotations

from collections.abc import Iterator

from .body import all_days
from .record import SYSTEM_LIST, VERSION, Made, Record, absolute
from .register import Register

KIND = "System"


def records(register: Register, made: Made) -> Iterator[Record]:
    settings = register.site.settings
    name = settings.name_in(settings.main)
    content = {
        "oparlVersion": VERSION,
        "license": settings.stage.licence.url,
        "body": absolute(settings, SYSTEM_LIST),
        "name": f"{name}: {register.words('open_data')['title']}",
        "contactEmail": settings.stage.email,
        "contactName": name,
        "website": absolute(settings, ""),
        "web": register.page(settings.stage.open_data),
    }
    yield Record(KIND, "", all_days(register, made), content)
