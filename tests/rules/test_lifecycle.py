"""What may be seen on the day before, the day and the day after: every type, on small towns (CONTENT.md section 4)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from pathlib import Path

import pytest

from kommun.configuration import Settings
from kommun.content.library import Library, read_library
from kommun.plan import Plan, make_plan
from kommun.rules.cases import TOWN

DAY = timedelta(days=1)
LONG_AGO, FAR_OFF = date(2000, 1, 1), date(2060, 1, 1)
PDF = "%PDF-1.7\n"
MEETING = "meetings/namnden/2026-11-10"
AGENDA, AGENDA_FI = f"{MEETING}/agenda.sv.md", f"{MEETING}/agenda.fi.md"
MINUTES, MINUTES_FI = f"{MEETING}/minutes.sv.md", f"{MEETING}/minutes.fi.md"
PUBLISHED = date(2026, 11, 17)


def town(root: Path, files: Mapping[str, str]) -> Library:
    """The small town of the rules' cases, with further files or other versions of its own."""
    for path, text in {**TOWN, **files}.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, encoding="utf-8")
    return read_library(root, Settings())


def document(**keys: str) -> str:
    """A content file with these keys and one line of text."""
    rows = "".join(f"{key}: {value}\n" for key, value in keys.items())
    return f"---\n{rows}---\nEn rad text.\n"


def seen(plan: Plan, path: str) -> tuple[bool, str]:
    row = plan.rows[path]
    return row.visible, row.reason


# From the first day through the last, both included.

NOTICE, NEWS, ALERT = "docs/kungorelser/tomt", "docs/aktuellt/lov", "docs/meddelanden/vatten"
UNIT, BODY = "units/kansli/index", "meetings/namnden/index"
SENT = {"type": "agenda", "title": "Lista", "unit": "kansli"}
SPANS = [
    ("notice", NOTICE, {"published": "2026-11-24", "expires": "2026-12-08"}, "2026-11-24", "2026-12-08"),
    ("notice", NOTICE, {"published": "2026-11-24", "expires": "2026-11-24"}, "2026-11-24", "2026-11-24"),
    ("notice", NOTICE, {"published": "2024-02-28", "expires": "2024-02-29"}, "2024-02-28", "2024-02-29"),
    ("alert", ALERT, {"published": "2026-12-31", "expires": "2027-01-01"}, "2026-12-31", "2027-01-01"),
    ("news", NEWS, {"published": "2026-11-24"}, "2026-11-24", None),
    ("news", NEWS, {"published": "2026-11-24", "expires": "2026-12-24"}, "2026-11-24", "2026-12-24"),
    ("page", "docs/bibliotek", {}, None, None),
    ("page", "docs/bibliotek", {"published": "2026-11-24"}, "2026-11-24", None),
    ("page", "docs/bibliotek", {"expires": "2026-12-31"}, None, "2026-12-31"),
    ("page", "units/kansli/avgifter", {"published": "2026-01-01", "expires": "2026-12-31"}, "2026-01-01", "2026-12-31"),
    ("unit", UNIT, {}, None, None),
    ("unit", UNIT, {"published": "2026-11-24"}, "2026-11-24", None),
    ("unit", UNIT, {"published": "2026-11-24", "expires": "2027-05-31"}, "2026-11-24", "2027-05-31"),
    ("body", BODY, {}, None, None),
    ("body", BODY, {"expires": "2029-05-31"}, None, "2029-05-31"),
    ("body", BODY, {"published": "2025-06-01", "expires": "2029-05-31"}, "2025-06-01", "2029-05-31"),
    ("agenda", f"{MEETING}/agenda", {"sent": "2026-11-03", "published": "2026-11-03"}, "2026-11-03", None),
    ("agenda", f"{MEETING}/agenda", {"sent": "2026-11-04", "published": "2026-11-03"}, "2026-11-04", None),
    ("agenda", f"{MEETING}/agenda", {"sent": "2026-11-03", "published": "2026-11-04"}, "2026-11-04", None),
    (
        "agenda",
        f"{MEETING}/agenda",
        {"sent": "2026-11-03", "published": "2026-11-03", "expires": "2026-11-30"},
        "2026-11-03",
        "2026-11-30",
    ),
]


@pytest.mark.parametrize(("kind", "key", "keys", "first", "last"), SPANS)
def test_from_the_first_day_through_the_last(
    tmp_path: Path, kind: str, key: str, keys: dict[str, str], first: str | None, last: str | None
) -> None:
    main, finnish = f"{key}.sv.md", f"{key}.fi.md"
    common = {"type": kind, "title": "Titel"} | ({} if kind in ("page", "unit") else {"unit": "kansli"})
    library = town(tmp_path, {main: document(**common, **keys), finnish: document(title="Otsikko")})
    assert not library.entries[key.removeprefix("docs/")].broken
    start = date.fromisoformat(first) if first else LONG_AGO
    end = date.fromisoformat(last) if last else FAR_OFF
    expected = {start: "shown", end: "shown"}
    if first:
        expected |= {LONG_AGO: "coming", start - DAY: "coming"}
        expected |= {min(start + DAY, end): "shown"}
    if last:
        expected |= {max(end - DAY, start): "shown"}
        after = "replaced" if kind == "agenda" else "ended"
        expected |= {end + DAY: after, FAR_OFF: after}
    for day, reason in expected.items():
        plan = make_plan(library, day)
        assert seen(plan, main) == seen(plan, finnish) == (reason == "shown", reason), day
        row = plan.rows[main]
        assert (row.start, row.end) == (start if first else None, end if last else None)


def test_a_plain_page_is_always_there(tmp_path: Path) -> None:
    library = town(tmp_path, {"docs/simhall.sv.md": "# Simhallen\n\nÖppet varje dag.\n"})
    for day in (LONG_AGO, FAR_OFF):
        assert seen(make_plan(library, day), "docs/simhall.sv.md") == (True, "shown")


@pytest.mark.parametrize(
    ("path", "keys", "reason"),
    [
        (f"{NOTICE}.sv.md", {"type": "notice", "expires": "2026-12-08"}, "draft"),
        (f"{NOTICE}.sv.md", {"type": "notice", "published": "2026-11-24"}, "no-end"),
        (f"{ALERT}.sv.md", {"type": "alert", "expires": "2026-12-08"}, "draft"),
        (f"{ALERT}.sv.md", {"type": "alert", "published": "2026-11-24"}, "no-end"),
        (f"{NEWS}.sv.md", {"type": "news"}, "draft"),
        (AGENDA, {"type": "agenda", "sent": "2026-11-03"}, "draft"),
        (AGENDA, {"type": "agenda", "published": "2026-11-03"}, "not-sent"),
        (f"{NOTICE}.sv.md", {"type": "notice", "published": "24.11.2026", "expires": "2026-12-08"}, "broken"),
        (f"{NOTICE}.sv.md", {"type": "notice", "published": "2026-11-24", "expire": "2026-12-08"}, "broken"),
        (f"{NOTICE}.sv.md", {"type": "news", "published": "2026-11-24"}, "broken"),
    ],
)
def test_never_on_any_day(tmp_path: Path, path: str, keys: dict[str, str], reason: str) -> None:
    library = town(tmp_path, {path: document(title="Titel", unit="kansli", **keys)})
    for day in (LONG_AGO, date(2026, 11, 24), FAR_OFF):
        assert seen(make_plan(library, day), path) == (False, reason)


def test_an_end_before_the_beginning_is_never_seen(tmp_path: Path) -> None:
    keys = {"type": "news", "title": "Titel", "unit": "kansli", "published": "2026-11-24", "expires": "2026-11-20"}
    library = town(tmp_path, {f"{NEWS}.sv.md": document(**keys)})
    for n in range(-6, 7):
        assert not make_plan(library, date(2026, 11, 22) + n * DAY).rows[f"{NEWS}.sv.md"].visible


# A meeting: its agenda stands until the minutes are there and complete.

AGENDA_TEXT = """---
type: agenda
title: "Nämnden, föredragningslista 10.11.2026"
unit: kansli
sent: 2026-11-03
published: 2026-11-03
attachments:
  - {file: forslag.pdf, title: Förslag}
  - {file: karta.pdf, title: Karta}
---
## § 31 Budgeten för 2027

## § 32 Vägplanen
"""
MINUTES_TEXT = """---
type: minutes
title: "Nämnden, protokoll 10.11.2026"
unit: kansli
adjusted: 2026-11-16
published: 2026-11-17
viewing: {date: 2026-11-18, place: Kansliet}
appeal:
  - {sections: "31", remedy: none, reason: KomL 136 §}
  - {sections: "32", remedy: reconsideration}
attachments:
  - {file: karta.pdf, title: Karta, section: 32}
---
## § 31 Budgeten för 2027

## § 32 Vägplanen
"""
FILES = {
    AGENDA: AGENDA_TEXT,
    AGENDA_FI: "---\ntitle: Esityslista\n---\n## § 31 Talousarvio\n\n## § 32 Tiesuunnitelma\n",
    MINUTES: MINUTES_TEXT,
    MINUTES_FI: "---\ntitle: Pöytäkirja\n---\n## § 31 Talousarvio\n\n## § 32 Tiesuunnitelma\n",
    f"{MEETING}/forslag.pdf": PDF,
    f"{MEETING}/karta.pdf": PDF,
    f"{MEETING}/karta.fi.pdf": PDF,
}
LAST_YEAR = date(2030, 11, 17)


def test_the_minutes_take_the_agendas_place(tmp_path: Path) -> None:
    library = town(tmp_path, FILES)
    agenda_files = {f"{MEETING}/{name}" for name in ("forslag.pdf", "karta.pdf", "karta.fi.pdf")}
    minutes_files = agenda_files - {f"{MEETING}/forslag.pdf"}
    for day, agenda, minutes, files in (
        (date(2026, 11, 2), "coming", "coming", set()),
        (date(2026, 11, 3), "shown", "coming", agenda_files),
        (PUBLISHED - DAY, "shown", "coming", agenda_files),
        (PUBLISHED, "replaced", "shown", minutes_files),
        (PUBLISHED + DAY, "replaced", "shown", minutes_files),
        (LAST_YEAR - DAY, "replaced", "shown", minutes_files),
        (LAST_YEAR, "replaced", "shown", minutes_files),
        (LAST_YEAR + DAY, "replaced", "ended", set()),
        (FAR_OFF, "replaced", "ended", set()),
    ):
        plan = make_plan(library, day)
        assert seen(plan, AGENDA) == seen(plan, AGENDA_FI) == (agenda == "shown", agenda), day
        assert seen(plan, MINUTES) == seen(plan, MINUTES_FI) == (minutes == "shown", minutes), day
        assert plan.files == files, day
    assert (plan.rows[AGENDA].end, plan.rows[MINUTES].end) == (PUBLISHED - DAY, LAST_YEAR)


def test_every_day_shows_the_agenda_or_the_minutes_and_never_both(tmp_path: Path) -> None:
    library = town(tmp_path, FILES)
    for n in range(40):
        plan = make_plan(library, date(2026, 11, 3) + n * DAY)
        assert plan.rows[AGENDA].visible != plan.rows[MINUTES].visible


def test_an_agenda_ends_on_its_own_day_if_that_is_earlier(tmp_path: Path) -> None:
    for expires, last in (("2026-11-12", date(2026, 11, 12)), ("2026-12-12", PUBLISHED - DAY)):
        text = AGENDA_TEXT.replace("sent:", f"expires: {expires}\nsent:")
        library = town(tmp_path, FILES | {AGENDA: text})
        assert make_plan(library, last).rows[AGENDA].visible
        assert not make_plan(library, last + DAY).rows[AGENDA].visible


@pytest.mark.parametrize(
    ("published", "last"),
    [
        ("2026-11-17", "2030-11-17"),
        ("2024-02-29", "2028-02-29"),
        ("2096-02-29", "2100-02-28"),
        ("2023-02-28", "2027-02-28"),
    ],
)
def test_minutes_stand_four_years(tmp_path: Path, published: str, last: str) -> None:
    text = MINUTES_TEXT.replace("2026-11-17", published).replace("2026-11-16", published)
    library = town(tmp_path, FILES | {MINUTES: text})
    start, end = date.fromisoformat(published), date.fromisoformat(last)
    for day, visible in ((start - DAY, False), (start, True), (start + DAY, True)):
        assert make_plan(library, day).rows[MINUTES].visible is visible
    for day, visible in ((end - DAY, True), (end, True), (end + DAY, False)):
        assert make_plan(library, day).rows[MINUTES].visible is visible


def test_a_second_meeting_on_the_day_is_another_meeting(tmp_path: Path) -> None:
    second = f"{MEETING}-2/agenda.sv.md"
    plan = make_plan(town(tmp_path, FILES | {second: AGENDA_TEXT}), PUBLISHED)
    assert seen(plan, second) == (True, "shown")
    assert seen(plan, AGENDA) == (False, "replaced")


# Incomplete minutes are not there, and the agenda stands.


def without(line: str) -> str:
    """The minutes without the line that begins so."""
    return "\n".join(row for row in MINUTES_TEXT.split("\n") if not row.startswith(line))


def changed(old: str, new: str) -> str:
    assert old in MINUTES_TEXT
    return MINUTES_TEXT.replace(old, new)


GROUP = "---\ntype: body\ntitle: Gruppen\nunit: kansli\nkind: working_group\npublishes_minutes: true\n---\nBereder.\n"
INCOMPLETE = [
    ("draft", {MINUTES: without("published")}),
    ("not-adjusted", {MINUTES: without("adjusted")}),
    ("no-viewing", {MINUTES: without("viewing")}),
    ("broken", {MINUTES: changed(", place: Kansliet", "")}),
    ("broken", {MINUTES: changed("2026-11-16", "16.11.2026")}),
    ("broken", {MINUTES: changed("adjusted:", "justerat: ja\nadjusted:")}),
    ("broken", {MINUTES: changed("unit: kansli", "unit: kansli\ntype: agenda").replace("type: minutes\n", "")}),
    ("broken", {MINUTES_FI: "---\ntitle: Pöytäkirja\nadjusted: 2026-11-15\n---\n## § 31 Talousarvio\n"}),
    ("unread", {MINUTES: changed('"Nämnden, protokoll 10.11.2026"', "Protokoll: nämnden")}),
    ("unread", {MINUTES: changed("---\n## § 31", "## § 31")}),
    ("appeal-incomplete", {MINUTES: changed('  - {sections: "31", remedy: none, reason: KomL 136 §}\n', "")}),
    ("appeal-incomplete", {MINUTES: changed('sections: "32"', 'sections: "31-32"')}),
    ("appeal-incomplete", {MINUTES: changed('sections: "32"', 'sections: "32, 32"')}),
    ("appeal-incomplete", {MINUTES: MINUTES_TEXT + "\n## § 33 Övriga ärenden\n"}),
    ("appeal-incomplete", {MINUTES: MINUTES_TEXT + "\n## § 32 Övriga ärenden\n"}),
    ("appeal-incomplete", {MINUTES_FI: "---\ntitle: Pöytäkirja\n---\n## § 33 Muut asiat\n"}),
    ("attachment-missing", {MINUTES: changed("karta.pdf", "saknas.pdf")}),
    ("attachment-missing", {MINUTES: changed("karta.pdf", "blankett.pdf").replace("section: 32", "kind: form")}),
    ("attachment-missing", {MINUTES: changed("karta.pdf", "karta-2.pdf").replace("section: 32", "kind: map")}),
    ("attachment-missing", {MINUTES: changed("karta.pdf", "../../../hemligt.pdf")}),
    ("body-does-not-publish", {f"{BODY}.sv.md": GROUP.replace("true", "false").replace("working_group", "board")}),
    ("no-publication-decision", {f"{BODY}.sv.md": GROUP}),
    ("no-body", {f"{BODY}.sv.md": GROUP.replace("working_group", "kommitté")}),
    ("no-body", {f"{BODY}.sv.md": "---\ntitle: Nämnden: den nya\n---\n", f"{BODY}.fi.md": "---\ntitle: L: l\n---\n"}),
]


@pytest.mark.parametrize(("reason", "files"), INCOMPLETE)
def test_incomplete_minutes_leave_the_agenda_standing(tmp_path: Path, reason: str, files: dict[str, str]) -> None:
    library = town(tmp_path, FILES | files)
    for day in (PUBLISHED - DAY, PUBLISHED, PUBLISHED + DAY, LAST_YEAR + DAY):
        plan = make_plan(library, day)
        assert seen(plan, MINUTES) == (False, reason)
        assert seen(plan, AGENDA) == seen(plan, AGENDA_FI) == (True, "shown")
        assert plan.rows[AGENDA].end is None
        assert f"{MEETING}/forslag.pdf" in plan.files


def test_minutes_that_become_complete_take_the_place_at_once(tmp_path: Path) -> None:
    late = PUBLISHED + 5 * DAY
    plan = make_plan(town(tmp_path, FILES | {MINUTES: changed("karta.pdf", "karta-2.pdf")}), late)
    assert (plan.rows[AGENDA].visible, plan.rows[MINUTES].visible) == (True, False)
    plan = make_plan(town(tmp_path, FILES), late)
    assert (plan.rows[AGENDA].visible, plan.rows[MINUTES].visible) == (False, True)


def test_a_working_group_with_a_decision_publishes(tmp_path: Path) -> None:
    group = GROUP.replace("publishes", "publication_decision: Kommunstyrelsen 12.1.2026 § 9\npublishes")
    library = town(tmp_path, FILES | {f"{BODY}.sv.md": group})
    assert seen(make_plan(library, PUBLISHED), MINUTES) == (True, "shown")


def test_a_body_without_a_page_publishes_nothing(tmp_path: Path) -> None:
    path = "meetings/sektionen/2026-11-10/minutes.sv.md"
    library = town(
        tmp_path, {path: without("attachments").replace("  - {file: karta.pdf, title: Karta, section: 32}\n", "")}
    )
    assert seen(make_plan(library, PUBLISHED), path) == (False, "no-body")


def test_minutes_withheld_for_an_error_leave_the_agenda_standing(tmp_path: Path) -> None:
    library = town(tmp_path, FILES)
    for withheld, reason in ((f"{MEETING}/minutes", "withheld"), (BODY, "no-body")):
        plan = make_plan(library, PUBLISHED, withheld={withheld})
        assert seen(plan, MINUTES) == (False, reason)
        assert seen(plan, AGENDA) == (True, "shown")


@pytest.mark.parametrize("kind", ["access: confidential, legal_basis: OffL 24 §", "kind: information"])
def test_what_is_not_published_need_not_be_there(tmp_path: Path, kind: str) -> None:
    text = changed("section: 32}", "section: 32}\n  - {file: saknas.pdf, title: Intyg, KIND}").replace("KIND", kind)
    plan = make_plan(town(tmp_path, FILES | {MINUTES: text}), PUBLISHED)
    assert seen(plan, MINUTES) == (True, "shown")
    assert seen(plan, AGENDA) == (False, "replaced")


# Personal data goes the day after the last appeal day.

LAST_APPEAL = date(2026, 12, 8)


def test_personal_data_is_shown_through_the_last_appeal_day(tmp_path: Path) -> None:
    listed = "  - {file: brev.pdf, title: Brev, personal_data: true, redacted: brev-utan.pdf}\n"
    text = changed("attachments:\n", f"document: undertecknat.pdf\nattachments:\n{listed}")
    names = ("brev.pdf", "brev-utan.pdf", "undertecknat.pdf")
    library = town(tmp_path, FILES | {MINUTES: text} | {f"{MEETING}/{name}": PDF for name in names})
    for day, shown in (
        (PUBLISHED - DAY, set()),
        (PUBLISHED, {"brev.pdf", "undertecknat.pdf"}),
        (LAST_APPEAL - DAY, {"brev.pdf", "undertecknat.pdf"}),
        (LAST_APPEAL, {"brev.pdf", "undertecknat.pdf"}),
        (LAST_APPEAL + DAY, {"brev-utan.pdf"}),
        (LAST_YEAR, {"brev-utan.pdf"}),
        (LAST_YEAR + DAY, set()),
    ):
        plan = make_plan(library, day)
        assert {name for name in names if f"{MEETING}/{name}" in plan.files} == shown, day
        may_show = PUBLISHED <= day <= LAST_APPEAL
        assert (f"{MEETING}/minutes" in plan.personal_data_shown) is may_show


def test_the_plan_tells_the_next_change(tmp_path: Path) -> None:
    text = MINUTES_TEXT.replace("## § 32 Vägplanen", "## § 32 Vägplanen\n\nSökande är {personuppgift: Anna Exempel}.")
    library = town(tmp_path, FILES | {MINUTES: text})
    for day, change in (
        (date(2026, 11, 1), date(2026, 11, 3)),
        (date(2026, 11, 3), PUBLISHED),
        (PUBLISHED, LAST_APPEAL + DAY),
        (LAST_APPEAL, LAST_APPEAL + DAY),
        (LAST_APPEAL + DAY, LAST_YEAR + DAY),
        (LAST_YEAR, LAST_YEAR + DAY),
        (LAST_YEAR + DAY, None),
    ):
        assert make_plan(library, day).next_change == change, day
