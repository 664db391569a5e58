"""Where no new site can be made, the old one does not keep what was removed."""

from __future__ import annotations

import gzip
import shutil
from datetime import date
from pathlib import Path

import pytest

from kommun.build import Built
from kommun.finding import Finding, Severity
from kommun.prepared import prepare
from kommun.removal import DONE, LEFT, NOTHING, Request, remove, steps
from tests.build.site import build, traces, tree
from tests.build.town import write

from .places import DAY, MEETING, everything, run

MINUTES = f"{MEETING}/minutes"
BROKEN = "---\ntitle: A: B\n---\n"


@pytest.mark.slow
def test_a_broken_start_page_does_not_keep_the_page_up(town: Path) -> None:
    site, start = town / "site", (town / "docs/index.sv.md").read_text(encoding="utf-8")
    write(
        town,
        {
            "docs/index.sv.md": BROKEN,
            f"site/{MINUTES}/index.html.gz": gzip.compress((site / MINUTES / "index.html").read_bytes()),
            "site/index.html.gz": gzip.compress((site / "index.html").read_bytes()),
            "site/index.html.br": b"packed",
            "site/pagefind/fragment.pf": b"strandkarta",
            "site/search/search_index.json": f'{{"location": "{MINUTES}/"}}',
        },
    )
    said = run(town, f"/{MINUTES}/")
    assert said.code == LEFT
    assert "startsidan har fel" in said.text and "docs/index.sv.md:2" in said.text
    for word in ("Strandvillan", "Rantahuvilan", "strandkarta", "2026-11-02", "brunnslocket"):
        # The town's own example of the rules names a meeting of that day too.
        assert [path for path in traces(site, word) if "handbok/regler" not in path] == []
    assert not [path for path in tree(site) if path.startswith(("pagefind", "search", "flode", "oparl"))]
    # What has nothing to do with it stands: other pages, their attachments, the look.
    assert "Grinden stängs" not in (site / "kungorelser/grind/index.html").read_text(encoding="utf-8")
    assert "Stigen är stängd" in (site / "kungorelser/stig/index.html").read_text(encoding="utf-8")
    for path in ("kungorelser/plan.pdf", "kommun/kommun.css", "404.html", "robots.txt"):
        assert (site / path).is_file()
    away = (site / "fi/index.html").read_text(encoding="utf-8")
    assert '<html lang="fi">' in away and "noindex" in away and "byn@exempel.example" in away
    assert 'href="/fi/units/"' in away
    for path in ("index.html", f"{MINUTES}/index.html"):
        assert path in said.text
    assert not (town / ".cache/stage").exists()
    # As soon as the start page is mended, all the rest comes back by itself.
    write(town, {"docs/index.sv.md": start})
    build(town, DAY)
    assert "Grinden stängs" in (site / "kungorelser/grind/index.html").read_text(encoding="utf-8")
    assert traces(site, "Strandvillan") == []


@pytest.mark.slow
def test_the_text_of_the_start_page_itself_gives_way_to_a_page_that_says_so(town: Path) -> None:
    said = run(town, "https://www.kronoby.fi/")
    assert said.code == LEFT
    assert "Utan startsidan kan webbplatsen inte byggas" in said.text
    for path in ("index.html", "fi/index.html"):
        page = (town / "site" / path).read_text(encoding="utf-8")
        assert "Här är byn" not in page and "Tässä on kylä" not in page
        assert "noindex" in page
    assert not (town / "docs/index.sv.md").exists()


def test_an_error_in_our_own_code_does_not_keep_the_page_up(town: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise RuntimeError("oväntat")

    monkeypatch.setattr(steps, "build", broken)
    said = run(town, f"/{MINUTES}/")
    assert said.code == LEFT
    assert "RuntimeError: oväntat" in said.text
    assert traces(town / "site", "Strandvillan") == []
    assert run(town, f"/{MINUTES}/").code == DONE


def test_a_file_of_the_site_that_cannot_be_removed_is_told(
    town: Path, quick: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    unlink = Path.unlink

    def refuse(self: Path, missing_ok: bool = False) -> None:
        if self.name == "strandkarta.pdf" and "site" in self.parts:
            raise PermissionError(13, "Permission denied", str(self))
        unlink(self, missing_ok)

    monkeypatch.setattr(Path, "unlink", refuse)
    said = run(town, f"/{MINUTES}/")
    assert said.code == LEFT
    assert "site/meetings/namnden/2026-11-02/strandkarta.pdf: Permission denied" in said.text
    assert not (town / f"site/{MINUTES}").exists()
    monkeypatch.undo()


def test_an_error_that_only_the_audit_sees_does_not_keep_the_page_up(
    town: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    accused = Finding("kungorelser/stig/index.html", 1, 1, "site-links", Severity.ERROR, "Länken leder fel.", "Rätta.")

    def build_badly(root, settings, today, site_dir, lang, keep_going, progress):  # type: ignore[no-untyped-def]
        return Built(prepare(root, settings, today, lang, keep_going), "audit_failed", audit=[accused])

    monkeypatch.setattr(steps, "build", build_badly)
    said = run(town, "/kungorelser/ensam/")
    assert said.code == LEFT
    assert "Länken leder fel." in said.text and "direkt ur den gamla webbplatsen" in said.text
    assert [path for path in traces(town / "site", "brunnen") if "handbok" not in path] == []
    assert (town / "site/kungorelser/stig/index.html").is_file()


def test_git_that_cannot_be_used_does_not_keep_the_page_up(town: Path, quick: None) -> None:
    (town / ".git/HEAD").write_text("skräp")
    said = run(town, "/kungorelser/ensam/")
    assert said.code == LEFT
    assert "Git går inte att använda här" in said.text
    assert not (town / "docs/kungorelser/ensam.sv.md").exists()
    assert not (town / "site/kungorelser/ensam").exists()


def test_a_site_that_is_not_there_is_no_hindrance(town: Path, quick: None) -> None:
    shutil.rmtree(town / "site")
    assert run(town, f"/{MINUTES}/").code == DONE


@pytest.mark.parametrize("cache", [".", "docs", "..", ".git"])
def test_a_cache_folder_that_is_not_one_is_never_emptied(town: Path, quick: None, cache: str) -> None:
    settings = (town / "mkdocs.yml").read_text(encoding="utf-8")
    write(town, {"mkdocs.yml": settings.replace("kommun-stage:", f"kommun-stage:\n      cache: {cache}")})
    run(town, "/kungorelser/ensam/")
    assert (town / "docs/index.sv.md").is_file()
    assert (town / ".git/HEAD").is_file()
    assert (town / "site/index.html").is_file()


@pytest.mark.parametrize("folder", ["", "..", "docs", "meetings/namnden", ".git"])
def test_the_content_is_never_taken_for_the_site(town: Path, folder: str) -> None:
    before = everything(town)
    lines: list[str] = []
    site = (town / folder).resolve()
    paths = (f"/{MINUTES}/",)
    assert remove(Request(town, paths, site, date.fromisoformat(DAY), yes=True, say=lines.append)) == NOTHING
    assert "där ligger innehållet självt" in lines[0]
    assert everything(town) == before
