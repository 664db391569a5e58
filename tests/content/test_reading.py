"""Bad input is told, once, on its file and line; nothing that an editor can write makes the reading fail."""

from __future__ import annotations

import os
import re
import string
import tempfile
import tracemalloc
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kommun.configuration import Settings
from kommun.content.fields import Common
from kommun.content.library import read_library
from kommun.content.page import Statutory
from kommun.content.reader import Source, build_facts, read_source
from kommun.content.types import MODELS
from kommun.content.yaml_tree import read_tree
from kommun.finding import Finding
from kommun.rules import check
from kommun.rules.cases import Case, write

TODAY = date(2026, 11, 24)
PDF = {
    "pdf": [
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] >>",
    ]
}
QUICK = settings(deadline=None, max_examples=80, suppress_health_check=[HealthCheck.too_slow])


def in_town(root: Path, files: dict[str, Any]) -> list[Finding]:
    """What all the rules find in the town of the cases with further files."""
    write(Case("", "", "", files, (), False), root)
    return check(read_library(root, Settings()), TODAY)


def in_order() -> dict[str, Any]:
    """What a town lacks to be without any finding: a start page and what the law asks for."""
    files: dict[str, Any] = {"docs/index.sv.md": "# Byn\n", "docs/index.fi.md": "# Kylä\n"}
    for item in Statutory:
        name = item.value.replace("_", "-")
        files[f"docs/lag/{name}.sv.md"] = f"---\ntype: page\ntitle: Sida\nstatutory: {item.value}\n---\nText.\n"
        files[f"docs/lag/{name}.fi.md"] = "---\ntitle: Sivu\n---\nTeksti.\n"
    return files


# ---------------------------------------------------------------- one finding for each mistake


@dataclass
class Bad:
    """One mistake: the files it takes, and the only finding they give; no rule where nothing is wrong."""

    name: str
    files: dict[str, Any]
    at: str = ""
    rule: str = ""
    line: int = 1


def news(name: str, rule: str, line: int, front: str, text: str = "Text.\n") -> Bad:
    """A draft of a piece of news with this front matter."""
    path = f"docs/aktuellt/{name}.sv.md"
    return Bad(name, {path: f"---\n{front}---\n{text}"}, path, rule, line)


def raw_news(name: str, rule: str, content: Any, line: int = 1) -> Bad:
    path = f"docs/aktuellt/{name}.sv.md"
    return Bad(name, {path: content}, path, rule, line)


def listing(name: str, *files: str) -> dict[str, Any]:
    """A page in both languages that lists files."""
    rows = "".join(f"  - file: {file}\n    title: Bilaga\n" for file in files)
    return {
        f"docs/{name}.sv.md": f"---\ntype: page\ntitle: Sida\nattachments:\n{rows}---\nText.\n",
        f"docs/{name}.fi.md": "---\ntitle: Sivu\n---\nTeksti.\n",
    }


GOOD = "type: news\ntitle: Nyhet\nunit: kansli\n"
NFD = "docs/bilagor/va\u030ag.pdf"
FENCED = "---\ntype: unit\ntitle: Simhallen\ncontact:\n  email: a@exempel.example\n---\n## Verksamhet\n\nText.\n\n"
BAD = [
    # YAML
    news("kolon", "front-matter-readable", 3, "type: news\ntitle: Kallelse: KF\nunit: kansli\n"),
    news("tabb", "front-matter-readable", 5, GOOD + "\texpires: 2026-12-01\n"),
    news("citat", "front-matter-readable", 3, 'type: news\ntitle: "Kallelse\nunit: kansli\n'),
    news("enkelt-citat", "front-matter-readable", 3, "type: news\ntitle: 'Kallelse\nunit: kansli\n"),
    news("dubbelt", "front-matter-readable", 5, GOOD + "title: En annan\n"),
    news(
        "dubbelt-inne",
        "front-matter-readable",
        8,
        GOOD + "attachments:\n  - file: a.pdf\n    title: A\n    file: b.pdf\n",
    ),
    news("markning", "front-matter-readable", 3, "type: news\ntitle: !viktigt Nyhet\nunit: kansli\n"),
    news("python", "front-matter-readable", 5, GOOD + "permit: !!python/object:os.system x\n"),
    news("ankare", "front-matter-readable", 3, "type: news\ntitle: &a Nyhet\nunit: kansli\n"),
    news("alias", "front-matter-readable", 3, "type: news\ntitle: *a\nunit: kansli\n"),
    news("skratt", "front-matter-readable", 5, GOOD + "a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n"),
    news("djupt", "front-matter-readable", 5, GOOD + "attachments: " + "[" * 3000 + "\n"),
    # The file itself
    raw_news("inga-streck", "front-matter-readable", f"---\n{GOOD}\nText.\n"),
    raw_news("tom-rad-forst", "front-matter-readable", f"\n---\n{GOOD}---\nText.\n", 2),
    raw_news("tom", "front-matter-readable", ""),
    raw_news("utf-16", "front-matter-readable", {"hex": f"---\n{GOOD}---\n".encode("utf-16").hex()}),
    raw_news("utf-16-utan-bom", "front-matter-readable", {"hex": f"---\n{GOOD}---\n".encode("utf-16-le").hex()}),
    raw_news("latin-1", "front-matter-readable", {"hex": f"---\n{GOOD}---\n\nVäg\n".encode("latin-1").hex()}, 7),
    raw_news("bom", "front-matter-readable", f"\ufeff---\n{GOOD}---\nText.\n"),
    raw_news("windows", "front-matter-readable", f"---\n{GOOD}---\nText.\n".replace("\n", "\r\n")),
    raw_news("stor", "front-matter-readable", {"size": 200_000_000}),
    # Facts
    news("expire", "known-key", 5, GOOD + "expire: 2026-12-01\n"),
    news("31-november", "valid-value", 5, GOOD + "expires: 31.11.\n"),
    news("31-november-iso", "valid-value", 5, GOOD + "expires: 2026-11-31\n"),
    news("inget-slag", "type-fits-folder", 2, "type: nyhet\ntitle: Nyhet\nunit: kansli\n"),
    news("ingen-titel", "title-present", 1, "type: news\nunit: kansli\n"),
    news("okand-enhet", "unit-exists", 4, "type: news\ntitle: Nyhet\nunit: ishallen\n"),
    news("ingen-enhet", "unit-exists", 1, "type: news\ntitle: Nyhet\n"),
    Bad(
        "slutar-fore-start",
        {
            "docs/slut.sv.md": "---\ntype: page\ntitle: Sida\nexpires: 2026-11-01\npublished: 2026-11-02\n---\nText.\n",
            "docs/slut.fi.md": "---\ntitle: Sivu\n---\nTeksti.\n",
        },
        "docs/slut.sv.md",
        "valid-value",
        4,
    ),
    Bad(
        "expire-i-kungorelse",
        {
            "docs/kungorelser/tomt.sv.md": "---\ntype: notice\ntitle: Tomt\nunit: kansli\npublished: 2026-11-20\n"
            "expire: 2026-12-31\n---\nText.\n",
            "docs/kungorelser/tomt.fi.md": "---\ntitle: Tontti\n---\nTeksti.\n",
        },
        "docs/kungorelser/tomt.sv.md",
        "known-key",
        6,
    ),
    Bad(
        "okant-ord-pa-finska",
        {
            "docs/aktuellt/finska.sv.md": f"---\n{GOOD}---\nText.\n",
            "docs/aktuellt/finska.fi.md": "---\ntitle: Uutinen\nexpire: 2026-12-01\n---\nTeksti.\n",
        },
        "docs/aktuellt/finska.fi.md",
        "known-key",
        3,
    ),
    Bad(
        "annan-dag-pa-finska",
        {
            "docs/aktuellt/dag.sv.md": f"---\n{GOOD}expires: 2026-12-01\n---\nText.\n",
            "docs/aktuellt/dag.fi.md": "---\ntitle: Uutinen\nexpires: 2026-12-02\n---\nTeksti.\n",
        },
        "docs/aktuellt/dag.fi.md",
        "one-fact-one-place",
        3,
    ),
    # Names
    Bad("inget-sprak", {"docs/aktuellt/bygga.md": "# Bygga\n"}, "docs/aktuellt/bygga.md", "file-name"),
    Bad(
        "samma-adress",
        {f"docs/{name}.{lang}.md": "# Sida\n" for name in ("tva", "tva/index") for lang in ("sv", "fi")},
        "docs/tva.sv.md",
        "file-name",
    ),
    Bad("inledning", {f"docs/sociala-medier/index.{lang}.md": "# Sida\n" for lang in ("sv", "fi")}),
    Bad(
        "inget-datum",
        {"meetings/namnden/2026-13-01/agenda.sv.md": "---\ntype: agenda\ntitle: Lista\nunit: kansli\n---\nText.\n"},
        "meetings/namnden/2026-13-01",
        "file-name",
    ),
    Bad("genvag", {"docs/genvag.pdf": {"link": "/etc/hostname"}}, "docs/genvag.pdf", "file-name"),
    Bad("genvag-till-text", {"docs/genvag.sv.md": {"link": "/etc/hostname"}}, "docs/genvag.sv.md", "file-name"),
    Bad("genvag-till-mapp", {"docs/genvagen": {"link": "/etc"}}, "docs/genvagen", "file-name"),
    Bad(
        "listad-genvag",
        {**listing("genvagar", "hemligt.pdf"), "docs/hemligt.pdf": {"link": "/etc/hostname"}},
        "docs/genvagar.sv.md",
        "attachment-exists",
        5,
    ),
    Bad(
        "tvillingar",
        {**listing("tvillingar", "karta.pdf"), "docs/karta.pdf": PDF, "docs/Karta.pdf": PDF},
        "docs/Karta.pdf",
        "file-name",
    ),
    Bad("nfd", {**listing("vagar", "bilagor/våg.pdf"), NFD: PDF}, NFD, "file-name"),
    # Files
    Bad(
        "stor-bilaga",
        {**listing("stor", "stor.pdf"), "docs/stor.pdf": {"size": 200_000_000}},
        "docs/stor.pdf",
        "attachment-format",
    ),
    Bad("ingen-bilaga", listing("ingen", "budget.pdf"), "docs/ingen.sv.md", "attachment-exists", 5),
    Bad("utanfor", listing("utanfor", "../pyproject.toml"), "docs/utanfor.sv.md", "attachment-exists", 5),
    Bad("onamnd", {"docs/lag/onamnd.pdf": PDF}, "docs/lag/onamnd.pdf", "attachment-unlisted"),
    # Text
    Bad(
        "rubrik-i-exempel",
        {
            "units/simhallen/index.sv.md": FENCED + "```\n## Kontaktuppgifter\n```\n",
            "units/simhallen/index.fi.md": "---\ntitle: Uimahalli\n---\n## Toiminta\n\nTeksti.\n\n## Yhteystiedot\n",
        },
        "units/simhallen/index.sv.md",
        "unit-contact-section",
        3,
    ),
    news("lank", "link-exists", 8, GOOD, "Text.\n\n[Länk](finns-inte-alls.md)\n"),
    news("beteckning", "identity-code", 6, GOOD, "Sökande 131052-308T.\n"),
]


@pytest.fixture(scope="module")
def all_at_once(tmp_path_factory: pytest.TempPathFactory) -> list[Finding]:
    """Every mistake in one town, and one run over it."""
    files = in_order()
    for bad in BAD:
        assert not files.keys() & bad.files.keys(), bad.name
        files |= bad.files
    return in_town(tmp_path_factory.mktemp("town"), files)


@pytest.mark.parametrize("bad", BAD, ids=lambda bad: bad.name)
def test_a_mistake_gives_one_finding(bad: Bad, all_at_once: list[Finding]) -> None:
    paths = {*bad.files, bad.at}
    found = [(f.path, f.line, f.rule) for f in all_at_once if f.path in paths]
    assert found == ([(bad.at, bad.line, bad.rule)] if bad.rule else [])


def test_nothing_else_is_found(all_at_once: list[Finding]) -> None:
    assert len(all_at_once) == sum(1 for bad in BAD if bad.rule)


def test_a_town_in_order_has_no_findings(tmp_path: Path) -> None:
    assert in_town(tmp_path, in_order()) == []


def test_large_files_are_not_read(tmp_path: Path) -> None:
    files = {
        **listing("stor", "stor.pdf"),
        "docs/stor.pdf": {"size": 200_000_000},
        "docs/y.sv.md": {"size": 200_000_000},
    }
    tracemalloc.start()
    try:
        in_town(tmp_path, files)
        assert tracemalloc.get_traced_memory()[1] < 50_000_000
    finally:
        tracemalloc.stop()


def test_names_that_are_no_text(tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir()
    (Path(os.fsdecode(os.fsencode(tmp_path) + b"/docs/b\xe5t.pdf"))).write_bytes(b"%PDF-1.7")
    (Path(os.fsdecode(os.fsencode(tmp_path) + b"/docs/b\xe5t.sv.md"))).write_text("# Båt")
    found = check(read_library(tmp_path, Settings()), TODAY)
    assert {f.path for f in found if f.rule == "file-name"} == {"docs/b\ufffdt.pdf", "docs/b\ufffdt.sv.md"}
    for finding in found:
        f"{finding.path} {finding.message} {finding.help}".encode()


# ---------------------------------------------------------------- whatever an editor writes


def lines_of(raw: bytes) -> int:
    """How many lines an editor counts in a file."""
    return len(re.split(rb"\r\n|\r|\n", raw))


TEXTS = st.text(st.characters(codec="utf-8"), max_size=60)
VISIBLE = st.text(st.characters(codec="utf-8", exclude_categories=["Cc"], exclude_characters="\ufffe\uffff"))
LINES = st.one_of(
    st.sampled_from(
        [
            "---", "title: Nyhet", "type: news", "unit: kansli", "expires: 2026-12-01", "expire: x", "  - file: a.pdf",
            "attachments:", "    title: A", "contact: {email: a}", "title: a: b", "\tx: y", 'title: "a', "'", "[", "{a", "&a b",
            "*a", "!x y", "? a", "- ", "# Rubrik", "a: |", "  x", "...", "%YAML 1.1", "a:\u2028b", "a:\x85b", "a: \x0b", "<<: x",
        ]
    ),
    TEXTS,
)  # fmt: skip
FILES = st.one_of(
    st.binary(max_size=200),
    st.lists(LINES, max_size=12).map(lambda lines: "\n".join(lines).encode("utf-8", "surrogatepass")),
    st.lists(LINES, max_size=8).map(
        lambda lines: "\n".join(["---", *lines, "---", "Text"]).encode("utf-8", "surrogatepass")
    ),
    TEXTS.map(lambda text: f"---\ntitle: {text}\n---\n".encode("utf-8", "surrogatepass")),
)


@QUICK
@given(FILES)
def test_reading_never_fails_and_tells_the_line(raw: bytes) -> None:
    source = read_source("docs/x.sv.md", raw)
    problems = list(source.problems)
    for kind in MODELS:
        facts, found = build_facts(source, kind, source.tree.values)
        assert isinstance(facts, Common)
        problems += found
    for _, problem in problems:
        assert 1 <= problem.line <= lines_of(raw)
        assert problem.column >= 1
    assert 1 <= source.text_line <= lines_of(raw) + 1


@QUICK
@given(st.lists(FILES, min_size=1, max_size=3))
def test_the_rules_never_fail(contents: list[bytes]) -> None:
    places = ["docs/aktuellt/x.sv.md", "docs/aktuellt/x.fi.md", "units/kansli/index.fi.md"]
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        write(Case("", "", "", {p: {"hex": c.hex()} for p, c in zip(places, contents, strict=False)}, (), False), root)
        for finding in check(read_library(root, Settings()), TODAY):
            file = root / finding.path
            assert 1 <= finding.line <= (lines_of(file.read_bytes()) if file.is_file() else 1)
            assert finding.message and "\n" not in finding.path


KEYS = [key for model in MODELS.values() for key in model.model_fields]
WRONG_LINES = st.one_of(
    st.sampled_from(
        [
            "title: En till", "expires: 31.11.2026", "expires: i morgon", "reviewed: 2026-02-30", "permit: hus",
            "attachments: a.pdf", "attachments: {file: a.pdf}", "published: [2026-01-01]", "title: a: b", "\ttitle2: x",
            'note: "x', "unit: ", "a: &b c", "a: !b c", "a: *b", "- a", "bara text", "{", "attachments:\n  - file: a.pdf",
        ]
    ),
    st.text(string.ascii_lowercase, min_size=3, max_size=12).filter(lambda key: key not in KEYS).map("{}: x".format),
    st.dates().map(lambda day: f"expires: {day.day}.{day.month}.{day.year:04}"),
)  # fmt: skip


@QUICK
@given(WRONG_LINES, st.integers(0, 3))
def test_a_wrong_line_is_always_told(wrong: str, at: int) -> None:
    rows = ["type: news", "title: Nyhet", "unit: kansli"]
    if wrong == "unit: ":
        rows.pop()
    rows.insert(at, wrong)
    raw = "\n".join(["---", *rows, "---", "Text."]).encode()
    with tempfile.TemporaryDirectory() as folder:
        path = "docs/aktuellt/x.sv.md"
        found = [f for f in in_town(Path(folder), {path: {"hex": raw.hex()}}) if f.path == path]
    assert found
    assert all(1 <= f.line <= lines_of(raw) for f in found)


@QUICK
@given(st.dictionaries(st.text(string.ascii_lowercase, min_size=1), VISIBLE))
def test_quoted_values_are_read_as_they_are_written(values: dict[str, str]) -> None:
    def quoted(text: str) -> str:
        return "'" + text.replace("'", "''") + "'"

    text = "".join(f"{key}: {quoted(value)}\n" for key, value in values.items())
    tree = read_tree(text)
    for line, (key, value) in enumerate(values.items(), 1):
        # Line ends of other alphabets are read as spaces.
        assert tree.values[key].split() == value.split()
        assert tree.places[(key,)].line == line


@pytest.mark.parametrize(
    "written", ["18:30", "NO", "0612", "1_000", "2026-11-24", "1e3", "0x1f", "yes", ".inf", "12:30:45"]
)
def test_plain_values_stay_as_written(written: str) -> None:
    assert read_tree(f"time: {written}\n").values == {"time": written}


def test_every_unknown_key_is_told() -> None:
    source = Source("x")
    source.tree = read_tree("".join(f"attachments{n}: x\n" for n in range(300)))
    _, problems = build_facts(source, "page", source.tree.values)
    assert sorted(problem.line for _, problem in problems) == list(range(1, 301))


def test_a_part_that_lacks_a_key_leaves_the_other_facts_standing() -> None:
    raw = b"---\ntype: minutes\ntitle: A\nadjusted: 2026-01-01\nviewing:\n  date: 2026-01-02\n---\nText.\n"
    source = read_source("meetings/a/2026-01-01/minutes.sv.md", raw)
    facts, problems = build_facts(source, "minutes", source.tree.values)
    assert [(rule, problem.case) for rule, problem in problems] == [("valid-value", "missing")]
    assert facts.title == "A"
    assert facts.adjusted == date(2026, 1, 1)  # type: ignore[attr-defined]
    assert facts.viewing is None  # type: ignore[attr-defined]
