"""The examples as texts: every header, the languages and addresses of the settings, and nothing for a machine of ours."""

from __future__ import annotations

import re

import pytest

from kommun.configuration import Language, Settings
from kommun.servers import TEMPLATES, configuration
from kommun.servers.headers import headers

SETTINGS = Settings(site_url="https://www.exempel.example/")
THREE = Settings(
    site_url="https://kunta.example/sivusto/",
    languages=(Language(locale="fi", default=True), Language(locale="sv"), Language(locale="en")),
)


@pytest.mark.parametrize("kind", TEMPLATES)
@pytest.mark.parametrize("settings", [SETTINGS, THREE], ids=["two", "three"])
def test_it_is_whole(settings: Settings, kind: str) -> None:
    text = configuration(settings, kind)
    bare = re.sub(r'"[^"\n]*"', "", re.sub(r"#.*", "", text))
    assert bare.count("{") == bare.count("}")
    assert "None" not in text and "{{" not in text and "{%" not in text
    assert text.isprintable() or set(filter(lambda c: not c.isprintable(), text)) <= {"\n", "\t"}
    for value in headers(settings).values():
        assert f'"{value}"' in text
    assert settings.host in text


@pytest.mark.parametrize("kind", TEMPLATES)
def test_each_language_has_its_own_page_for_what_is_not_there(kind: str) -> None:
    text = configuration(THREE, kind)
    for path in ("/sivusto/404.html", "/sivusto/sv/404.html", "/sivusto/en/404.html"):
        assert path in text
    assert "/sivusto/fi/" not in text
    assert "/fi/404.html" in configuration(SETTINGS, kind)


def test_nginx_has_all_its_headers_in_one_place() -> None:
    # A block with one `add_header` of its own inherits none.
    text = configuration(SETTINGS, "nginx")
    lines = [line for line in text.splitlines() if line.strip().startswith("add_header")]
    assert lines and all(line.startswith("    add_header ") and line.endswith(" always;") for line in lines)
    together = text[text.index(lines[0]) : text.index(lines[-1])]
    assert "{" not in together.replace("{{", "")
    for location in re.findall(r"location [^{]*\{(.*?)\n    \}", text, re.DOTALL):
        assert "add_header" not in location


def test_caddy_keeps_the_order_of_what_it_overwrites() -> None:
    text = configuration(SETTINGS, "caddy")
    inside = text[text.index("\troute {") : text.index("\tencode {")]
    assert "header @" in inside
    outside = text.replace(inside, "").partition("\n}\n")[2]  # behind the snippet
    assert not re.search(r"^\theader", outside, re.MULTILINE)


@pytest.mark.parametrize("kind", TEMPLATES)
def test_it_says_the_same_each_time(kind: str) -> None:
    assert configuration(SETTINGS, kind) == configuration(SETTINGS, kind)
