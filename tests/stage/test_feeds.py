"""The Atom feeds: valid, with ids that last, the right hours, and nothing in them that is gone."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from kommun.configuration import read_settings
from kommun.stage.context import PageContext
from kommun.stage.files import atom, made_files
from kommun.stage.hubs import meetings, news, notices

from ..build.town import make_town, minutes, notice, write
from .day import feeds_on, page, site_on, yaml_text

ATOM = "{http://www.w3.org/2005/Atom}"
XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
RFC_3339 = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:Z|[+-]\d\d:\d\d)")
TAG = re.compile(r"tag:[a-z0-9.-]+,\d{4}-\d\d-\d\d:[a-zA-Z0-9._~:/%-]+")
FEEDS = [f"{lang}flode/{name}.xml" for name in ("protokoll", "kungorelser", "aktuellt") for lang in ("", "fi/")]
SITE = "https://www.kronoby.fi/"
MINUTES = "meetings/namnden/2026-10-29/minutes.sv.md"


def _news(title: str, published: str, extra: str = "") -> str:
    return f"---\ntype: news\ntitle: {title}\nunit: kansli\npublished: {published}\n{extra}---\nLingonen är mogna.\n"


FILES: dict[str, str | bytes | None] = {
    "docs/kungorelser/vag.sv.md": notice("Blåbärsvägen stängs", "2026-11-02", "2026-11-20", "Vägen är stängd & låst."),
    "docs/kungorelser/vag.fi.md": "---\ntitle: Mustikkatie suljetaan\n---\nTie on suljettu.\n",
    "docs/kungorelser/bro.sv.md": notice(
        "Bron lyfts", "2026-07-01", "2026-12-20", "Bron är uppe.", "category: plan\n"
    ),
    "docs/kungorelser/bro.fi.md": "---\ntitle: Silta nostetaan\n---\nSilta on ylhäällä.\n",
    "docs/aktuellt/bar.sv.md": _news("Bärskörden", "2026-10-25", "expires: 2026-11-20\n"),
    "docs/aktuellt/bar.fi.md": "---\ntitle: Marjasato\n---\nPuolukat ovat kypsiä.\n",
    "docs/aktuellt/svamp.sv.md": _news("Svampskörden", "2026-08-30"),
    MINUTES: minutes("Nämnden, protokoll 29.10.2026", "2026-11-04", "2026-11-05", "Beslutet."),
}  # fmt: skip


@pytest.fixture
def town(tmp_path: Path) -> Path:
    return make_town(tmp_path, FILES)


def _parsed(made: dict[str, bytes], address: str) -> etree._Element:
    return etree.fromstring(made[address])


def _one(element: etree._Element, name: str) -> str:
    """The text of the one child of a name."""
    found = element.findall(ATOM + name)
    assert len(found) == 1, f"{name}: {len(found)}"
    return found[0].text or ""


def _entries(made: dict[str, bytes], address: str) -> list[etree._Element]:
    return _parsed(made, address).findall(f"{ATOM}entry")


def _titles(made: dict[str, bytes], address: str) -> list[str]:
    return [_one(entry, "title") for entry in _entries(made, address)]


def _assert_links(element: etree._Element) -> None:
    """Absolute addresses, and no two alternates of one type and language (RFC 4287 4.1.1, 4.2.7)."""
    alternates = []
    for link in element.findall(f"{ATOM}link"):
        assert link.get("href", "").startswith(SITE)
        if link.get("rel") == "alternate":
            alternates.append((link.get("type"), link.get("hreflang")))
    assert len(alternates) == len(set(alternates)) == 1


def assert_valid(content: bytes, address: str) -> None:
    """The rules of RFC 4287 that our feeds could break."""
    feed = etree.fromstring(content)
    assert feed.tag == f"{ATOM}feed"
    assert all(str(element.tag).startswith(ATOM) for element in feed.iter())
    assert feed.get(XML_LANG) == ("fi" if address.startswith("fi/") else "sv")
    own = [link.get("href") for link in feed.findall(f"{ATOM}link") if link.get("rel") == "self"]
    assert own == [SITE + address]
    author = feed.find(f"{ATOM}author")
    assert author is not None and _one(author, "name")
    everything = [feed, *feed.findall(f"{ATOM}entry")]
    for element in everything:
        assert TAG.fullmatch(_one(element, "id"))
        assert _one(element, "title")
        assert RFC_3339.fullmatch(_one(element, "updated"))
        _assert_links(element)
    ids = [_one(element, "id") for element in everything]
    assert len(ids) == len(set(ids))
    updated = [datetime.fromisoformat(_one(element, "updated")) for element in everything]
    assert updated[0] == max(updated[1:], default=updated[0])
    assert updated[1:] == sorted(updated[1:], reverse=True)


@pytest.mark.parametrize("day", ["2026-07-01", "2026-11-20", "2026-11-21", "2030-12-01"])
def test_the_feeds_are_valid(town: Path, day: str) -> None:
    made = feeds_on(town, day)
    assert set(FEEDS) <= set(made)
    for address in FEEDS:
        assert_valid(made[address], address)


def test_what_an_entry_says(town: Path) -> None:
    entry = _entries(feeds_on(town, "2026-11-20"), "fi/flode/kungorelser.xml")[0]
    assert _one(entry, "title") == "Mustikkatie suljetaan"
    assert _one(entry, "summary") == "Tie on suljettu."
    link, category = entry.find(f"{ATOM}link"), entry.find(f"{ATOM}category")
    assert link is not None and link.get("href") == f"{SITE}fi/kungorelser/vag/"
    assert category is not None and category.get("term") == "announcement"
    assert _one(entry, "id") == "tag:www.kronoby.fi,2026-01-01:fi/kungorelser/vag"


def test_an_empty_feed_has_a_fixed_day(town: Path) -> None:
    # Before anything was published, and after: the same bytes.
    address = "flode/protokoll.xml"
    before, after = feeds_on(town, "2020-01-01")[address], feeds_on(town, "2040-01-01")[address]
    assert before == after
    assert _one(etree.fromstring(before), "updated") == "2026-01-01T00:00:00+02:00"


@pytest.mark.parametrize(
    ("published", "updated"),
    [
        ("2026-01-15", "2026-01-15T00:00:00+02:00"),
        ("2026-03-29", "2026-03-29T00:00:00+02:00"),  # summer time begins at three that night
        ("2026-03-30", "2026-03-30T00:00:00+03:00"),
        ("2026-07-15", "2026-07-15T00:00:00+03:00"),
        ("2026-10-25", "2026-10-25T00:00:00+03:00"),  # and ends at four that night
        ("2026-10-26", "2026-10-26T00:00:00+02:00"),
    ],
)
def test_a_day_begins_at_midnight_in_helsinki(town: Path, published: str, updated: str) -> None:
    write(town, {"docs/aktuellt/tid.sv.md": _news("Tid", published)})
    made = feeds_on(town, published)
    entry = next(e for e in _entries(made, "flode/aktuellt.xml") if _one(e, "title") == "Tid")
    assert _one(entry, "updated") == _one(entry, "published") == updated
    assert datetime.fromisoformat(updated) == datetime.fromisoformat(published).replace(
        tzinfo=ZoneInfo("Europe/Helsinki")
    )


def test_ids_outlive_titles_and_days(town: Path) -> None:
    def ids(day: str) -> dict[str, list[str]]:
        made = feeds_on(town, day)
        return {a: [_one(e, "id") for e in [_parsed(made, a), *_entries(made, a)]] for a in FEEDS}

    before = ids("2026-11-10")
    assert ids("2026-11-20") == before
    for path, content in FILES.items():
        assert isinstance(content, str)
        write(town, {path: re.sub("title: .*", "title: Något helt annat", content)})
    assert ids("2026-11-20") == before
    assert {title for a in FEEDS for title in _titles(feeds_on(town, "2026-11-20"), a)} == {"Något helt annat"}


def test_nothing_in_a_feed_is_left_the_day_after(town: Path) -> None:
    gone = ("Blåbärsvägen", "Mustikkatie", "kungorelser/vag", "stängd", "Bärskörden", "Marjasato", "aktuellt/bar")
    day, after = feeds_on(town, "2026-11-20"), feeds_on(town, "2026-11-21")
    for word in gone:
        assert any(word in day[a].decode() for a in FEEDS), word
        assert not any(word in after[a].decode() for a in FEEDS), word
    assert _titles(after, "flode/aktuellt.xml") == ["Svampskörden"]
    assert _titles(after, "flode/kungorelser.xml") == ["Bron lyfts"]


def test_minutes_stand_from_their_day_through_four_years(town: Path) -> None:
    shown = {
        day: _titles(feeds_on(town, day), "flode/protokoll.xml")
        for day in ("2026-11-04", "2026-11-05", "2030-11-05", "2030-11-06")
    }
    assert [bool(titles) for titles in shown.values()] == [False, True, True, False]


def test_what_is_withheld_for_an_error_is_in_no_feed(town: Path) -> None:
    site = site_on(town, "2026-11-20", withheld=["aktuellt/svamp"])
    assert _titles(atom.files(site), "flode/aktuellt.xml") == ["Bärskörden"]


def test_the_newest_fifty_minutes(town: Path) -> None:
    first = date(2026, 1, 1)
    days = [first + timedelta(days=n) for n in range(60)]
    write(town, {f"meetings/namnden/{d}/minutes.sv.md": minutes(f"P {d}", str(d), str(d), "Beslut.") for d in days})
    shown = _titles(feeds_on(town, "2026-03-10"), "flode/protokoll.xml")
    assert shown == [f"P {d}" for d in reversed(days[10:])]


def test_what_is_not_translated_says_its_language(town: Path) -> None:
    made = feeds_on(town, "2026-11-20")
    by_title = {_one(e, "title"): e for e in _entries(made, "fi/flode/aktuellt.xml")}
    assert set(by_title) == {"Marjasato", "Svampskörden"}
    for title, lang in (("Marjasato", None), ("Svampskörden", "sv")):
        parts = (by_title[title].find(ATOM + name) for name in ("title", "summary"))
        assert [part is not None and part.get(XML_LANG) for part in parts] == [lang, lang]
    assert XML_LANG not in [key for e in _entries(made, "flode/aktuellt.xml") for part in e for key in part.attrib]


def test_marked_names_leave_the_feeds_with_the_last_appeal_day(town: Path) -> None:
    marked = minutes(
        "Arrende till {personuppgift: Anna Exempel}", "2026-11-04", "2026-11-05", "Beslut."
    ).replace("## § 1", "Begäran av {personuppgift: Bo Exempel}.\n\n## § 1")  # fmt: skip
    write(
        town,
        {MINUTES: marked.replace("title: Arrende", 'title: "Arrende').replace("Exempel}\nunit", 'Exempel}"\nunit')},
    )
    # Published 5 November, deemed known the 12th, 14 days: 26 November.
    for day, shown in (("2026-11-26", True), ("2026-11-27", False)):
        made = feeds_on(town, day)
        for address in ("flode/protokoll.xml", "fi/flode/protokoll.xml"):
            text = made[address].decode()
            assert ("Anna Exempel" in text, "Bo Exempel" in text) == (shown, shown)
            assert "{personuppgift" not in text
            assert_valid(made[address], address)


def test_the_same_day_gives_the_same_bytes_and_they_are_on_the_site(town: Path) -> None:
    feeds = feeds_on(town, "2026-11-20")
    assert feeds == feeds_on(town, "2026-11-20")
    assert feeds.items() <= made_files(site_on(town, "2026-11-20")).items()


def test_the_hubs_and_the_start_page_lead_to_the_feeds(town: Path) -> None:
    site = site_on(town, "2026-11-20")
    made = feeds_on(town, "2026-11-20")
    told = {
        (key, lang): [feed["address"] for feed in page(site, key, lang).meta.get("feeds", [])]
        for key in ("index", "kungorelser/index", "aktuellt/index", "meetings/index", "units/index")
        for lang in ("sv", "fi")
    }
    assert told["kungorelser/index", "sv"] == ["flode/kungorelser.xml"]
    assert told["aktuellt/index", "fi"] == ["fi/flode/aktuellt.xml"]
    assert told["meetings/index", "sv"] == ["flode/protokoll.xml", "flode/sammantraden.ics"]
    assert len(told["index", "sv"]) == len(told["index", "fi"]) == 4
    assert told["units/index", "sv"] == []
    assert {address for addresses in told.values() for address in addresses} <= set(made)
    for hub, key, names in (
        (notices, "kungorelser/index", ("kungorelser.xml",)),
        (news, "aktuellt/index", ("aktuellt.xml",)),
        (meetings, "meetings/index", ("protokoll.xml", "sammantraden.ics")),
    ):
        for lang in ("sv", "fi"):
            text = hub.compose(PageContext(site, key, lang))
            # Both languages' hubs stand one folder above their feeds.
            assert all(f'href="../flode/{name}"' in text for name in names)


@pytest.mark.parametrize(
    ("site_url", "host", "root"),
    [
        ("https://Byn.Example:8443/kommun", "byn.example", "https://Byn.Example:8443/kommun/"),
        ("http://127.0.0.1/", "127.0.0.1", "http://127.0.0.1/"),
    ],
)
def test_addresses_and_ids_follow_the_site(town: Path, site_url: str, host: str, root: str) -> None:
    own = read_settings(town / "mkdocs.yml").model_copy(update={"site_url": site_url})
    feed = etree.fromstring(feeds_on(town, "2026-11-20", own)["flode/aktuellt.xml"])
    assert _one(feed, "id") == f"tag:{host},2026-01-01:feed:news:sv"
    assert {link.get("href", "")[: len(root)] for link in feed.iter(f"{ATOM}link")} == {root}


def test_any_title_comes_back_as_it_was_written(tmp_path_factory: pytest.TempPathFactory) -> None:
    root = make_town(tmp_path_factory.mktemp("town"))
    own = read_settings(root / "mkdocs.yml")

    @settings(max_examples=60, deadline=None)
    @given(st.text(min_size=1, max_size=60).filter(lambda text: text.strip()))
    def check(title: str) -> None:
        write(root, {"docs/aktuellt/titel.sv.md": _news(yaml_text(title), "2026-11-20")})
        content = feeds_on(root, "2026-11-20", own)["flode/aktuellt.xml"]
        (entry,) = etree.fromstring(content).findall(f"{ATOM}entry")
        # XML has no way at all to write these.
        expected = re.sub("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]", "", title.strip())
        assert _one(entry, "title") == expected

    check()
