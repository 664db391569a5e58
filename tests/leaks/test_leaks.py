"""Everything that was planted is found, nothing that only looks like it is accused, and no message repeats a code."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from .judged import Said, check, judged
from .look_alikes import NEVER, look_alikes
from .persons import PUBLISHED, SIGNS, is_code
from .planted import Planted, files, planted

KINDS: dict[str, tuple[str, ...]] = {
    "text": ("text",),
    "front matter": ("text-facts",),
    "link targets": ("text-links",),
    "alternative texts": ("text-images", "pdf-tags"),
    "file and folder names": ("names", "folders"),
    "image metadata": ("image-metadata", "image-inside"),
    "PDF metadata": ("pdf-metadata",),
    "PDF text": ("pdf-text",),
    "PDF forms": ("pdf-forms",),
    "PDF annotations": ("pdf-annotations",),
    "PDF bookmarks": ("pdf-bookmarks",),
    "PDF scripts": ("pdf-scripts",),
    "attachments inside PDFs": ("pdf-files-inside",),
    "office text": ("docx-text", "xlsx-text", "odt-text", "ods-text"),
    "office comments": ("docx-comments", "xlsx-comments", "odt-comments", "ods-comments"),
    "tracked changes": ("docx-tracked", "odt-tracked", "ods-tracked"),
    "hidden sheets": ("xlsx-hidden-sheets", "ods-hidden-sheets"),
    "office properties": ("docx-properties", "xlsx-properties", "odt-properties", "ods-properties"),
    "csv": ("csv",),
    "svg": ("svg",),
    "scans": ("scanned",),
    "encrypted and broken": ("unreadable",),
    "places": ("location",),
    "hidden data in office files": ("hidden",),
    "redaction that is none": ("redaction-real", "redaction-doubtful"),
}
"""The issue's words and our folders."""


@pytest.fixture(scope="module")
def town(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("planted") / "town"


@pytest.fixture(scope="module")
def findings(town: Path) -> list[Said]:
    return judged(town, files(planted()))


def test_there_are_enough_of_each_kind() -> None:
    assert len({one.path for one in planted()}) == len(planted()) >= 120
    assert len({one.path for one in look_alikes()}) == len(look_alikes()) >= 120
    there = {one.kind for one in planted()}
    assert {kind for kinds in KINDS.values() for kind in kinds} == there


def test_the_codes_are_invented_and_of_every_sign() -> None:
    codes = [one.code for one in planted() if one.code]
    assert len(codes) == len(set(codes))
    assert all(is_code(code) for code in codes)
    assert {code[6] for code in codes} == set(SIGNS)
    assert [code for code in codes if code[7] != "9" and code not in PUBLISHED] == []


def test_everything_planted_is_found(findings: list[Said]) -> None:
    told: dict[str, list[Said]] = {}
    for said in findings:
        told.setdefault(said.path, []).append(said)
    missed = [_row(one, told.get(one.path, [])) for one in planted() if not _found(one, told.get(one.path, []))]
    assert not missed, f"{len(missed)} of {len(planted())} not found:\n" + "\n".join(missed)


def _found(one: Planted, told: list[Said]) -> bool:
    return any(said.rule in one.rules and (not one.cases or said.case in one.cases) for said in told)


def _row(one: Planted, told: list[Said]) -> str:
    heard = ", ".join(sorted({f"{said.rule} ({said.case})" for said in told})) or "nothing"
    wanted = " or ".join(one.rules) + (f" ({' or '.join(one.cases)})" if one.cases else "")
    return f"{one.path:60} wanted {wanted}, heard {heard}"


def test_an_attachment_is_accused_as_a_whole(findings: list[Said]) -> None:
    attached = {one.path for one in planted() if one.listed and not one.path.endswith(".md") and not one.inside}
    assert [said for said in findings if said.path in attached and said.line != 1] == []


def test_no_look_alike_is_accused(tmp_path: Path) -> None:
    may = {one.path: one.rules for one in look_alikes()}
    said = judged(tmp_path / "town", files(look_alikes()))
    accused = [one for one in said if one.rule in NEVER and one.rule not in may.get(one.path, ())]
    rows = [f"{one.path:60} {one.rule} ({one.case}) {one.message}" for one in accused]
    assert not rows, f"{len(rows)} of {len(may)} accused:\n" + "\n".join(rows)


def test_no_message_repeats_a_code(findings: list[Said]) -> None:
    codes = [one.code for one in planted() if one.code]
    repeated = [said for said in findings if _repeats(f"{said.message} {said.help}", codes)]
    assert not repeated, "\n".join(f"{said.rule} ({said.case}) {said.path}: {said.message}" for said in repeated)


@pytest.mark.parametrize("form", ["text", "github", "json"])
def test_no_report_repeats_a_code(town: Path, findings: list[Said], form: str) -> None:
    """A name with a code in it has to be told; everywhere else the code is left out."""
    report = check(town, form)
    for path in sorted({said.path for said in findings}, key=len, reverse=True):
        report = report.replace(path, "")
    codes = [one.code for one in planted() if one.code and one.kind not in ("names", "folders")]
    lines = [line for line in report.splitlines() if _repeats(line, codes)]
    assert not lines, "\n".join(lines)


_BETWEEN = re.compile(r"[\s\u00ad\u200b\\*_]+")


def _repeats(text: str, codes: list[str]) -> bool:
    """Whether a code stands in a text, however it is written."""
    plain = _BETWEEN.sub("", text).upper().replace("–", "-").replace("%2D", "-")
    return any(code in plain for code in codes)
