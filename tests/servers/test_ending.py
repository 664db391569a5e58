"""Everything that ends says so: pages to search engines and browsers, files to search engines through the server."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from kommun.ending import instant_after, robots_rule
from kommun.personal_data import dated, in_html, in_markdown
from kommun.servers.robots import robots_headers, robots_snippet
from kommun.stage.frame import frame
from tests.build.town import agenda, make_town, minutes, notice, pdf
from tests.stage.day import page, site_on, yaml_text

COMING, HELD = "meetings/namnden/2026-11-30", "meetings/namnden/2026-10-01"
TURNS = "meetings/namnden/2026-11-12"
APPEAL_END = date(2026, 10, 27)

FILES: dict[str, str | bytes | None] = {
    "docs/kungorelser/plan.sv.md": notice(
        "Planen", "2026-11-01", "2026-12-05", "Text.", "attachments:\n  - {file: karta.pdf, title: Karta}\n"
    ),
    "docs/kungorelser/plan.fi.md": "---\ntitle: Kaava\n---\nTeksti.\n",
    "docs/aktuellt/fest.sv.md": (
        "---\ntype: news\ntitle: Festen\nunit: kansli\npublished: 2026-11-01\nexpires: 2027-06-20\n---\nText.\n"
    ),
    "docs/aktuellt/alltid.sv.md": (
        "---\ntype: news\ntitle: Alltid\nunit: kansli\npublished: 2026-11-01\n"
        "attachments:\n  - {file: ../kungorelser/karta-alltid.pdf, title: Karta}\n---\nText.\n"
    ),
    "docs/meddelanden/avbrott.sv.md": (
        "---\ntype: alert\ntitle: Avbrott\nunit: kansli\nlevel: info\npublished: 2026-11-19\nexpires: 2026-11-21\n---\nText.\n"
    ),
    "docs/meddelanden/avbrott.fi.md": "---\ntitle: Katko\n---\nTeksti.\n",
    f"{COMING}/agenda.sv.md": agenda(
        "Kallelse", "2026-11-18", "Text.", "attachments:\n  - {file: forslag.pdf, title: Förslag}\n"
    ),
    # The agenda is replaced on 23 November by minutes that list the same file.
    f"{TURNS}/agenda.sv.md": agenda("Lista", "2026-11-05", "Text.", "attachments:\n  - {file: a.pdf, title: A}\n"),
    f"{TURNS}/minutes.sv.md": minutes(
        "Protokoll", "2026-11-23", "2026-11-23", "Text.", "attachments:\n  - {file: a.pdf, title: A}\n"
    ),
    f"{HELD}/minutes.sv.md": minutes(
        yaml_text("Köp av {personuppgift: Anna Exempel}"), "2026-10-05", "2026-10-06", "{personuppgift: Anna Exempel}",
        "document: signerat.pdf\nattachments:\n  - {file: brev.pdf, title: Brev, section: 1, personal_data: true,"
        " redacted: brev-utan.pdf}\n  - {file: kostnad.pdf, title: Kostnad}\n",
    ),
    f"{HELD}/minutes.fi.md": "---\ntitle: Pöytäkirja\n---\n## § 1 Avaus\n",
    **{
        f"{folder}/{name}.pdf": pdf(name)
        for folder, name in (
            ("docs/kungorelser", "karta"), ("docs/kungorelser", "karta-alltid"), (COMING, "forslag"), (TURNS, "a"),
            (HELD, "signerat"), (HELD, "brev"), (HELD, "brev-utan"), (HELD, "kostnad"), (HELD, "kostnad.fi"),
        )
    },
}  # fmt: skip


@pytest.fixture(scope="module")
def town(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_town(tmp_path_factory.mktemp("town"), FILES)


def ends(town: Path, key: str, day: str, lang: str = "sv") -> Any:
    return page(site_on(town, day), key, lang).meta.get("ends")


@pytest.mark.parametrize(
    ("day", "instant", "rule"),
    [
        ("2026-12-05", "2026-12-05T22:00:00Z", "05 Dec 2026 21:59:59 GMT"),
        ("2026-06-20", "2026-06-20T21:00:00Z", "20 Jun 2026 20:59:59 GMT"),
        # The clocks are turned in the night after 24 October and after 27 March.
        ("2026-10-24", "2026-10-24T21:00:00Z", "24 Oct 2026 20:59:59 GMT"),
        ("2026-10-25", "2026-10-25T22:00:00Z", "25 Oct 2026 21:59:59 GMT"),
        ("2027-03-27", "2027-03-27T22:00:00Z", "27 Mar 2027 21:59:59 GMT"),
        ("2027-03-28", "2027-03-28T21:00:00Z", "28 Mar 2027 20:59:59 GMT"),
        ("2026-12-31", "2026-12-31T22:00:00Z", "31 Dec 2026 21:59:59 GMT"),
        ("9999-12-31", "9999-12-31T22:00:00Z", "31 Dec 9999 21:59:59 GMT"),
    ],
)
def test_a_day_ends_at_midnight_in_helsinki(day: str, instant: str, rule: str) -> None:
    assert instant_after(date.fromisoformat(day)) == instant
    assert robots_rule(date.fromisoformat(day)) == f"unavailable_after: {rule}"
    assert "," not in rule  # it would end the rule


def test_every_page_that_ends_says_when(town: Path) -> None:
    for key, day, last in (
        ("kungorelser/plan", "2026-11-20", "05 Dec 2026 21:59:59"),
        ("aktuellt/fest", "2026-11-20", "20 Jun 2027 20:59:59"),
        ("meddelanden/avbrott", "2026-11-20", "21 Nov 2026 21:59:59"),
        (f"{HELD}/minutes", "2026-11-20", "06 Oct 2030 20:59:59"),
        (HELD + "/index", "2026-11-20", "06 Oct 2030 20:59:59"),
        (f"{TURNS}/agenda", "2026-11-20", "22 Nov 2026 21:59:59"),
    ):
        for lang in ("sv", "fi"):
            assert ends(town, key, day, lang)["robots"] == f"unavailable_after: {last} GMT", (key, lang)


def test_what_stands_on_says_nothing(town: Path) -> None:
    for key in ("index", "kungorelser/index", "units/kansli/index", "aktuellt/alltid", "meetings/namnden/index"):
        assert ends(town, key, "2026-11-20") is None, key
    # Nobody knows yet when the minutes come.
    assert ends(town, f"{COMING}/agenda", "2026-11-20") is None
    # The meeting's page goes on with the minutes.
    assert ends(town, f"{TURNS}/index", "2026-11-20") is None


def test_alerts_in_the_frame_say_when_they_end(town: Path) -> None:
    made = frame(site_on(town, "2026-11-20"))
    assert [alert["expires"] for lang in ("sv", "fi") for alert in made[lang]["alerts"]] == ["2026-11-21T22:00:00Z"] * 2


def test_files_say_it_through_the_server(town: Path) -> None:
    found = robots_headers(site_on(town, "2026-11-20"))
    assert found == {
        "kungorelser/karta.pdf": robots_rule(date(2026, 12, 5)),
        f"{HELD}/brev-utan.pdf": robots_rule(date(2030, 10, 6)),
        f"{HELD}/kostnad.pdf": robots_rule(date(2030, 10, 6)),
        f"{HELD}/kostnad.fi.pdf": robots_rule(date(2030, 10, 6)),
        # Listed by the agenda now, and by the coming minutes.
        f"{TURNS}/a.pdf": robots_rule(date(2030, 11, 23)),
    }


def test_files_with_names_go_with_the_names(town: Path) -> None:
    found = robots_headers(site_on(town, "2026-10-10"))
    for name in ("brev", "signerat"):
        assert found[f"{HELD}/{name}.pdf"] == robots_rule(APPEAL_END)
    assert found[f"{HELD}/kostnad.pdf"] == robots_rule(date(2030, 10, 6))
    assert f"{HELD}/brev-utan.pdf" not in found


def test_the_rules_are_written_as_each_server_reads_them(town: Path) -> None:
    site = site_on(town, "2026-11-20")
    rules = robots_headers(site)
    nginx, caddy = robots_snippet(site, "nginx"), robots_snippet(site, "caddy")
    assert nginx.splitlines() == [f'"/{address}" "{rule}";' for address, rule in rules.items()]
    assert sorted(word for line in caddy.splitlines() if " path " in line for word in line.split()[2:]) == sorted(
        f"/{address}" for address in rules
    )
    assert caddy.count("X-Robots-Tag") == len(set(rules.values()))


def test_nothing_of_it_is_on_the_site(town: Path) -> None:
    from kommun.stage.files import made_files

    made = made_files(site_on(town, "2026-11-20"))
    assert [address for address in made if "robots" in address] == ["robots.txt"]
    assert not [address for address, content in made.items() if b"unavailable_after" in content]


def test_a_name_that_goes_first_says_when() -> None:
    through = date(2026, 12, 4)
    span = '<span data-expires="2026-12-04T22:00:00Z">Anna</span>'

    def written(text: str, shown: bool = True, through: date | None = through) -> str:
        return dated(in_markdown(text, "sv", shown, through), through)

    assert written("Av {personuppgift: Anna}.") == f"Av {span}."
    assert written("Av {personuppgift: Anna}.", through=None) == "Av Anna."
    assert written("Av {personuppgift: Anna}.", shown=False) == "Av [personuppgift borttagen]."
    # Where an element would be read as text, or end what it stands in.
    for plain in (
        "`{}`",
        "![{}](a.png)",
        '[a](b.md "{}")',
        '<abbr title="{}">a</abbr>',
        "[a]: b.md '{}'",
        "```\n{}\n```",
    ):
        assert written(plain.replace("{}", "{personuppgift: Anna}")) == plain.replace("{}", "Anna"), plain
    for marked in ("[{}](a.pdf)", "**{}**", "| {} |\n|---|", "## § 2 {} {#p-2}", "- {}"):
        assert written(marked.replace("{}", "{personuppgift: Anna}")) == marked.replace("{}", span), marked
    # Nobody else's signs are taken for a name's.
    assert "span" not in written("\ue002Anna\ue003")


def test_a_name_in_a_fact_is_safe_and_says_when() -> None:
    shown = in_html('<b> & {personuppgift: A "B"}', "sv", True, date(2026, 12, 4))
    assert shown == '&lt;b&gt; &amp; <span data-expires="2026-12-04T22:00:00Z">A &#34;B&#34;</span>'
    assert in_html("{personuppgift: A}", "fi", False, date(2026, 12, 4)) == "[henkilötieto poistettu]"
    assert in_html("{personuppgift: <i>}", "sv", True, None) == "&lt;i&gt;"


def test_titles_stay_plain_where_programs_read_them(town: Path) -> None:
    made = page(site_on(town, "2026-10-10"), f"{HELD}/minutes")
    assert made.meta["title"] == "Köp av Anna Exempel"
    assert made.meta["heading"] == 'Köp av <span data-expires="2026-10-27T22:00:00Z">Anna Exempel</span>'
    assert "<" not in made.meta.get("description", "")
    later = page(site_on(town, "2026-11-20"), f"{HELD}/minutes")
    assert "heading" not in later.meta and "Anna" not in str(later.meta)
