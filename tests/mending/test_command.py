"""The command: shows first, asks, does only what was asked for, and says what is left."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from kommun.configuration import Settings, SocialOptions
from kommun.mending import LEFT, NOTHING_LEFT, CannotFix
from kommun.mending.repairs import repairs
from kommun.mending.shown import sentence
from kommun.mending.working_copy import WorkingCopy
from kommun.messages import languages, load
from kommun.rules import rules

from .places import mended, put, run, town, tree

NOTICE = """---
type: notice
title: Vägen stängs
unit: kansli
published: 1.12.2026
expire: 2026-12-20
---
Text om [kartan](<Karta A.pdf>).
"""
FINNISH = "---\ntitle: Tie suljetaan\n---\nTeksti.\n"
FILES: dict[str, Any] = {
    "docs/kungorelser/x.sv.md": NOTICE,
    "docs/kungorelser/x.fi.md": FINNISH,
    "docs/kungorelser/Karta A.pdf": {
        "pdf": [
            "<< /Type /Catalog /Pages 2 0 R >>",
            "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] >>",
        ]
    },
}
MENDED = (
    NOTICE.replace("1.12.2026", "2026-12-01").replace("expire:", "expires:").replace("<Karta A.pdf>", "<karta-a.pdf>")
)


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    root = town(tmp_path / "town", FILES)
    monkeypatch.chdir(root)
    return root


def test_without_a_terminal_it_only_shows(root: Path) -> None:
    before = tree(root)
    said = run(root)
    assert said.code == LEFT
    assert tree(root) == before
    assert not list((root / ".cache").glob("mending-*"))
    assert "    -published: 1.12.2026\n    -expire: " in said.text
    assert "    +published: 2026-12-01\n    +expires: " in said.text
    assert "docs/kungorelser/Karta A.pdf → docs/kungorelser/karta-a.pdf" in said.text
    assert "Ordet ”expire” heter ”expires” här. [known-key]" in said.text
    assert "1 fil ändras, 1 byter namn." in said.text
    assert said.lines[-1].startswith("Ingenting är ändrat: här finns ingen att fråga.")


@pytest.mark.parametrize("answer", ["", "n", "nej", "vet inte"])
def test_no_other_answer_than_yes_changes_anything(root: Path, answer: str) -> None:
    before = tree(root)
    said = run(root, answer=answer)
    assert (said.code, said.lines[-1]) == (LEFT, "Ingenting är ändrat.")
    assert "Gör ändringarna? [j/N] " in said.lines
    assert tree(root) == before


def test_a_dry_run_never_asks(root: Path) -> None:
    before = tree(root)
    said = run(root, answer="ja", dry_run=True, yes=True)
    assert said.code == LEFT
    assert "Gör ändringarna? [j/N] " not in said.lines
    assert tree(root) == before


@pytest.mark.parametrize("options", [{"answer": "J"}, {"answer": "kyllä"}, {"yes": True}])
def test_with_yes_it_is_done_and_what_is_left_is_told(root: Path, options: dict[str, Any]) -> None:
    before = tree(root)
    said = run(root, **options)
    after = tree(root)
    assert after.pop("docs/kungorelser/karta-a.pdf") == before.pop("docs/kungorelser/Karta A.pdf")
    assert after.pop("docs/kungorelser/x.sv.md").decode() == MENDED
    before.pop("docs/kungorelser/x.sv.md")
    assert after == before
    assert said.lines[-2] == "Ändringarna är gjorda."
    # The statutory pages are missing in so small a town: warnings only, and so nothing that stops anybody.
    assert said.lines[-1].startswith("Kvar att rätta själv: 0 fel, ")
    assert said.code == NOTHING_LEFT
    again = run(root)
    assert again.lines[0] == "Det finns inget som går att laga av sig självt."
    assert again.code == NOTHING_LEFT


def test_errors_that_nobody_else_can_mend_are_left(root: Path) -> None:
    put(root, {"docs/kungorelser/y.sv.md": NOTICE.replace("kansli", "finns-inte")})
    put(root, {"docs/kungorelser/y.fi.md": FINNISH})
    said = run(root, yes=True)
    assert said.code == LEFT
    assert "Kvar att rätta själv: 1 fel, " in said.lines[-1]


def test_a_skeleton_never_makes_the_check_fall_silent(root: Path) -> None:
    (root / "docs/kungorelser/x.fi.md").unlink()
    said = run(root, yes=True)
    assert (root / "docs/kungorelser/x.fi.md").is_file()
    assert "docs/kungorelser/x.fi.md (ny fil)" in said.text
    assert "Kvar att rätta själv: 1 fel, " in said.lines[-1]
    assert said.code == LEFT
    assert run(root).lines[0] == "Det finns inget som går att laga av sig självt."


def test_only_the_files_and_repairs_that_are_asked_for(root: Path) -> None:
    put(root, {"docs/aktuellt/y.sv.md": NOTICE})
    before = tree(root)
    said = run(root, "docs/kungorelser/x.sv.md", only=("dates",), yes=True)
    assert tree(root) == before | {"docs/kungorelser/x.sv.md": NOTICE.replace("1.12.2026", "2026-12-01").encode()}
    assert "1 fil ändras." in said.text
    run(root, "docs/kungorelser", yes=True)
    assert tree(root)["docs/aktuellt/y.sv.md"].decode() == NOTICE
    assert tree(root)["docs/kungorelser/x.sv.md"].decode() == MENDED


def test_a_file_keeps_its_name_if_another_was_asked_for_but_follows_its_references(root: Path) -> None:
    put(
        root,
        {
            "docs/kungorelser/Karta B.pdf": b"%PDF-1.7\n",
            "docs/aktuellt/y.sv.md": "# Y\n\n[k](<../kungorelser/Karta A.pdf>)\n",
        },
    )
    run(root, "docs/kungorelser/Karta A.pdf", yes=True)
    files = tree(root)
    assert "docs/kungorelser/karta-a.pdf" in files and "docs/kungorelser/Karta B.pdf" in files
    assert files["docs/kungorelser/x.sv.md"].decode() == NOTICE.replace("Karta A.pdf", "karta-a.pdf")
    assert files["docs/aktuellt/y.sv.md"].decode() == "# Y\n\n[k](<../kungorelser/karta-a.pdf>)\n"


@pytest.mark.parametrize(
    ("paths", "options", "words"),
    [
        (("docs/finns-inte.sv.md",), {}, "Det finns ingen fil eller mapp som heter docs/finns-inte.sv.md."),
        (("../",), {}, "Det finns ingen fil eller mapp som heter ../."),
        ((), {"only": ("date",)}, "Menade du dates?"),
        ((), {"only": ("allt",)}, "Det här finns: dates, "),
    ],
)
def test_what_does_not_exist_cannot_be_mended(
    root: Path, paths: tuple[str, ...], options: dict[str, Any], words: str
) -> None:
    before = tree(root)
    with pytest.raises(CannotFix, match=words.replace("?", r"\?")):
        run(root, *paths, yes=True, **options)
    assert tree(root) == before


def test_a_file_beside_the_content_is_not_content(root: Path) -> None:
    put(root, {"README.md": "5.12.2026"})
    with pytest.raises(CannotFix, match=r"README\.md hör inte till innehållet"):
        run(root, "README.md")


def test_it_speaks_finnish(root: Path) -> None:
    said = run(root, lang="fi", answer="ei")
    assert "Tehdäänkö muutokset? [k/E] " in said.lines
    assert "Sana ”expire” on täällä ”expires”. [known-key]" in said.text
    assert said.lines[-1] == "Mitään ei muutettu."


def test_no_identity_code_is_shown(root: Path) -> None:
    code = "131052-308T"
    put(
        root,
        {
            "docs/kungorelser/x.sv.md": NOTICE.replace("Text om", f"{code} text {code[:6]}-\n308T om").replace(
                "Vägen", code
            ),
            f"docs/kungorelser/Karta {code}.pdf": b"%PDF-1.7\n",
            "docs/kungorelser/y.sv.md": NOTICE.replace("1.12.2026", code)
            .replace("\n", "\r\n")
            .replace("title: ", f"title: {code}: ")
            .encode("utf-16"),
        },
    )
    said = run(root)
    assert code not in said.text
    assert "308T" not in said.text


def test_what_cannot_be_seen_is_shown(root: Path) -> None:
    put(root, {"docs/kungorelser/x.sv.md": NOTICE.replace("title: ", "title:\u00a0").replace("Vägen", "V\x1b[31mägen")})
    said = run(root, only=("front-matter",))
    assert "\x1b" not in said.text
    put(root, {"docs/kungorelser/x.sv.md": NOTICE.replace("title: ", "title:\u00a0")})
    assert "    -title:⍽Vägen stängs\n    +title: Vägen stängs\n" in run(root, only=("front-matter",)).text


def test_what_the_configuration_names_keeps_its_name(tmp_path: Path) -> None:
    root = town(
        tmp_path / "town",
        {"units/Skolan/index.sv.md": "---\ntype: unit\ntitle: Skolan\n---\nText.\n", "docs/Om Oss.sv.md": "# Om oss\n"},
    )
    settings = Settings(menu=("Om Oss.md",), social=SocialOptions(own_unit="Skolan"))
    done = mended(root, "file-names", settings=settings)
    assert done.remarks == ["docs/Om Oss.sv.md: configured", "units/Skolan: configured"]
    assert not done.copy.reasons
    assert "nämns i mkdocs.yml" in run(root, settings=settings).text


def test_links_and_what_has_no_name_are_left_alone(root: Path) -> None:
    (root / "docs/Genväg.sv.md").symlink_to("/etc/hostname")
    (root / "docs/Mapp A").symlink_to("..")
    put(root, {"docs/bra.sv.md": "# Bra\n"})
    odd = bytes(root / "docs") + b"/fel\xff namn.pdf"
    Path(odd.decode("utf-8", "surrogateescape")).write_bytes(b"%PDF-1.7\n")
    before = sorted((root / "docs").iterdir())
    run(root, "docs/bra.sv.md", "docs/Genväg.sv.md", yes=True)
    run(root, only=("file-names", "encoding"), yes=True)
    assert sorted((root / "docs").iterdir()) == before


def test_files_keep_their_permissions(root: Path) -> None:
    (root / "docs/kungorelser/x.sv.md").chmod(0o640)
    run(root, yes=True)
    assert (root / "docs/kungorelser/x.sv.md").stat().st_mode & 0o777 == 0o640


def test_every_reason_has_its_words_and_names_a_rule(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put(root, {"docs/Å.sv.md": b"---\r\ntype: page\r\ntitle: a: b\r\npublished: 1.1.2026\r\nunit:kansli\r\n---\r\n"})
    copies: list[WorkingCopy] = [mended(root).copy]
    reasons = {reason for copy in copies for one in copy.reasons.values() for reason in one}
    assert len(reasons) > 5
    for lang in languages():
        words = load(lang, "mending")["repairs"]
        assert set(words) == set(repairs())
        assert all(sentence(reason, lang) for reason in reasons)
    assert {reason.rule for reason in reasons} <= set(rules())
