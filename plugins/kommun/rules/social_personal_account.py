"""The municipality's accounts in social media are an organisation's, never a person's.

Source: strategy 4.3.3, 4.3.4.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from urllib.parse import unquote

from kommun.content.library import Library
from kommun.finding import Problem, Severity

from ._common import items

SEVERITY = Severity.ERROR


def check(library: Library, today: date) -> Iterator[Problem]:
    personal = [part.casefold() for part in library.settings.social.personal_profiles]
    for entry in library.of_type("unit"):
        for number, account in items(entry.main, "social", "url"):
            address = unquote(account.url).casefold()
            if any(part in address for part in personal):
                place = entry.main.value_place("social", number, "url")
                yield Problem(entry.main.path, "profile", place.line, place.column, {"url": account.url})
            if account.account_type and account.account_type != "organisation":
                place = entry.main.value_place("social", number, "account_type")
                values = {"value": account.account_type, "name": account.name}
                yield Problem(entry.main.path, "account-type", place.line, place.column, values)
