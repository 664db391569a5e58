"""What programs may read of a page in the words of schema.org: the municipality and its parts, and its meetings.

JSON-LD in a data block of the page: it is never run, so the site's policy `script-src 'self'` allows it.
"""

from __future__ import annotations

import json
from typing import Any

from kommun.content.addresses import meeting_key
from kommun.content.document import Entry

from .context import PageContext
from .feeds import absolute, lasting_id
from .occasion import occasion

_ORGANIZATION = "GovernmentOrganization"


def structured_data(context: PageContext, description: str) -> str:
    """The JSON of a page, ready for a `<script>`; '' where there is nothing to say."""
    facts = _facts(context)
    if not facts:
        return ""
    if description:
        facts["description"] = description
    written = json.dumps({"@context": "https://schema.org", **facts}, ensure_ascii=False, separators=(",", ":"))
    return written.replace("<", "\\u003c")  # no text can end the script or open a comment in it


def _facts(context: PageContext) -> dict[str, Any]:
    site, key = context.site, context.key
    entry = site.plan.entries.get(key)
    if key == "index":
        return _municipality(context)
    if key in site.meetings:
        return _meeting(context, site.meetings[key].documents[-1])
    if entry is None:
        return {}
    if entry.type == "unit":
        return _unit(context, entry)
    if entry.type == "body":
        # Its unit prepares its matters, but stands below it and not above.
        return _organization(context, entry) | {"parentOrganization": _named_municipality(context)}
    return _meeting(context, entry) if entry.meeting else {}


def _named_municipality(context: PageContext) -> dict[str, Any]:
    settings = context.site.settings
    return {
        "@type": _ORGANIZATION,
        "@id": lasting_id(settings, "municipality"),
        "name": settings.name_in(context.lang),
        "url": _url(context, "index"),
    }


def _municipality(context: PageContext) -> dict[str, Any]:
    site = context.site
    stage = site.settings.stage
    own = site.library.units.get(site.settings.social.own_unit)
    return _named_municipality(context) | _filled(
        email=stage.email,
        address=stage.address,
        sameAs=_accounts(own) if own and site.has(own.key) else [],
    )


def _organization(context: PageContext, entry: Entry) -> dict[str, Any]:
    """A unit or a body, as it is named on other pages."""
    return {
        "@type": _ORGANIZATION,
        "@id": lasting_id(context.site.settings, entry.key),
        "name": context.title(entry.key),
        "url": _url(context, entry.key),
    }


def _unit(context: PageContext, entry: Entry) -> dict[str, Any]:
    contact = entry.in_language(context.lang).facts.contact  # type: ignore[attr-defined]
    is_own = entry.key.split("/")[1] == context.site.settings.social.own_unit
    return (
        _organization(context, entry)
        | {"parentOrganization": _named_municipality(context)}
        | _filled(
            email=contact.email if contact else "",
            telephone=contact.phone if contact else "",
            address=contact.address if contact else "",
            sameAs=[] if is_own else _accounts(entry),
        )
    )


def _accounts(unit: Entry) -> list[str]:
    return [account.url for account in unit.facts.social]


def _meeting(context: PageContext, entry: Entry) -> dict[str, Any]:
    site = context.site
    about = occasion(site, entry, context.lang)
    body = site.body_of(entry)
    return {
        "@type": "Event",
        "@id": lasting_id(site.settings, f"meetings/{entry.meeting}"),
        "name": context.title(body.key if body else entry.key),
        "startDate": about.start.isoformat(),
        **({"endDate": about.end.isoformat()} if about.end else {}),
        "eventStatus": "https://schema.org/EventScheduled",
        **({"location": {"@type": "Place", "name": about.place, "address": about.place}} if about.place else {}),
        "organizer": _organization(context, body) if body else _named_municipality(context),
        "url": _url(context, meeting_key(entry.meeting or "")),
    }


def _url(context: PageContext, key: str) -> str:
    site = context.site
    return absolute(site.settings, site.address(key, context.lang))


def _filled(**facts: Any) -> dict[str, Any]:
    return {name: value for name, value in facts.items() if value}
