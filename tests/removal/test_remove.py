"""What is removed is gone from the content, the site and the caches, and everything else is as it was."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from kommun.removal import DONE, LEFT, NOTHING
from kommun.removal.checkout import SUBJECT
from tests.build.site import traces, tree
from tests.build.town import pdf, write

from .places import FILES, MEETING, SHARED_LINE, SHORE, everything, git, run

MINUTES = f"{MEETING}/minutes"
WORDS = ("Strandvillan", "Rantahuvilan", "strandkarta", "2026-11-02", "brunnslocket")


@pytest.mark.slow
def test_minutes_go_by_their_source_path_with_all_that_is_only_theirs(town: Path) -> None:
    assert all(traces(town / "site", word) for word in WORDS[:4])
    said = run(town, f"{MINUTES}.sv.md")
    assert said.code == DONE, said.text
    assert not (town / MEETING).exists()
    assert not [word for word in WORDS if traces(town / "site", word)]
    assert not [word for word in WORDS if traces(town / ".cache", word)]
    # The agenda was off the site because of the minutes: it must not come back.
    assert "Skulle annars komma fram" in said.text
    notice = (town / "docs/kungorelser/grind.sv.md").read_text(encoding="utf-8")
    assert "Se protokollet, kartan\noch adressen." in notice
    assert "Grinden stängs" in (town / "site/kungorelser/grind/index.html").read_text(encoding="utf-8")
    assert "Katso pöytäkirja." in (town / "docs/kungorelser/grind.fi.md").read_text(encoding="utf-8")
    assert f"https://www.kronoby.fi/fi/{MINUTES}/" in said.text
    assert f"https://www.kronoby.fi/{MEETING}/strandkarta.fi.pdf" in said.text
    assert git(town, "status", "--short") == ""
    assert git(town, "log", "-1", "--format=%s%b").strip() == SUBJECT
    assert git(town, "rev-list", "--count", "HEAD").strip() == "2"


@pytest.mark.slow
def test_a_notice_goes_by_its_address_and_its_shared_attachment_stays(town: Path) -> None:
    said = run(town, "https://www.kronoby.fi/fi/kungorelser/grind/?x=1#y")
    assert said.code == DONE, said.text
    assert not list((town / "docs/kungorelser").glob("grind*"))
    assert "docs/kungorelser/plan.pdf (räknas upp också i docs/kungorelser/stig.sv.md" in said.text
    assert (town / "site/kungorelser/plan.pdf").is_file()
    assert not traces(town / "site", "grind.pdf")
    # The minutes say the same thing, and nobody but a person can know whether that is meant too.
    assert f"{MINUTES}.sv.md (lika rader: 1)" in said.text
    assert SHARED_LINE in (town / f"site/{MINUTES}/index.html").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "path",
    [
        f"{MINUTES}.fi.md",
        f"{MINUTES}.md",
        MINUTES,
        f"./{MINUTES}",
        f"/{MINUTES}/",
        f"/fi/{MINUTES}/index.html",
        f"http://kronoby.fi/{MINUTES}",
        f"http://127.0.0.1:8000/{MINUTES}/#p-1",
        f"<https://www.kronoby.fi/{MINUTES}/>",
        f"{MEETING}\\minutes.sv.md".replace("/", "\\"),
    ],
)
def test_every_way_to_name_a_page_means_both_languages(town: Path, path: str) -> None:
    said = run(town, path, dry_run=True)
    assert said.code == DONE
    for source in (f"{MINUTES}.sv.md", f"{MINUTES}.fi.md"):
        assert f"  {source}" in said.text.split("Bilagor som bara")[0]


def test_a_path_on_this_computer_is_understood_from_any_folder(town: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(town / "meetings")
    assert run(town, "namnden/2026-11-02/minutes.sv.md", dry_run=True).code == DONE
    assert run(town, str(town / f"{MINUTES}.sv.md"), dry_run=True).code == DONE


@pytest.mark.parametrize("path", ["plan.pdf", "docs/kungorelser/plan.pdf", "/kungorelser/plan.pdf"])
def test_an_attachment_is_taken_out_of_every_document_that_lists_it(town: Path, quick: None, path: str) -> None:
    if "/" not in path:
        assert "Menade du docs/kungorelser/plan.pdf?" in run(town, path).text
        return
    said = run(town, path)
    assert said.code == DONE, said.text
    assert not (town / "docs/kungorelser/plan.pdf").exists()
    assert not (town / "site/kungorelser/plan.pdf").exists()
    grind = (town / "docs/kungorelser/grind.sv.md").read_text(encoding="utf-8")
    assert (
        "# två bilagor\nattachments:\n  # båda behövs\n  # den egna\n  - file: grind.pdf\n    title: 'Grind'\n---"
        in grind
    )
    assert "attachments:\n  - title: Portti\n" in (town / "docs/kungorelser/grind.fi.md").read_text(encoding="utf-8")
    assert "attachments" not in (town / "docs/kungorelser/stig.sv.md").read_text(encoding="utf-8")
    assert git(town, "status", "--short") == ""


def test_the_same_file_under_another_name_goes_with_it(town: Path, quick: None) -> None:
    same = (town / "docs/kungorelser/grind.pdf").read_bytes()
    write(town, {"units/kansli/kopia.pdf": same, "site/units/kansli/kopia.pdf": same, "site/x/y.pdf": same})
    said = run(town, "docs/kungorelser/grind.pdf")
    assert "units/kansli/kopia.pdf" in said.text
    left = [p for p in town.rglob("*.pdf") if p.read_bytes() == same and ".git" not in p.parts]
    assert left == []


def test_what_others_have_changed_and_staged_stays_as_it_was(town: Path, quick: None) -> None:
    grind = "docs/kungorelser/grind.sv.md"
    text = (town / grind).read_text(encoding="utf-8")
    write(
        town,
        {grind: text.replace("Grinden stängs", "Grinden öppnas"), "docs/index.fi.md": "---\ntitle: Ny\n---\nNy.\n"},
    )
    write(town, {"docs/ny.sv.md": "---\ntype: page\ntitle: Ny\n---\nNy.\n", "docs/lapp.txt": "lapp"})
    git(town, "add", "docs/ny.sv.md", "docs/index.fi.md")
    write(town, {"docs/index.fi.md": "---\ntitle: Nyare\n---\nNyare.\n"})
    hook = town / ".git/hooks/pre-commit"
    hook.write_text("#!/bin/sh\nexit 1\n")
    hook.chmod(0o755)
    said = run(town, f"/{MINUTES}/")
    assert said.code == DONE, said.text
    assert git(town, "status", "--short").splitlines() == [
        "MM docs/index.fi.md",
        " M docs/kungorelser/grind.sv.md",
        "A  docs/ny.sv.md",
        "?? docs/lapp.txt",
    ]
    assert set(git(town, "show", "--format=", "--name-only", "HEAD").split()) == {
        grind,
        "docs/kungorelser/grind.fi.md",
        *(f"{MEETING}/{name}" for name in ("agenda.sv.md", "minutes.fi.md", "minutes.sv.md")),
        *(f"{MEETING}/strandkarta{lang}.pdf" for lang in ("", ".fi")),
    }
    committed = git(town, "show", f"HEAD:{grind}")
    assert "Grinden stängs" in committed and "Se protokollet, kartan" in committed
    now = (town / grind).read_text(encoding="utf-8")
    assert "Grinden öppnas" in now and "Se protokollet, kartan" in now
    assert "Nyare" in (town / "docs/index.fi.md").read_text(encoding="utf-8")


def test_without_git_only_the_files_go(town: Path, quick: None) -> None:
    shutil.rmtree(town / ".git")
    said = run(town, f"/{MINUTES}/")
    assert said.code == DONE, said.text
    assert not (town / MEETING).exists()
    assert "git push" not in said.text
    again = run(town, f"/{MINUTES}/")
    assert again.code == DONE
    assert "Redan borta" in again.text


def test_a_page_that_was_taken_from_the_disk_but_not_committed_goes_from_the_last_commit_too(
    town: Path, quick: None
) -> None:
    for file in (town / MEETING).glob("minutes.*"):
        file.unlink()
    said = run(town, MINUTES)
    assert said.code == DONE, said.text
    assert git(town, "ls-tree", "-r", "--name-only", "HEAD", MEETING) == ""
    assert not (town / f"site/{MEETING}").exists()


def test_a_page_that_was_moved_by_hand_goes_under_its_old_name_too(town: Path, quick: None) -> None:
    (town / "docs/kungorelser/ensam.sv.md").rename(town / "docs/kungorelser/annan.sv.md")
    said = run(town, "docs/kungorelser/annan.sv.md")
    assert said.code == DONE, said.text
    assert "ensam" not in git(town, "ls-tree", "-r", "--name-only", "HEAD")
    assert not (town / "site/kungorelser/ensam/index.html").exists()


def test_a_second_call_says_that_it_is_gone_and_touches_nothing(town: Path, quick: None) -> None:
    assert run(town, f"/{MINUTES}/").code == DONE
    before = everything(town)
    said = run(town, f"/{MINUTES}/", f"{MEETING}/strandkarta.pdf")
    assert said.code == DONE
    assert said.text.count("Redan borta ur innehållet") == 2
    assert everything(town) == before


def test_what_only_the_site_still_shows_is_taken_from_it(town: Path, quick: None) -> None:
    git(town, "rm", "--quiet", "-r", "docs/kungorelser/ensam.sv.md", "docs/kungorelser/ensam.fi.md")
    git(town, "commit", "--quiet", "--message", "Exempel")
    said = run(town, "/kungorelser/ensam/")
    assert said.code == DONE, said.text
    assert "står kvar på den färdiga webbplatsen" in said.text
    assert not (town / "site/kungorelser/ensam").exists() and not (town / "site/fi/kungorelser/ensam").exists()


def test_a_removal_that_was_killed_half_way_is_finished_by_the_next_call(
    town: Path, quick: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Killed(BaseException):
        pass

    def killed(*_: object) -> None:
        raise Killed

    with monkeypatch.context() as patch:
        patch.setattr("kommun.removal.checkout.Checkout.commit_removal", killed)
        with pytest.raises(Killed):
            run(town, f"/{MINUTES}/")
    assert not (town / MEETING).exists()
    assert git(town, "rev-list", "--count", "HEAD").strip() == "1"
    said = run(town, f"/{MINUTES}/")
    assert said.code == DONE, said.text
    assert "blev avbruten. Den görs klar nu." in said.text
    assert git(town, "status", "--short") == ""
    assert "Se protokollet, kartan" in git(town, "show", "HEAD:docs/kungorelser/grind.sv.md")
    assert "avbruten" not in run(town, f"/{MINUTES}/").text


def test_a_locked_index_is_told_and_the_page_goes_all_the_same(
    town: Path, quick: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kommun.removal.checkout._PATIENCE", 0)
    (town / ".git/index.lock").touch()
    said = run(town, f"/{MINUTES}/")
    assert said.code == LEFT
    assert "index.lock" in said.text and "kör samma kommando en gång till" in said.text
    assert not (town / MEETING).exists() and not (town / f"site/{MINUTES}").exists()
    (town / ".git/index.lock").unlink()
    assert run(town, f"/{MINUTES}/").code == DONE
    assert git(town, "status", "--short") == ""


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("meetings/namnden/2026-11-02/minute", f"Menade du {MEETING}/minutes"),
        ("/kungorelser/gind/", "Menade du docs/kungorelser/grind.fi.md?"),
        ("https://www.exempel.example/kungorelser/grind/", "en annan webbplats"),
        ("/kungorelser/", "gör webbplatsen själv"),
        ("/flode/protokoll.xml", "gör webbplatsen själv"),
        ("", "inget som heter"),
        (".", "inget som heter"),
        ("../../etc", "inget som heter"),
        ("http://[", "en annan webbplats"),
    ],
)
def test_what_nothing_is_called_changes_nothing_at_all(town: Path, path: str, words: str) -> None:
    before = everything(town)
    said = run(town, f"/{MINUTES}/", path)
    assert said.code == NOTHING
    assert words in said.text
    assert everything(town) == before


def test_a_page_that_has_moved_is_not_said_to_be_gone(town: Path) -> None:
    for lang in ("sv", "fi"):
        git(town, "mv", f"docs/kungorelser/ensam.{lang}.md", f"docs/kungorelser/flyttad.{lang}.md")
    git(town, "commit", "--quiet", "--message", "Exempel")
    said = run(town, "/kungorelser/ensam/")
    assert said.code == NOTHING
    assert "Menade du docs/kungorelser/flyttad.fi.md?" in said.text


def test_a_dry_run_and_a_no_change_nothing(town: Path) -> None:
    before = everything(town)
    assert run(town, f"/{MINUTES}/", dry_run=True, history=True).code == DONE
    for answer in ("", "n", "nej", "x"):
        said = run(town, f"/{MINUTES}/", ask=lambda question, answer=answer: answer)  # type: ignore[misc]
        assert said.code == NOTHING
        assert said.lines[-1] == "Ingenting togs bort."

    def no_more(question: str) -> str:
        raise EOFError

    assert run(town, f"/{MINUTES}/", ask=no_more).code == NOTHING
    assert "Lägg till --yes" in run(town, f"/{MINUTES}/", yes=False).text
    assert everything(town) == before


def test_a_yes_at_the_terminal_is_enough(town: Path, quick: None) -> None:
    asked: list[str] = []
    said = run(town, "/kungorelser/ensam/", ask=lambda question: asked.append(question) or " Ja ")  # type: ignore[func-returns-value]
    assert said.code == DONE
    assert asked == ["Ta bort? [j/N] "]


def test_an_interrupted_question_is_no_traceback(town: Path) -> None:
    def interrupted(question: str) -> str:
        raise KeyboardInterrupt

    said = run(town, "/kungorelser/ensam/", ask=interrupted)
    assert said.code == NOTHING
    assert said.lines[-1] == "Ingenting togs bort."


def test_what_stands_again_under_a_removed_name_is_never_taken_for_the_old(town: Path, quick: None) -> None:
    assert run(town, f"/{MINUTES}/").code == DONE
    write(town, {f"{MEETING}/agenda.sv.md": FILES[f"{MEETING}/agenda.sv.md"]})
    assert "Redan borta" in run(town, f"/{MINUTES}/").text
    assert (town / f"{MEETING}/agenda.sv.md").is_file()


def test_a_change_that_is_not_sent_is_told_again(town: Path, quick: None, tmp_path: Path) -> None:
    git(town, "clone", "--quiet", "--bare", ".", str(tmp_path / "server.git"))
    git(town, "remote", "add", "server", str(tmp_path / "server.git"))
    git(town, "fetch", "--quiet", "server")
    git(town, "branch", "--set-upstream-to=server/main", "main")
    said = run(town, "/kungorelser/ensam/")
    assert "git push server main" in said.text
    assert "andra ändringar" not in said.text
    assert "inte är skickade till servern: git push server main" in run(town, "/kungorelser/ensam/").text


def test_an_unreadable_document_goes_with_the_files_that_it_names(town: Path, quick: None) -> None:
    write(town, {"docs/kungorelser/ensam.sv.md": "---\ntitle: A: B\nattachments:\n  - file: sist.pdf\n---\n"})
    write(town, {"docs/kungorelser/sist.pdf": pdf("sist"), "docs/kungorelser/ensam.fi.md": b"\xff\xfe"})
    said = run(town, "/kungorelser/ensam/")
    assert said.code == DONE, said.text
    assert not (town / "docs/kungorelser/sist.pdf").exists()
    assert not list((town / "docs/kungorelser").glob("ensam*"))
    assert "docs/kungorelser/sist.pdf" in said.text.split("går inte att få tillbaka")[1]


def test_windows_lines_and_a_mark_at_the_start_of_a_file_stay(town: Path, quick: None) -> None:
    before = "\ufeff---\r\ntype: page\r\ntitle: Sida\r\n---\r\nSe [den](kungorelser/ensam.md).\r\n"
    write(town, {"docs/sida.sv.md": before})
    assert run(town, "/kungorelser/ensam/").code == DONE
    after = (town / "docs/sida.sv.md").read_bytes().decode()
    assert after == before.replace("[den](kungorelser/ensam.md)", "den")


def test_answers_are_in_finnish_for_those_who_ask(town: Path, quick: None) -> None:
    said = run(town, "/kungorelser/ensam/", lang="fi")
    assert said.code == DONE
    assert "Nämä poistetaan" in said.text and "Vielä tehtävä" in said.text


def test_a_broken_configuration_does_not_stand_in_the_way(town: Path) -> None:
    (town / "mkdocs.yml").write_text("site_name: [", encoding="utf-8")
    said = run(town, f"https://www.kronoby.fi/{MINUTES}/")
    assert said.code == LEFT
    assert not (town / MEETING).exists()
    assert not traces(town / "site", SHORE)
    assert not [path for path in tree(town / "site") if "2026-11-02" in path]
