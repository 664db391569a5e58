"""The open data (OParl 1.1): valid, whole, without anything withheld, and with a trace of what was once there."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from jsonschema import Draft7Validator, FormatChecker

from kommun.attachments.reading import cleaned
from kommun.configuration import read_settings
from kommun.content.library import Library, read_library
from kommun.lifecycle import Span
from kommun.plan import make_plan
from kommun.stage.context import PageContext
from kommun.stage.files import oparl as files_of_data
from kommun.stage.hubs import open_data
from kommun.stage.oparl import data
from kommun.stage.oparl.days import Days, in_runs
from kommun.stage.oparl.lists import PER_PAGE, pages
from kommun.stage.oparl.record import SYSTEM, address
from kommun.stage.site import Site
from tests.build.town import PROJECT, agenda, make_town, minutes, pdf

SCHEMAS = Path(__file__).parent / "oparl_schema"
FOLDER = "meetings/namnden/2026-10-29"

SENT, PUBLISHED = "2026-10-22", "2026-11-20"
# Published 20 November: deemed notification the 27th, and 14 days from it is Friday 11 December.
NAMES_GONE = "2026-12-12"
LAST_OF_FOUR_YEARS, GONE = "2030-11-20", "2030-11-21"

FILES: dict[str, str | bytes | None] = {
    "meetings/namnden/index.sv.md": (
        "---\ntype: body\ntitle: Nämnden\nunit: kansli\nkind: committee\npublishes_minutes: true\nreviewed: 2026-06-01\n"
        "members:\n  - name: Anna Exempel\n    role: Ordförande\n    deputy: Dag Ersättare\n  - name: Bo Exempel\n---\nNämnden beslutar.\n"
    ),
    "meetings/fullmaktige/index.sv.md": (
        "---\ntype: body\ntitle: Fullmäktige\nunit: kansli\nkind: council\npublishes_minutes: true\n"
        "members:\n  - name: Bo Exempel\n    role: Vice ordförande\n---\nFullmäktige beslutar.\n"
    ),
    "meetings/fullmaktige/index.fi.md": "---\ntitle: Valtuusto\n---\nValtuusto päättää.\n",
    # Between its agenda and its minutes, then without the names, then gone.
    f"{FOLDER}/agenda.sv.md": agenda(
        "Nämnden, lista med lingon", SENT, "Lingonförslaget.\n\n## § 2 Lingonrisets framtid\n\nBara i listan.\n\n## § 3 Gemensamt ärende",
        "time: kl. 18\nplace: Lingongården\nattachments:\n"
        "  - file: bara-i-listan.pdf\n    title: Lingonutkast\n    section: 2\n"
        "  - file: i-bada.pdf\n    title: Gemensam bilaga\n    section: 3\n"
        "  - file: anbud.pdf\n    title: Hemligt anbud\n    section: 3\n    access: confidential\n    legal_basis: OffL 24 §\n",
    ),
    f"{FOLDER}/minutes.sv.md": minutes(
        '"Nämnden, protokoll om {personuppgift: Titelnamnet}"', "2026-11-19", PUBLISHED,
        "Tranbärsbeslutet.\n\n## § 3 Gemensamt ärende av {personuppgift: Rubriknamnet}\n\n{personuppgift: Textnamnet}\n\n"
        "## § 4 Hjortronhemligheten {sekretess: OffL 24 § 1 mom. 25 p}\n\n### Hjortronrubriken\n\nHjortronstället avslöjas.\n\n## § 5 Avslutning",
        "time: 18.00–19.25\nplace: Tranbärssalen\ndocument: undertecknat.pdf\nattachments:\n"
        "  - file: i-bada.pdf\n    title: Gemensam bilaga\n    section: 3\n"
        "  - file: brev.pdf\n    title: \"Brev från {personuppgift: Bilagenamnet}\"\n    section: 5\n    personal_data: true\n    redacted: brev-utan-namn.pdf\n"
        "  - file: intyg.pdf\n    title: Blåbärsintyget\n    section: 1\n    personal_data: true\n"
        "  - file: anbud.pdf\n    title: Hemligt anbud\n    section: 3\n    access: confidential\n    legal_basis: OffL 24 §\n"
        "  - file: underlag.pdf\n    title: Oläst underlag\n    section: 9\n    kind: side_material\n"
        "  - file: cirkular.pdf\n    title: Cirkuläret\n    kind: information\n"
        "  - file: hjortronkarta.pdf\n    title: Hjortronkartan\n    section: 4\n"
        "  - file: lista.pdf\n    title: Deltagarlistan\n",
    ).replace("sections: 1\n", "sections: 1, 3-5\n"),
    f"{FOLDER}/minutes.fi.md": "---\ntitle: Lautakunta, pöytäkirja\n---\n## § 1 Avaus\n\n## § 3 Yhteinen\n\n## § 4 Lakka {salassapito: OffL 24 §}\n\n## § 5 Päätös\n",
    **{f"{FOLDER}/{name}.pdf": pdf(name) for name in (
        "bara-i-listan", "i-bada", "i-bada.fi", "anbud", "undertecknat", "brev", "brev-utan-namn", "intyg", "underlag",
        "cirkular", "hjortronkarta", "lista",
    )},
    # What nobody has seen yet, and what nobody will.
    "meetings/namnden/2026-12-17/agenda.sv.md": agenda("Nämnden, kråkrislistan", "2026-12-10", "Kråkris."),
    "meetings/namnden/2026-09-10/agenda.sv.md": "---\ntype: agenda\ntitle: Odonutkastet\nunit: kansli\nsent: 2026-09-01\n---\n## § 1 Odon\n",
    "meetings/namnden/2026-09-24/minutes.sv.md": minutes("Nämnden, nyponprotokollet", "2026-09-28", "2026-09-28", "Nypon.").replace("adjusted: 2026-09-28\n", ""),
    # An agenda that was sent after its minutes came: it never stood.
    "meetings/fullmaktige/2026-10-01/agenda.sv.md": agenda("Fullmäktige, rönnbärslistan", "2026-10-09", "Rönnbär."),
    "meetings/fullmaktige/2026-10-01/minutes.sv.md": minutes("Fullmäktige, protokoll 1.10", "2026-10-05", "2026-10-06", "Beslut.", "time: efter kaffet\n"),
}  # fmt: skip
NEVER = (
    "Hemligt anbud", "anbud.pdf", "Oläst", "underlag.pdf", "Cirkuläret", "cirkular", "Hjortron", "hjortron", "Lakka",
    "Odon", "odon", "Nypon", "nypon", "Rönnbär", "rönnbär", "2026-09-10", "2026-09-24", "namnet", "Ersättare",
)  # fmt: skip


@pytest.fixture(scope="module")
def town(tmp_path_factory: pytest.TempPathFactory) -> Library:
    root = make_town(tmp_path_factory.mktemp("town"), FILES)
    return read_library(root, read_settings(root / "mkdocs.yml"))


@pytest.fixture(scope="module")
def project() -> Library:
    return read_library(PROJECT, read_settings(PROJECT / "mkdocs.yml"))


def on(library: Library, day: str | date) -> Site:
    return Site(library, make_plan(library, date.fromisoformat(str(day))))


def text_of(site: Site) -> str:
    return b"".join(files_of_data.files(site).values()).decode()


def objects(made: dict[str, Any], kind: str = "", deleted: bool | None = None) -> list[dict[str, Any]]:
    """The objects at their own addresses; all of them, or only those that are gone or that stand."""
    return [
        o for o in made.values()
        if "id" in o and o["type"].endswith(f"/{kind}" if kind else "") and deleted in (None, o.get("deleted", False))
    ]  # fmt: skip


# Valid


def _is_url(value: object) -> bool:
    return not isinstance(value, str) or bool(urlsplit(value).scheme in ("http", "https") and urlsplit(value).netloc)


def _is_moment(value: object) -> bool:
    return not isinstance(value, str) or (
        datetime.fromisoformat(value).utcoffset() in (timedelta(hours=2), timedelta(hours=3)) and value[10] == "T"
    )


def _is_day(value: object) -> bool:
    return not isinstance(value, str) or date.fromisoformat(value).isoformat() == value


@cache
def validator(name: str, whole: bool = True) -> Draft7Validator:
    schema = json.loads((SCHEMAS / f"{name}.json").read_text(encoding="utf-8"))
    schema["additionalProperties"] = False  # a word that the standard does not have helps nobody
    if not whole:
        schema["required"] = ["id", "type", "created", "modified", "deleted"]
    checker = FormatChecker(formats=())
    for format_, test in (("url", _is_url), ("date-time", _is_moment), ("date", _is_day)):
        checker.checks(format_, raises=ValueError)(test)
    return Draft7Validator(schema, format_checker=checker)


def faults(thing: dict[str, Any], kind: str) -> list[str]:
    """What a schema finds wrong with an object; the objects in it are looked at where they stand themselves."""
    return [f"{thing.get('id')}: {e.message}" for e in validator(kind, not thing.get("deleted")).iter_errors(thing)]


def kind_of(thing: dict[str, Any]) -> str:
    return str(thing["type"]).rpartition("/")[2]


def held_in(value: Any) -> Iterator[tuple[str, dict[str, Any]]]:
    """The objects inside an object, and the names they go by in it."""
    for name, inner in value.items():
        for thing in inner if isinstance(inner, list) else [inner]:
            if isinstance(thing, dict):
                yield name, thing
                yield from held_in(thing)


DAYS = ("2026-10-01", SENT, "2026-11-19", PUBLISHED, NAMES_GONE, LAST_OF_FOUR_YEARS, GONE)


@pytest.mark.parametrize("day", DAYS)
@pytest.mark.parametrize("place", ["town", "project"])
def test_every_object_is_as_the_schemas_say(place: str, day: str, request: pytest.FixtureRequest) -> None:
    site = on(request.getfixturevalue(place), day)
    made = data(site)
    assert [fault for thing in objects(made) for fault in faults(thing, kind_of(thing))] == []
    assert all(thing["id"] == _root(site) + where for where, thing in made.items() if "id" in thing)


def test_the_schemas_would_find_something_wrong() -> None:
    whole = {
        "id": "https://a.example/1",
        "type": "https://schema.oparl.org/1.1/File",
        "accessUrl": "https://a.example/",
    }
    assert not faults(whole, "File")
    for wrong in (
        {"accessUrl": "a.pdf"},
        {"type": "File"},
        {"created": "2026-01-01"},
        {"created": "2026-01-01T00:00:00Z"},
        {"size": "1"},
        {"x": 1},
    ):
        assert faults({**whole, **wrong}, "File")
    assert faults({"id": whole["id"], "type": whole["type"]}, "File")


def test_a_town_has_every_kind(town: Library) -> None:
    kinds = {kind_of(o) for o in objects(data(on(town, PUBLISHED)))}
    assert kinds == {path.stem for path in SCHEMAS.glob("*.json")} - {"LegislativeTerm"}


def test_the_project_tells_the_term_of_its_council(project: Library) -> None:
    made = data(on(project, "2026-11-24"))
    assert made[address("Body", "municipality")]["legislativeTerm"] == objects(made, "LegislativeTerm")
    assert made[address("Body", "municipality")]["mainOrganization"] == _root(on(project, "2026-11-24")) + address(
        "Organization", "kommunfullmaktige"
    )


# Whole


def _root(site: Site) -> str:
    return site.settings.site_url.rstrip("/") + "/"


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for held in value.values() if isinstance(value, dict) else value:
            yield from _texts(held)


@pytest.mark.parametrize("day", DAYS)
@pytest.mark.parametrize("place", ["town", "project"])
def test_every_address_in_it_leads_somewhere(place: str, day: str, request: pytest.FixtureRequest) -> None:
    site = on(request.getfixturevalue(place), day)
    made, root = data(site), _root(site)
    there = {
        *made,
        *(p.removeprefix("docs/") for p in site.plan.files),
        *(site.address(k, "sv") for k in site.page_keys()),
    }
    led = {text.removeprefix(root).split("#")[0] for text in _texts(made) if text.startswith(root)}
    assert led <= there
    # From the System everything is found, as a reader of the data would find it.
    found, rest = {SYSTEM}, {SYSTEM}
    while rest:
        rest = {t.removeprefix(root) for a in rest for t in _texts(made[a]) if t.startswith(root)} & set(made) - found
        found |= rest
    assert found == set(made)


@pytest.mark.parametrize("place", ["town", "project"])
@pytest.mark.parametrize("day", [PUBLISHED, NAMES_GONE])
def test_what_is_held_in_full_is_the_object_itself(place: str, day: str, request: pytest.FixtureRequest) -> None:
    made = data(on(request.getfixturevalue(place), day))
    own = {o["id"]: o for o in objects(made)}
    for thing in own.values():
        properties = validator(kind_of(thing)).schema["properties"]
        for name, held in held_in({n: v for n, v in thing.items() if n != "location"}):
            assert held == own[held["id"]] and "deleted" not in held
            assert held["modified"] <= thing["modified"]  # a change of a part is a change of the whole (2.8)
            if name in properties and held in (thing[name] if isinstance(thing[name], list) else [thing[name]]):
                rule = properties[name]
                assert (rule.get("schema") or rule["items"]["schema"]) == f"{kind_of(held)}.json"
    assert all(held == own[held["id"]] for page in made.values() for held in page.get("data", ()))


def test_lists_have_pages_of_a_hundred(town: Library) -> None:
    things = [{"id": f"https://a.example/{n:03}", "created": f"2026-01-{n % 9 + 1:02}"} for n in range(250)]
    made = dict(pages(town.settings, "a/b.json", things))
    root = _root(on(town, PUBLISHED))
    assert [len(page["data"]) for page in made.values()] == [PER_PAGE, PER_PAGE, 50]
    assert list(made) == ["a/b.json", "a/b-2.json", "a/b-3.json"]
    second = made["a/b-2.json"]
    assert second["pagination"] == {"totalElements": 250, "elementsPerPage": 100, "currentPage": 2, "totalPages": 3}
    assert second["links"] == {
        "first": f"{root}a/b.json", "prev": f"{root}a/b.json", "self": f"{root}a/b-2.json", "next": f"{root}a/b-3.json",
        "last": f"{root}a/b-3.json",
    }  # fmt: skip
    assert "prev" not in made["a/b.json"]["links"] and "next" not in made["a/b-3.json"]["links"]
    assert [o["id"] for page in made.values() for o in page["data"]] == [
        o["id"] for o in sorted(things, key=lambda o: (o["created"], o["id"]))
    ]
    later = dict(pages(town.settings, "a/b.json", [*things, {"id": "https://a.example/0", "created": "2026-02-01"}]))
    assert later["a/b.json"]["data"] == made["a/b.json"]["data"]


def test_an_empty_list_is_a_page(town: Library) -> None:
    ((_, page),) = pages(town.settings, "a.json", [])
    assert page["data"] == [] and page["pagination"]["totalPages"] == 1 and "next" not in page["links"]


@pytest.mark.parametrize("place", ["town", "project"])
def test_the_lists_of_the_municipality_hold_everything(place: str, request: pytest.FixtureRequest) -> None:
    made = data(on(request.getfixturevalue(place), NAMES_GONE))
    listed = [o["id"] for a, page in made.items() if "data" in page and "/organization/" not in a for o in page["data"]]
    assert sorted(listed) == sorted(o["id"] for o in objects(made) if not o["type"].endswith("/System"))


def test_the_same_content_and_day_give_the_same_bytes(town: Library) -> None:
    again = read_library(town.root, town.settings)
    for day in (PUBLISHED, GONE):
        assert files_of_data.files(on(town, day)) == files_of_data.files(on(again, day))


# What it says


def test_a_meeting_is_called_and_then_held(town: Library) -> None:
    key = address("Meeting", "namnden/2026-10-29")
    called, held = (data(on(town, day)) for day in ("2026-11-19", PUBLISHED))
    assert called[key]["meetingState"] == "eingeladen" and held[key]["meetingState"] == "durchgeführt"
    assert called[key]["start"] == "2026-10-29T18:00:00+02:00" and "end" not in called[key]
    assert (held[key]["start"], held[key]["end"]) == ("2026-10-29T18:00:00+02:00", "2026-10-29T19:25:00+02:00")
    assert (
        called[key]["location"]["description"] == "Lingongården"
        and held[key]["location"]["description"] == "Tranbärssalen"
    )
    assert "resultsProtocol" not in called[key] and "invitation" not in held[key]
    assert held[key]["resultsProtocol"]["accessUrl"].endswith(f"/{FOLDER}/minutes/")
    assert {f["name"] for f in held[key]["auxiliaryFile"]} == {"Deltagarlistan", "Undertecknat protokoll"}
    assert called[key]["created"] == held[key]["created"] == "2026-10-22T00:00:00+03:00"
    assert called[key]["modified"] == called[key]["created"] and held[key]["modified"] == "2026-11-20T00:00:00+02:00"


def test_where_no_hour_is_known_no_moment_is_told(town: Library) -> None:
    meeting = data(on(town, PUBLISHED))[address("Meeting", "fullmaktige/2026-10-01")]
    assert "start" not in meeting and "location" not in meeting


def test_the_matters_of_a_meeting(town: Library) -> None:
    meeting = data(on(town, PUBLISHED))[address("Meeting", "namnden/2026-10-29")]
    items = meeting["agendaItem"]
    assert [(i["order"], i["number"], i["name"], i["public"]) for i in items] == [
        (0, "§ 1", "Öppnande", True),
        (1, "§ 3", "Gemensamt ärende av [personuppgift borttagen]", True),
        (2, "§ 4", "Sekretessbelagt ärende", False),
        (3, "§ 5", "Avslutning", True),
    ]
    assert items[1]["web"].endswith(f"/{FOLDER}/minutes/#p-3")
    assert "consultation" not in items[2]


def _published(name: str) -> int:
    """The size of the copy that is published."""
    copy = cleaned(pdf(name))
    assert copy
    return len(copy)


def test_a_matter_has_its_files(town: Library) -> None:
    made = data(on(town, PUBLISHED))
    item, paper = (made[address(kind, "namnden/2026-10-29/3")] for kind in ("AgendaItem", "Paper"))
    assert {(f["name"], f["fileName"], f["mimeType"], f["size"]) for f in paper["auxiliaryFile"]} == {
        ("Gemensam bilaga", "i-bada.pdf", "application/pdf", _published("i-bada")),
        ("Gemensam bilaga", "i-bada.fi.pdf", "application/pdf", _published("i-bada.fi")),
    }
    assert all(f["agendaItem"] == [item["id"]] and f["paper"] == [paper["id"]] for f in paper["auxiliaryFile"])
    assert (
        paper["consultation"][0]["id"] == item["consultation"] and paper["consultation"][0]["agendaItem"] == item["id"]
    )
    single = made[address("Paper", "namnden/2026-10-29/5")]
    assert single["mainFile"]["name"] == "Brev från [personuppgift borttagen]" and "auxiliaryFile" not in single


def test_who_sits_in_two_bodies_is_one_person(town: Library) -> None:
    made = data(on(town, PUBLISHED))
    people = {p["name"]: p for p in objects(made, "Person")}
    assert set(people) == {"Anna Exempel", "Bo Exempel"}
    assert [m.get("role") for m in people["Bo Exempel"]["membership"]] == ["Vice ordförande", None]
    bodies = {o["name"]: o for o in objects(made, "Organization")}
    assert bodies["Nämnden"]["membership"] == [
        m["id"]
        for p in ("Anna Exempel", "Bo Exempel")
        for m in people[p]["membership"]
        if m["organization"] == bodies["Nämnden"]["id"]
    ]
    assert (bodies["Fullmäktige"]["classification"], bodies["Nämnden"]["classification"]) == ("Fullmäktige", "Nämnd")


# Withheld


def _without_stamps(thing: dict[str, Any]) -> str:
    return re.sub(r',? ?"(created|modified)": "[^"]*"', "", json.dumps(thing))


def days_of_change(library: Library) -> list[date]:
    """A day before everything, and every day on which the plan says that something comes or goes."""
    before = date(2000, 1, 1)
    return [before, *sorted({day for day, _, _ in make_plan(library, before).changes})]


@pytest.mark.parametrize("place", ["town", "project"])
def test_what_stood_and_is_gone_is_a_trace_and_nothing_else_is_there(
    place: str, request: pytest.FixtureRequest
) -> None:
    """Told by walking through all the days: there is a trace of just what was seen on a day before."""
    library = request.getfixturevalue(place)
    seen: dict[str, str] = {}
    taken: dict[str, str] = {}
    before: dict[str, dict[str, Any]] = {}
    for day in days_of_change(library):
        site = on(library, day)
        made = data(site)
        standing = {o["id"]: o for o in objects(made, deleted=False)}
        gone = {o["id"]: o for o in objects(made, deleted=True)}
        files = {o["accessUrl"].removeprefix(_root(site)) for o in standing.values() if "accessUrl" in o}
        of_meetings = {f for f in site.plan.files if f.startswith("meetings/")}
        assert files == of_meetings | {site.address(e.key, "sv") for e in site.of_type("agenda", "minutes")}, day
        for id_, thing in standing.items():
            assert seen.get(id_, "") in ("", thing.get("created"))
            seen[id_] = thing.get("created", "")
        changed = [
            o for id_, o in standing.items() if id_ in before and _without_stamps(o) != _without_stamps(before[id_])
        ]
        assert [o for o in changed if o["modified"][:10] != day.isoformat()] == []
        taken |= dict.fromkeys(set(before) - set(standing), day.isoformat())
        assert set(gone) == set(seen) - set(standing), day
        for id_, thing in gone.items():
            assert set(thing) == {"id", "type", "created", "modified", "deleted"}
            assert (thing["created"], thing["modified"][:10]) == (seen[id_], taken[id_])
        before = standing
    assert len(taken) > 20


@pytest.mark.parametrize("day", DAYS)
def test_what_was_never_public_is_nowhere(town: Library, day: str) -> None:
    site = on(town, day)
    text = text_of(site)
    assert [word for word in NEVER if word in text] == []
    made = data(site)
    never = [
        *(("Meeting", f"namnden/{d}") for d in ("2026-09-10", "2026-09-24")),
        *(("File", f"{FOLDER}/{f}.pdf") for f in ("anbud", "underlag", "cirkular", "hjortronkarta")),
        ("File", "meetings/fullmaktige/2026-10-01/agenda"), ("Paper", "namnden/2026-10-29/4"), ("Person", "Dag Ersättare"),
    ]  # fmt: skip
    assert [row for row in never if address(*row) in made] == []


@pytest.mark.parametrize("place", ["town", "project"])
@pytest.mark.parametrize("day", DAYS)
def test_no_title_and_no_address_of_anything_withheld(place: str, day: str, request: pytest.FixtureRequest) -> None:
    site = on(request.getfixturevalue(place), day)
    library, plan = site.library, site.plan
    text, words = text_of(site), set(_texts(data(site)))
    hidden = [d for d in library.documents if d.key not in plan.entries]
    addresses = [f"/{d.key}" for d in hidden if d.type in ("agenda", "minutes")]
    addresses += [f"/{path}" for path in library.files if path not in plan.files]
    assert [where for where in addresses if where in text] == []
    files = [
        (d, a, {d.file_of(a.file), d.file_of(a.redacted or a.file)}) for d in library.documents for _, a in d.listed
    ]
    told = {d.title for d in library.documents if d.key in plan.entries}
    told |= {a.title for d, a, paths in files if d.key in plan.entries and paths & plan.files}
    titles = {d.title for d in hidden} | {a.title for _, a, _ in files}
    assert (titles - told) & words == set()


def test_the_agenda_leaves_a_trace(town: Library) -> None:
    before, after = (data(on(town, day)) for day in ("2026-11-19", PUBLISHED))
    left = [("File", f"{FOLDER}/agenda"), ("File", f"{FOLDER}/bara-i-listan.pdf"), ("AgendaItem", "namnden/2026-10-29/2"),
            ("Paper", "namnden/2026-10-29/2"), ("Consultation", "namnden/2026-10-29/2"), ("Location", "Lingongården")]  # fmt: skip
    for kind, key in left:
        thing = after[address(kind, key)]
        assert "deleted" not in before[address(kind, key)]
        assert thing == {
            "id": before[address(kind, key)]["id"], "type": f"https://schema.oparl.org/1.1/{kind}",
            "created": "2026-10-22T00:00:00+03:00", "modified": "2026-11-20T00:00:00+02:00", "deleted": True,
        }  # fmt: skip
    assert "ingon" not in text_of(on(town, PUBLISHED))
    both = address("File", f"{FOLDER}/i-bada.pdf")
    assert before[both]["accessUrl"] == after[both]["accessUrl"]


def test_personal_data_leaves_a_trace_and_what_takes_its_place_stands(town: Library) -> None:
    day_before = (date.fromisoformat(NAMES_GONE) - timedelta(days=1)).isoformat()
    before, after = data(on(town, day_before)), data(on(town, NAMES_GONE))
    for name in ("brev", "intyg", "undertecknat"):
        path = address("File", f"{FOLDER}/{name}.pdf")
        assert before[path]["fileName"] == f"{name}.pdf"
        assert after[path]["deleted"] and after[path]["modified"] == f"{NAMES_GONE}T00:00:00+02:00"
    redacted = address("File", f"{FOLDER}/brev-utan-namn.pdf")
    assert redacted not in before and after[redacted]["created"] == f"{NAMES_GONE}T00:00:00+02:00"
    assert after[address("Paper", "namnden/2026-10-29/1")]["deleted"]
    assert after[address("Paper", "namnden/2026-10-29/5")]["mainFile"] == after[redacted]
    assert after[address("Meeting", "namnden/2026-10-29")]["modified"] == f"{NAMES_GONE}T00:00:00+02:00"
    assert "intyg" not in text_of(on(town, NAMES_GONE))


def test_after_four_years_a_trace_is_left(town: Library) -> None:
    before, after = data(on(town, LAST_OF_FOUR_YEARS)), data(on(town, GONE))
    key = address("Meeting", "namnden/2026-10-29")
    assert before[key]["name"] == "Nämnden 29.10.2026"
    assert after[key] == {
        "id": before[key]["id"], "type": before[key]["type"], "created": "2026-10-22T00:00:00+03:00",
        "modified": "2030-11-21T00:00:00+02:00", "deleted": True,
    }  # fmt: skip
    for item in before[key]["agendaItem"]:
        assert after[urlsplit(item["id"]).path[1:]]["deleted"]
    assert "2026-10-29" not in re.sub(r'"(created|modified)":"[^"]*"', "", text_of(on(town, GONE)))


def test_minutes_with_an_error_are_no_trace(town: Library) -> None:
    key = f"{FOLDER}/minutes"
    site = Site(town, make_plan(town, date.fromisoformat(PUBLISHED), withheld={key}))
    made = data(site)
    assert address("File", key) not in made and "invitation" in made[address("Meeting", "namnden/2026-10-29")]


# Days


def test_days_tell_when_a_thing_came_and_went() -> None:
    today = date(2026, 11, 20)
    first, second = Span(date(2026, 10, 1), date(2026, 10, 31)), Span(date(2026, 11, 1), date(2026, 11, 19))
    days = Days(
        today, (first, second, Span(date(2026, 12, 1)), Span(date(2026, 11, 5), date(2026, 11, 4)), Span(never="draft"))
    )
    assert not days.stands and days.begun == (first, second)
    assert days.stamps() == {"created": "2026-10-01T00:00:00+03:00", "modified": "2026-11-20T00:00:00+02:00"}
    assert in_runs(days).spans == (Span(date(2026, 10, 1), date(2026, 11, 19)),)
    assert replace(days, today=date(2026, 11, 10)).stands
    part, later = Days(today, (Span(date(2026, 9, 1), date(2026, 10, 9)),)), Days(today, (second,))
    whole = Days(today, (first,)).with_changes_of([part, later])
    assert whole.changes == {date(2026, 10, 1), date(2026, 10, 10), date(2026, 11, 1)}
    assert in_runs(Days(today, (first, Span(date(2026, 10, 20))))).spans == (Span(date(2026, 10, 1)),)
    assert Days(today, (Span(),)).stamps() == {} and Days(today, (Span(),)).stands


# The page


@pytest.mark.parametrize(
    ("lang", "words"), [("sv", ("Villkor", "Vad som inte går")), ("fi", ("Käyttöehdot", "Mikä ei ole mahdollista"))]
)
def test_the_page_says_where_it_begins_and_on_what_terms(project: Library, lang: str, words: tuple[str, ...]) -> None:
    site = on(project, "2026-11-24")
    text = open_data.compose(PageContext(site, site.settings.stage.open_data, lang))
    assert f">{_root(site)}{SYSTEM}</a>" in text and f'href="{"../" if lang == "sv" else "../../"}{SYSTEM}"' in text
    assert (
        "https://creativecommons.org/licenses/by/4.0/" in text
        and "modified_since" in text
        and "{" not in re.sub(r"\{#\w+\}", "", text)
    )
    assert all(f"## {word}" in text for word in words)
