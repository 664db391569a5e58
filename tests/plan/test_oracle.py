"""Random towns on random days: the plan says what a simpler reading of CONTENT.md section 4 says."""

from __future__ import annotations

import calendar
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from kommun.configuration import Settings
from kommun.content.library import Library, read_library
from kommun.plan import make_plan
from kommun.rules.cases import TOWN

FIRST, LAST = date(2026, 1, 1), date(2026, 3, 31)
days = st.dates(FIRST, LAST)
maybe = st.none() | days


@dataclass(frozen=True)
class Minutes:
    published: date | None
    adjusted: date | None
    viewing: bool
    covered: bool
    attachment_there: bool


@dataclass(frozen=True)
class Agenda:
    published: date | None
    sent: date | None


@dataclass(frozen=True)
class Dated:
    kind: str
    published: date | None
    expires: date | None


@dataclass(frozen=True)
class Body:
    kind: str
    publishes: bool
    decision: bool


@dataclass(frozen=True)
class Town:
    body: Body
    agenda: Agenda | None
    minutes: Minutes | None
    documents: tuple[Dated, ...]


bodies = st.builds(Body, st.sampled_from(["council", "committee", "working_group"]), st.booleans(), st.booleans())
usually = st.sampled_from([True, True, True, False])
minutes_ = st.builds(Minutes, maybe, maybe, usually, usually, usually)
dated = st.builds(Dated, st.sampled_from(["notice", "news", "alert", "page"]), maybe, maybe)
towns = st.builds(
    Town,
    bodies,
    st.none() | st.builds(Agenda, maybe, maybe),
    st.none() | minutes_,
    st.lists(dated, max_size=3).map(tuple),
)

FOLDERS = {"notice": "docs/kungorelser", "news": "docs/aktuellt", "alert": "docs/meddelanden", "page": "docs/sidor"}
MEETING = "meetings/organ/2026-01-15"


def write(town: Town, root: Path) -> Library:
    """The town as content files."""
    files = dict(TOWN)
    body = town.body
    files["meetings/organ/index.sv.md"] = _page(
        type="body", title="Organet", unit="kansli", kind=body.kind, publishes_minutes=str(body.publishes).lower(),
        publication_decision="Styrelsen § 1" if body.decision else None,
    )  # fmt: skip
    if town.agenda:
        facts = {"published": town.agenda.published, "sent": town.agenda.sent}
        files[f"{MEETING}/agenda.sv.md"] = _page(type="agenda", title="Lista", unit="kansli", **facts)
    if town.minutes:
        m = town.minutes
        files[f"{MEETING}/minutes.sv.md"] = _page(
            type="minutes", title="Protokoll", unit="kansli", published=m.published, adjusted=m.adjusted,
            viewing="{date: 2026-01-20, place: Kansliet}" if m.viewing else None,
            appeal="[{sections: '1-2', remedy: municipal_appeal}]" if m.covered else "[{sections: 1, remedy: municipal_appeal}]",
            attachments="[{file: bilaga.pdf, title: Bilaga}]",
            text="## § 1 Öppnande\n\n## § 2 Ärende\n",
        )  # fmt: skip
        if m.attachment_there:
            files[f"{MEETING}/bilaga.pdf"] = "%PDF-1.4"
    for number, d in enumerate(town.documents):
        unit = None if d.kind == "page" else "kansli"
        name = f"{FOLDERS[d.kind]}/d{number}.sv.md"
        files[name] = _page(type=d.kind, title=f"D{number}", unit=unit, published=d.published, expires=d.expires)
    for path, content in files.items():
        target = root / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(content, encoding="utf-8")
    return read_library(root, Settings())


def _page(text: str = "Text.", **facts: object) -> str:
    lines = [f"{key}: {value}" for key, value in facts.items() if value is not None]
    return "---\n" + "\n".join(lines) + f"\n---\n{text}\n"


def four_years_on(day: date) -> date:
    last = calendar.monthrange(day.year + 4, day.month)[1]
    return date(day.year + 4, day.month, min(day.day, last))


def complete(town: Town) -> bool:
    """Whether the minutes may be published at all."""
    m, body = town.minutes, town.body
    return bool(
        m and m.published and m.adjusted and m.viewing and m.covered and m.attachment_there
        and body.publishes and (body.decision or body.kind != "working_group")
    )  # fmt: skip


def expected(town: Town, day: date) -> Iterator[str]:
    """What is visible on the day, by the table of section 4."""
    minutes_stand = False
    if complete(town):
        assert town.minutes
        assert town.minutes.published
        minutes_stand = day >= town.minutes.published
        if minutes_stand and day <= four_years_on(town.minutes.published):
            yield f"{MEETING}/minutes"
            yield f"{MEETING}/bilaga.pdf"
    a = town.agenda
    if a and a.published and a.sent and day >= a.published and day >= a.sent and not minutes_stand:
        yield f"{MEETING}/agenda"
    for number, d in enumerate(town.documents):
        reversed_ = d.published and d.expires and d.expires < d.published
        begun = d.published <= day if d.published else d.kind == "page"
        ended = d.expires is not None and day > d.expires
        endless = d.kind in ("notice", "alert") and d.expires is None
        if begun and not ended and not endless and not reversed_:
            yield f"{FOLDERS[d.kind].removeprefix('docs/')}/d{number}"


def visible(library: Library, day: date) -> set[str]:
    plan = make_plan(library, day)
    always = {"units/kansli/index", "meetings/namnden/index", "meetings/organ/index"}
    return (set(plan.entries) - always) | set(plan.files)


@settings(max_examples=150, deadline=None)
@given(towns, st.lists(st.dates(FIRST - timedelta(days=5), LAST + timedelta(days=5 * 366)), min_size=1, max_size=8))
def test_the_plan_is_what_the_table_says(town: Town, some_days: list[date]) -> None:
    with TemporaryDirectory() as folder:
        library = write(town, Path(folder))
        for day in some_days:
            assert visible(library, day) == set(expected(town, day)), day


@settings(max_examples=12, deadline=None)
@given(towns)
def test_five_years_day_by_day_nothing_returns_and_an_agenda_never_stands_beside_its_minutes(town: Town) -> None:
    with TemporaryDirectory() as folder:
        library = write(town, Path(folder))
        gone: set[str] = set()
        before: set[str] = set()
        for number in range(5 * 366):
            today = visible(library, FIRST + timedelta(days=number))
            assert not today & gone
            assert not {f"{MEETING}/agenda", f"{MEETING}/minutes"} <= today
            gone |= before - today
            before = today


@settings(max_examples=60, deadline=None)
@given(towns, days)
def test_the_next_change_is_the_next_day_on_which_the_site_differs(town: Town, day: date) -> None:
    with TemporaryDirectory() as folder:
        library = write(town, Path(folder))
        plan = make_plan(library, day)
        today = visible(library, day)
        if plan.next_change is None:
            assert visible(library, day + timedelta(days=10 * 366)) == today
            return
        assert visible(library, plan.next_change - timedelta(days=1)) == today
        assert plan.next_change > day
