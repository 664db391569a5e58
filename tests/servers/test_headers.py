"""The policy is written once: what the pages carry, what servers send, and what a single page may do beside it."""

from __future__ import annotations

import pytest

from kommun.configuration import Settings
from kommun.servers import TEMPLATES, configuration
from kommun.servers import headers as written

SETTINGS = Settings(site_url="https://www.exempel.example/")
ONLY_IN_HEADERS = {"frame-ancestors 'none'", "upgrade-insecure-requests"}


def directives(policy: str) -> set[str]:
    return set(policy.split("; "))


def test_everything_is_forbidden_but_the_sites_own() -> None:
    found = directives(written.policy(SETTINGS))
    assert {"default-src 'none'", "object-src 'none'", "base-uri 'none'"} | ONLY_IN_HEADERS <= found
    sources = {source for directive in found for source in directive.split(" ")[1:]}
    assert sources == {"'none'", "'self'"}


def test_pages_carry_what_a_page_can() -> None:
    assert directives(written.policy_in_page(SETTINGS)) == directives(written.policy(SETTINGS)) - ONLY_IN_HEADERS


def test_a_single_page_may_be_given_more(monkeypatch: pytest.MonkeyPatch) -> None:
    more = {"sok/": {"script-src": ("'wasm-unsafe-eval'",)}}
    monkeypatch.setattr(written, "sources_of_pages", lambda settings: more)
    wider = "script-src 'self' 'wasm-unsafe-eval'"
    for policy in (written.policy, written.policy_in_page):
        assert wider in policy(SETTINGS, "sok/")
        assert wider not in policy(SETTINGS, "") + policy(SETTINGS, "kontakt/")
    for kind in TEMPLATES:
        lines = [line for line in configuration(SETTINGS, kind).splitlines() if "wasm" in line]
        assert len(lines) == 1 and "/sok/" in lines[0]


def test_a_drawing_is_kept_by_itself() -> None:
    found = directives(written.policy_of_drawings())
    assert {"default-src 'none'", "sandbox", "frame-ancestors 'none'"} <= found
    assert not any("script" in directive for directive in found)


def test_headers_have_no_line_ends_and_no_quotes_that_would_end_them() -> None:
    for name, value in written.headers(SETTINGS).items():
        assert value.isascii() and value.isprintable() and '"' not in value, name
