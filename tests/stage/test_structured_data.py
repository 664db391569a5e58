"""schema.org's words on the pages: what they say, that they end with what they tell of, and that they stay data."""

from __future__ import annotations

import json
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jinja2 import Environment, FileSystemLoader
from lxml import html

from kommun.configuration import read_settings
from kommun.messages import load
from kommun.stage.frame import frame
from kommun.stage.site import Site

from ..build.town import PROJECT, agenda, make_town, minutes, write
from .day import page, site_on, yaml_text

DAY = "2026-11-26"
MEETING = "meetings/namnden/2026-12-03"
SITE = "https://www.kronoby.fi/"
FILES: dict[str, str | bytes | None] = {
    f"{MEETING}/agenda.sv.md": agenda(
        "Lista 3.12.2026", DAY, "Förslag.", "time: '18:00–19:30'\nplace: Salen\n"
    ).replace("## § 1", "Välkommen till mötet.\n\n## § 1"),
}  # fmt: skip
BREAKING = "</script><script>alert(1)</script><!-- <script> & \\u003c \" ' ]]>"


@pytest.fixture
def town(tmp_path: Path) -> Path:
    return make_town(tmp_path, FILES)


def _data(site: Site, key: str, lang: str = "sv") -> dict[str, Any]:
    data: dict[str, Any] = json.loads(page(site, key, lang).meta["data"])
    assert data["@context"] == "https://schema.org"
    return data


def test_the_municipality(town: Path) -> None:
    path = "units/kansli/index.sv.md"
    social = "social:\n  - platform: facebook\n    url: https://www.facebook.com/byn\n    name: Byn\n"
    write(town, {path: (town / path).read_text().replace("publishes_minutes", f"{social}publishes_minutes")})
    site = site_on(town, DAY)
    swedish, finnish = _data(site, "index"), _data(site, "index", "fi")
    assert swedish["@type"] == finnish["@type"] == "GovernmentOrganization"
    assert swedish["@id"] == finnish["@id"]
    assert (swedish["name"], finnish["name"]) == ("Byn", "Kylä")
    assert (swedish["url"], finnish["url"]) == (SITE, f"{SITE}fi/")
    assert swedish["email"] == "byn@exempel.example"
    assert swedish["sameAs"] == ["https://www.facebook.com/byn"]
    # The municipality's own accounts are not the unit's that looks after them.
    assert "sameAs" not in _data(site, "units/kansli/index")


def test_a_unit(town: Path) -> None:
    site = site_on(town, DAY)
    unit = _data(site, "units/kansli/index", "fi")
    assert unit["@type"] == "GovernmentOrganization"
    assert unit["name"] == "Kanslia"
    assert unit["url"] == f"{SITE}fi/units/kansli/"
    assert unit["email"] == "kansli@exempel.example"
    assert unit["description"] == "Kanslia palvelee kaikkia."
    assert unit["parentOrganization"]["@id"] == _data(site, "index")["@id"]
    assert "telephone" not in unit and "address" not in unit


def test_a_body_belongs_to_the_municipality(town: Path) -> None:
    site = site_on(town, DAY)
    body = _data(site, "meetings/namnden/index")
    assert (body["@type"], body["name"]) == ("GovernmentOrganization", "Nämnden")
    assert body["parentOrganization"]["@id"] == _data(site, "index")["@id"]


def test_a_meeting(town: Path) -> None:
    site = site_on(town, DAY)
    event = _data(site, f"{MEETING}/agenda")
    assert event["@type"] == "Event"
    assert event["name"] == "Nämnden"
    assert (event["startDate"], event["endDate"]) == ("2026-12-03T18:00:00+02:00", "2026-12-03T19:30:00+02:00")
    assert event["location"] == {"@type": "Place", "name": "Salen", "address": "Salen"}
    assert event["organizer"]["@id"] == _data(site, "meetings/namnden/index")["@id"]
    assert event["description"] == "Välkommen till mötet."
    # The meeting's own page tells of the same event, and both lead there.
    own = _data(site, f"{MEETING}/index", "fi")
    assert own["@id"] == event["@id"]
    assert (event["url"], own["url"]) == (f"{SITE}{MEETING}/", f"{SITE}fi/{MEETING}/")


def test_a_meeting_without_hour_and_place(town: Path) -> None:
    write(town, {f"{MEETING}/agenda.sv.md": agenda("Lista", DAY, "Förslag.")})
    event = _data(site_on(town, DAY), f"{MEETING}/agenda")
    assert event["startDate"] == "2026-12-03"
    assert not {"endDate", "location"} & set(event)


def test_a_meeting_keeps_its_id_when_the_minutes_come(town: Path) -> None:
    before = _data(site_on(town, DAY), f"{MEETING}/agenda")["@id"]
    written = minutes("Protokoll", "2026-12-07", "2026-12-08", "Beslut.", "time: '18:00–19:30'\n")
    write(town, {f"{MEETING}/minutes.sv.md": written})
    assert _data(site_on(town, "2026-12-08"), f"{MEETING}/minutes")["@id"] == before


@pytest.mark.parametrize("key", ["kungorelser/index", "aktuellt/index", "units/index", "meetings/index", "sok"])
def test_other_pages_have_none(town: Path, key: str) -> None:
    assert "data" not in page(site_on(town, DAY), key).meta


def test_marked_names_leave_the_data_with_the_last_appeal_day(town: Path) -> None:
    text = minutes("Protokoll", "2026-12-07", "2026-12-08", "Beslut.", 'place: "Hos {personuppgift: Bo Exempel}"\n')
    text = text.replace("## § 1", "Begäran av {personuppgift: Anna Exempel}.\n\n## § 1")
    write(town, {f"{MEETING}/minutes.sv.md": text})
    # Published 8 December, deemed known the 15th, 14 days: 29 December.
    for day, shown in (("2026-12-29", True), ("2026-12-30", False)):
        for lang in ("sv", "fi"):
            data = page(site_on(town, day), f"{MEETING}/minutes", lang).meta["data"]
            assert ("Anna Exempel" in data, "Bo Exempel" in data) == (shown, shown)
            assert "{personuppgift" not in data


def _rendered(site: Site, key: str, lang: str) -> html.HtmlElement:
    """The page in the theme's own template, without the renderer around it."""
    env = Environment(loader=FileSystemLoader(PROJECT / "plugins/mkdocs_kommun/theme"))
    env.filters |= {"at_root": lambda address: address or "./", "rooted": lambda text, base: text}
    staged = page(site, key, lang)
    written = env.get_template("main.html").render(
        page=SimpleNamespace(meta=staged.meta, content="<p>Text</p>", toc=SimpleNamespace(items=[])),
        config={"site_url": SITE}, frame=frame(site)[lang], words=load(lang, "theme"), lang=lang,
        languages=[], errors=[], nav=[], base_url=".",
    )  # fmt: skip
    return html.document_fromstring(written)


def _scripts(tree: html.HtmlElement) -> list[str]:
    return [str(text) for text in tree.xpath("//script[@type='application/ld+json']/text()")]


def test_the_page_holds_it_as_a_data_block(town: Path) -> None:
    path = "meetings/namnden/index.sv.md"
    write(town, {path: (town / path).read_text().replace("title: Nämnden", f"title: {yaml_text(BREAKING)}")})
    site = site_on(town, DAY)
    for key in ("meetings/namnden/index", f"{MEETING}/agenda"):
        tree = _rendered(site, key, "sv")
        (written,) = _scripts(tree)
        assert json.loads(written) == _data(site, key)
        assert json.loads(written)["name"] == BREAKING
        # One script of our own and the data: the title has brought none.
        assert len(tree.xpath("//script")) == 2
        assert not tree.xpath("//comment()")
    assert _scripts(_rendered(site, "kungorelser/index", "sv")) == []


@pytest.mark.parametrize("lang", ["sv", "fi"])
def test_the_head_tells_of_the_feeds(town: Path, lang: str) -> None:
    tree = _rendered(site_on(town, DAY), "meetings/index", lang)
    links = tree.xpath("//head/link[@rel='alternate'][not(@hreflang)]")
    prefix = "fi/" if lang == "fi" else ""
    assert [(link.get("type"), link.get("href")) for link in links] == [
        ("application/atom+xml", f"{prefix}flode/protokoll.xml"),
        ("text/calendar", f"{prefix}flode/sammantraden.ics"),
    ]
    assert all(link.get("title") for link in links)


def test_any_title_stays_data(tmp_path_factory: pytest.TempPathFactory) -> None:
    root = make_town(tmp_path_factory.mktemp("town"))
    own = read_settings(root / "mkdocs.yml")
    body = (root / "meetings/namnden/index.sv.md").read_text()
    words = st.text(min_size=1, max_size=60) | st.text(alphabet="<>!-/script&\\\"' ", min_size=1, max_size=60)

    @settings(max_examples=60, deadline=None)
    @given(words.filter(lambda text: text.strip()))
    def check(title: str) -> None:
        write(root, {"meetings/namnden/index.sv.md": body.replace("title: Nämnden", f"title: {yaml_text(title)}")})
        data = page(site_on(root, DAY, own), "meetings/namnden/index").meta["data"]
        assert "<" not in data
        assert json.loads(data)["name"] == title.strip()

    check()
