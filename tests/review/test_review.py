"""The comment on a pull request says what a change does with the site, and repeats nothing that must go again."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from kommun.review.comment import MARK
from tests.build.site import Run, kommun
from tests.build.town import UNIT, make_town, minutes, notice, pdf, write

TODAY = "2026-11-20"
NOBODY = {"NAME": "Exempel", "EMAIL": "exempel@exempel.example"}
NOTICE = notice("Bryggan", "2026-11-10", "2026-12-10", "Bryggan rivs i november.")
FINNISH = "---\ntitle: Laituri\n---\nLaituri puretaan.\n"
CODE = "131052-308T"


def git(root: Path, *arguments: str) -> None:
    outside = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    names = {f"GIT_{who}_{what}": value for who in ("AUTHOR", "COMMITTER") for what, value in NOBODY.items()}
    alone = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
    subprocess.run(["git", "-C", os.fspath(root), *arguments], check=True, env=outside | names | alone)


@pytest.fixture
def town(tmp_path: Path) -> Path:
    """A town under git with one notice, as a pull request starts from it."""
    files = {
        "docs/kungorelser/brygga.sv.md": NOTICE,
        "docs/kungorelser/brygga.fi.md": FINNISH,
        ".gitignore": ".cache\n",
    }
    root = make_town(tmp_path / "town", dict(files))
    git(root, "init", "--quiet")
    git(root, "add", "--all")
    git(root, "commit", "--quiet", "--message", "Exempel")
    return root


def review(root: Path, *more: str) -> Run:
    run = kommun(root, "review", "--base", "HEAD", "--today", TODAY, *more)
    assert run.code == 0, run.err
    assert run.out.startswith(MARK + "\n")
    return run


def test_nothing_changed(town: Path) -> None:
    out = review(town).out
    assert "Inga sidor ändras." in out
    assert "brygga" not in out


def test_a_new_notice_is_told_with_its_days_and_its_text(town: Path) -> None:
    write(
        town,
        {
            "docs/kungorelser/vag.sv.md": notice("Vägen", "2026-12-01", "2026-12-20", "Vägen stängs."),
            "docs/kungorelser/vag.fi.md": "---\ntitle: Tie\n---\nTie suljetaan.\n",
        },
    )
    out = review(town).out
    assert "| Vägen<br>`docs/kungorelser/vag.sv.md` | ny | 2026-12-01 – 2026-12-20 (syns inte ännu) |" in out
    assert "är 2026-12-01." in out
    assert "+Vägen stängs." in out


def test_other_days_and_other_words_are_told_beside_those_before(town: Path) -> None:
    changed = NOTICE.replace("2026-12-10", "2026-12-24").replace("i november", "i december")
    write(town, {"docs/kungorelser/brygga.sv.md": changed})
    out = review(town).out
    assert "| ändrad | 2026-11-10 – 2026-12-24 (förut: 2026-11-10 – 2026-12-10) |" in out
    assert "-Bryggan rivs i november.\n+Bryggan rivs i december." in out


def test_what_disappears_is_told(town: Path) -> None:
    write(town, {"docs/kungorelser/brygga.sv.md": None, "docs/kungorelser/brygga.fi.md": None})
    assert "| Bryggan<br>`docs/kungorelser/brygga.sv.md` | tas bort | försvinner |" in review(town).out


def test_a_page_that_goes_out_of_sight_is_told(town: Path) -> None:
    write(town, {"docs/kungorelser/brygga.sv.md": NOTICE.replace("published: 2026-11-10\n", "")})
    assert "| ändrad | **försvinner** utkast, saknar published (förut: 2026-11-10 – 2026-12-10) |" in review(town).out


def test_the_last_days_of_appeal_and_the_attachments_are_told(town: Path) -> None:
    folder = "meetings/namnden/2026-11-02"
    extra = "attachments:\n  - file: karta.pdf\n    title: Karta\n"
    text = minutes("Nämnden", "2026-11-04", "2026-11-05", "Beslut.", extra)
    write(town, {f"{folder}/minutes.sv.md": text, f"{folder}/karta.pdf": pdf("karta")})
    out = review(town).out
    assert "- Nämnden: omprövning, § 1: till och med 2026-11-26" in out
    assert f"- börjar synas: `{folder}/karta.pdf`" in out


def test_errors_come_first_and_those_that_were_there_are_marked(town: Path) -> None:
    write(town, {"units/kansli/index.sv.md": UNIT.replace("## Kontaktuppgifter\n", "")})
    out = review(town).out
    assert "**Kontrollen hittade fel: 1.**" in out
    findings = out[out.index("<details open>") :]
    assert findings.index("unit-contact-section") < findings.index("fanns redan")


def test_personal_data_and_secret_matters_are_not_repeated(town: Path) -> None:
    """Nobody can take them out of a pull request again."""
    folder = "meetings/namnden/2026-11-02"
    said = (
        "Köpare är {personuppgift: Anna Exempelperson}.\n\n"
        f"Sökande {CODE}.\n\n## § 2 Köp {{sekretess: OffL 24 §}}\n\nHjortronmyrens pris."
    )
    text = minutes("'Nämnden {personuppgift: Anna Exempelperson}'", "2026-11-04", "2026-11-05", said)
    write(town, {f"{folder}/minutes.sv.md": text})
    out = review(town).out
    assert f"{folder}/minutes.sv.md" in out and "[personuppgift borttagen]" in out
    assert "Exempelperson" not in out and CODE not in out and "Hjortron" not in out


def test_a_text_cannot_break_out_of_the_comment(town: Path) -> None:
    title = '"<img src=x> | @alla ![x](http://exempel.example/x.png)"'
    write(
        town,
        {"docs/kungorelser/brygga.sv.md": notice(title, "2026-11-10", "2026-12-10", "```\n</details>\n@alla\n```")},
    )
    out = review(town).out
    assert "<img" not in out.replace("\\<img", "") and "![x]" not in out
    assert "````diff" in out


def test_an_unknown_start_is_told_in_a_line(town: Path) -> None:
    run = kommun(town, "review", "--base", "finns-inte", "--today", TODAY)
    assert run.code == 2
    assert "finns-inte" in run.err and "Traceback" not in run.err


def test_in_finnish(town: Path) -> None:
    write(town, {"docs/kungorelser/brygga.sv.md": NOTICE.replace("2026-12-10", "2026-12-24")})
    assert "Näin sivusto muuttuu" in review(town, "--lang", "fi").out


def test_a_very_long_change_is_cut_and_says_so(town: Path) -> None:
    texts = {
        f"docs/sida-{n}.sv.md": f"# Sida {n}\n\n" + "\n\n".join(f"Rad {n} {i} " + "x" * 90 for i in range(80))
        for n in range(20)
    }
    write(town, dict(texts))
    out = review(town).out
    assert len(out) < 65_536
    assert "Resten ryms inte här." in out
    assert out.count("<details") == out.count("</details>")
