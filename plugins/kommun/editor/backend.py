"""The repository that the editor writes to, and the hosts that the browser talks to for it."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlsplit

from kommun.configuration import EditorOptions

from .words import Words

_PUBLIC = {"github": "https://api.github.com", "gitlab": "https://gitlab.com/api/v4"}
_SIGN_IN = {"gitlab": "https://gitlab.com"}


def backend(options: EditorOptions, words: Words) -> dict[str, Any]:
    """The repository as the program is told of it."""
    told: dict[str, Any] = {"name": options.backend, "repo": options.repo, "branch": options.branch}
    told |= {key: value for key in ("api_root", "base_url", "app_id") if (value := getattr(options, key))}
    if options.app_id:
        told["auth_type"] = "pkce"
    elif not options.base_url:
        # Else the program would sign editors in through a service of somebody else's.
        told["auth_methods"] = ["token"]
    return {**told, "commit_messages": dict(words.all["commits"])}


def hosts(options: EditorOptions) -> tuple[str, ...]:
    """The origins that the program fetches from: the repository's, and that of the sign-in where it is another."""
    addresses = [options.api_root or _PUBLIC[options.backend]]
    if options.app_id:
        addresses.append(options.base_url or _SIGN_IN[options.backend])
    origins = (f"{parts.scheme}://{parts.netloc}" for parts in map(urlsplit, addresses))
    return tuple(dict.fromkeys(origins))
