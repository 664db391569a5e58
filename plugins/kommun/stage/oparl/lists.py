"""The pages of a list: a hundred objects each, in an order that never changes (OParl 1.1, 2.5).

A list holds what is gone too, since nobody can ask a folder of files for what has changed since a day.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kommun.configuration import Settings

from .record import ROOT, Object, absolute, token

PER_PAGE = 100

LISTS = {
    "organization": "Organization",
    "person": "Person",
    "meeting": "Meeting",
    "paper": "Paper",
    "agendaItem": "AgendaItem",
    "consultation": "Consultation",
    "file": "File",
    "locationList": "Location",
    "legislativeTermList": "LegislativeTerm",
    "membership": "Membership",
}
"""The lists of a Body, and the kind of object in each."""


def list_address(kind: str, key: str, name: str) -> str:
    """The first page of a list that belongs to an object."""
    return f"{ROOT}/{kind.lower()}/{token(kind, key)}/{name.lower()}.json"


def pages(settings: Settings, first: str, objects: Sequence[Object]) -> Iterator[tuple[str, Object]]:
    """The pages by their addresses. Whoever comes last is last: what stands on a page stays there."""
    ordered = sorted(objects, key=lambda o: (o.get("created", ""), o["id"]))
    count = max(1, -(-len(ordered) // PER_PAGE))
    addresses = [_page(first, number) for number in range(1, count + 1)]
    for number, address in enumerate(addresses, 1):
        links = {
            "first": addresses[0],
            "prev": addresses[number - 2] if number > 1 else "",
            "self": address,
            "next": addresses[number] if number < count else "",
            "last": addresses[-1],
        }
        yield (
            address,
            {
                "data": ordered[(number - 1) * PER_PAGE : number * PER_PAGE],
                "pagination": {
                    "totalElements": len(ordered),
                    "elementsPerPage": PER_PAGE,
                    "currentPage": number,
                    "totalPages": count,
                },
                "links": {name: absolute(settings, target) for name, target in links.items() if target},
            },
        )


def _page(first: str, number: int) -> str:
    return first if number == 1 else f"{first.removesuffix('.json')}-{number}.json"
