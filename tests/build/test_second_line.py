"""Each line of defence is switched off in turn, and the last look at the finished site still stops what leaks.

`kommun build` runs as usual; only the one thing is taken away. What each is backed by is
written in decisions/0014, and the table there is held against this file.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pikepdf
import pytest

from kommun import build as building
from kommun import rules as all_rules
from kommun.content import document
from kommun.content.library import Library
from kommun.plan import Plan
from kommun.rules import Rule, rules
from kommun.stage import Staged, stage, text
from kommun.stage.site import Site
from tests.leaks import images, in_docx, ooxml, pdfs

from .site import kommun, tree
from .town import PROJECT, agenda, make_town, minutes, notice, pdf

TODAY = "2026-11-20"
CODE = "131052-308T"
SENTENCE = "Lingonbackens nya gångväg byggs under sommaren av kommunens egna krafter."
SECRET = "Hjortronmyrens köpare erbjöd ett högre pris under den andra förhandlingen."
BOARD = "meetings/namnden/2026-11-02"

Files = dict[str, str | bytes | None]
Off = Callable[[pytest.MonkeyPatch], None]


def page(said: str, *attached: str) -> str:
    listed = "".join(f"  - file: {name}\n    title: Bilaga {n}\n" for n, name in enumerate(attached, 1))
    extra = f"attachments:\n{listed}" if listed else ""
    return f"---\ntype: page\ntitle: Sidan\nreviewed: 2026-06-01\n{extra}---\n{said}\n"


def rules_off(*names: str) -> Off:
    """The rules find nothing."""

    def off(patch: pytest.MonkeyPatch) -> None:
        every = rules()
        left = {name: replace(rule, check=_finds_nothing) if name in names else rule for name, rule in every.items()}
        patch.setattr("kommun.rules.rules", lambda: left)

    return off


def _finds_nothing(library: Library, today: object) -> list[Any]:
    return []


def staged_from(change: Callable[[Library, Plan], Plan]) -> Off:
    """The stage gets another plan than the one that was made."""

    def off(patch: pytest.MonkeyPatch) -> None:
        def changed(library: Library, plan: Plan, folder: Path) -> Staged:
            return stage(library, change(library, plan), folder)

        patch.setattr(building, "stage", changed)

    return off


def instead(where: Any, name: str, other: Any) -> Off:
    return lambda patch: patch.setattr(where, name, other)


def raw_copies(site: Site) -> dict[str, Path]:
    return {path: site.library.root / path for path in site.plan.files}


def html_as_written(patch: pytest.MonkeyPatch) -> None:
    rules_off("html-allowed")(patch)
    patch.setattr(document, "cleaned", lambda text: text)
    patch.setattr(text, "clean", lambda written: SimpleNamespace(text=written))


def pictures_as_taken(patch: pytest.MonkeyPatch) -> None:
    rules_off("image-location")(patch)
    patch.setattr(Site, "copies", property(raw_copies))


@dataclass(frozen=True)
class Line:
    """One line of defence, how it is switched off, what then leaks, and which check of the site stops it."""

    name: str
    off: Off
    files: Files
    stopped_by: str
    at: str


def _page_with(name: str, content: bytes, redacted: bool = False) -> Files:
    if not redacted:
        return {"docs/sida.sv.md": page("Text.", name), f"docs/{name}": content}
    written = minutes(
        "Protokoll", "2026-08-03", "2026-08-04", "Text.",
        f"attachments:\n  - file: original.pdf\n    title: Brevet\n    personal_data: true\n    redacted: {name}\n",
    )  # fmt: skip
    folder = "meetings/namnden/2026-08-01"
    return {f"{folder}/minutes.sv.md": written, f"{folder}/original.pdf": pdf("Original"), f"{folder}/{name}": content}


COVERED = pdfs.pdf(pdfs.Page(pdfs.body("Sida") + "\n" + pdfs.show("Anna Exempel") + "\n0 g 60 690 200 24 re f"))
COMMENTED = ooxml.docx(ooxml.paragraph(ooxml.run("Planen")), parts=[in_docx.comments("Kolla det här")])
AUTHOR = pdfs.text_pdf("Planen för vägen", change=lambda made: made.docinfo.__setitem__("/Author", "Anna Exempel"))
POSITION = images.picture("jpg", exif=images.exif(gps=images.POSITION))
ENCRYPTED = pdfs.text_pdf("Avtal", encryption=pikepdf.Encryption(user="a", owner="b"))
GONE: Files = {
    "docs/kungorelser/gammal.sv.md": notice("Gångvägen", "2026-10-01", "2026-11-01", SENTENCE),
    "docs/kungorelser/gammal.fi.md": "---\ntitle: Kävelytie\n---\nTeksti.\n",
}

LINES = [
    Line("identity-code", rules_off("identity-code"), {"docs/sida.sv.md": page(f"Sökande {CODE}.")}, "site-identity-code", "sida/index.html"),
    Line("identity-code", rules_off("identity-code"), _page_with("brev.pdf", pdf(f"Brev {CODE}")), "site-attachments", "brev.pdf"),
    Line("attachment-hidden", rules_off("attachment-hidden"), _page_with("plan.docx", COMMENTED), "site-attachments", "plan.docx"),
    Line("attachment-readable", rules_off("attachment-readable"), _page_with("avtal.pdf", ENCRYPTED), "site-accounted", "avtal.pdf"),
    Line("redaction-real", rules_off("redaction-real"), _page_with("utan-namn.pdf", COVERED, redacted=True), "site-attachments", "meetings/namnden/2026-08-01/utan-namn.pdf"),
    Line("clean copies", instead(Site, "copies", property(raw_copies)), _page_with("plan.pdf", AUTHOR), "site-attachments", "plan.pdf"),
    Line("image-location", pictures_as_taken, _page_with("skolan.jpg", POSITION), "site-attachments", "skolan.jpg"),
    Line("html-allowed", html_as_written, {"docs/sida.sv.md": page("<script>alert(1)</script>\n")}, "site-active", "sida/index.html"),
    Line("what has ended is left out", staged_from(lambda library, plan: replace(plan, entries=dict(library.entries))), GONE, "site-withheld", "kungorelser/index.html"),
    Line(
        "secret files are left out",
        staged_from(lambda library, plan: replace(plan, files=frozenset(library.files))),
        {"docs/sida.sv.md": page("Text.", "anbud.pdf").replace("Bilaga 1", "Anbud\n    access: confidential\n    legal_basis: OffL 24 §"), "docs/anbud.pdf": pdf("Anbudet")},
        "site-withheld", "anbud.pdf",
    ),
    Line(
        "secret matters are taken out",
        instead(document, "without_secret_matters", lambda text, lang: text),
        {f"{BOARD}/minutes.sv.md": minutes("Protokoll", "2026-11-04", "2026-11-05", f"Text.\n\n## § 2 Köp {{sekretess: OffL 24 §}}\n\n{SECRET}").replace("sections: 1\n", "sections: 1-2\n")},
        "site-withheld", f"{BOARD}/minutes/index.html",
    ),
    Line(
        "personal data is taken out",
        staged_from(lambda library, plan: replace(plan, personal_data_shown=frozenset(plan.entries))),
        {"meetings/namnden/2026-08-01/minutes.sv.md": minutes("Protokoll", "2026-08-03", "2026-08-04", "Köpare är {personuppgift: Anna Exempelperson}.")},
        "site-withheld", "meetings/namnden/2026-08-01/minutes/index.html",
    ),
    Line(
        "the agenda goes with its minutes",
        instead(building, "stage", lambda library, plan, folder: stage(library, replace(plan, entries=plan.entries | {f"{BOARD}/agenda": library.entries[f"{BOARD}/agenda"]}), folder)),
        {f"{BOARD}/agenda.sv.md": agenda("Föredragningslista", "2026-10-28", SENTENCE), f"{BOARD}/minutes.sv.md": minutes("Protokoll", "2026-11-04", "2026-11-05", "Nämnden beslutade.")},
        "site-accounted", f"{BOARD}/agenda/index.html",
    ),
]  # fmt: skip


@pytest.mark.slow
@pytest.mark.parametrize("line", LINES, ids=[f"{line.name}: {line.stopped_by}" for line in LINES])
def test_the_audit_stops_what_a_missing_line_lets_through(
    line: Line, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = make_town(tmp_path / "town", line.files)
    (root / "site").mkdir()
    (root / "site/index.html").write_text("den gamla webbplatsen")
    old = tree(root / "site")
    line.off(monkeypatch)
    run = kommun(root, "build", "--today", TODAY, "--site-dir", "site")
    assert run.code == 1
    assert f"[{line.stopped_by}]" in run.err, run.err
    assert re.search(rf"^  {re.escape(line.at)}:.*\[{line.stopped_by}\]", run.err, re.MULTILINE), run.err
    assert tree(root / "site") == old


def test_the_decision_lists_every_rule_and_every_line_here() -> None:
    decision = (PROJECT / "decisions/0014-second-lines-of-defence.md").read_text(encoding="utf-8")
    listed = set(re.findall(r"`([a-z-]+)`", decision.partition("## Rules")[2]))
    assert set(rules()) <= listed
    for line in LINES:
        assert line.name in decision and line.stopped_by in decision


def test_a_rule_can_be_switched_off(monkeypatch: pytest.MonkeyPatch) -> None:
    """Else the tests above would show nothing."""
    rules_off("identity-code")(monkeypatch)
    switched: dict[str, Rule] = all_rules.rules()
    assert switched["identity-code"].check is _finds_nothing
    assert switched["file-name"].check is not _finds_nothing
