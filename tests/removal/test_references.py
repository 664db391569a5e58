"""Single facts and links are taken out of a file, and every other character stays."""

from __future__ import annotations

import pytest

from kommun.content.yaml_tree import Path as KeyPath
from kommun.removal.front_matter import text_starts, values_of, without
from kommun.removal.links import as_words

BLOCK = """---
# överst
type: notice   # slag
attachments:
  # före den första
  - file: a.pdf
    title: "A: b"  # kommentar
    section: 12
  # före den andra
  -
    file: b.pdf
    title: >-
      Flera
      rader

  - {file: c.pdf, title: C}
  # sist
expires: 2026-12-01
---
Text. ---
"""


@pytest.mark.parametrize(
    ("places", "lines"),
    [
        ([("attachments", 0)], (6, 8)),
        ([("attachments", 1)], (10, 14)),
        ([("attachments", 2)], (16, 16)),
        ([("attachments", 0, "section")], (8, 8)),
        ([("attachments", 0), ("attachments", 1), ("attachments", 2)], (4, 16)),
        ([("expires",)], (18, 18)),
        ([("finns-inte",)], (0, 0)),
        ([], (0, 0)),
    ],
)
def test_the_lines_of_a_fact_are_cut_and_no_others(places: list[KeyPath], lines: tuple[int, int]) -> None:
    kept = [line for number, line in enumerate(BLOCK.split("\n"), 1) if not lines[0] <= number <= lines[1]]
    assert without(BLOCK, places) == "\n".join(kept)


def test_facts_that_share_a_line_are_written_anew() -> None:
    source = "---\ntitle: X # namn\nattachments: [{file: a.pdf, title: A}, {file: b.pdf, title: B}]\ntime: 18:30\n---\nText.\n"
    new = without(source, [("attachments", 0)])
    assert values_of(new) == {"title": "X", "attachments": [{"file": "b.pdf", "title": "B"}], "time": "18:30"}
    assert "# namn" in new and new.endswith("---\nText.\n")
    assert values_of(without(source, [("attachments", 1, "title")]))["attachments"][1] == {"file": "b.pdf"}
    assert "attachments" not in values_of(without(source, [("attachments", 0), ("attachments", 1)]))


def test_a_first_key_of_an_item_leaves_the_item() -> None:
    source = "---\nattachments:\n  - redacted: c.pdf\n    file: a.pdf\n---\n"
    assert values_of(without(source, [("attachments", 0, "redacted")])) == {"attachments": [{"file": "a.pdf"}]}


@pytest.mark.parametrize("source", ["", "Text.\n", "---\ntitle: A: B\n---\n", "---\ntitle: A\n", "---\n---\nText.\n"])
def test_a_file_without_facts_that_can_be_read_is_left_alone(source: str) -> None:
    assert without(source, [("title",)]) == source


def test_where_the_text_begins() -> None:
    assert BLOCK[text_starts(BLOCK) :] == "Text. ---\n"
    assert text_starts("# Bara text\n") == 0


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("Se [protokollet](bort.md).", "Se protokollet."),
        ("Se [**proto**kollet](bort.md 'titel').", "Se **proto**kollet."),
        ("![Karta](bort.md) och [kvar](stannar.md)", "Karta och [kvar](stannar.md)"),
        ("[![Karta](stannar.md)](bort.md)", "![Karta](stannar.md)"),
        ("[![Karta](bort.md)](stannar.md)", "[Karta](stannar.md)"),
        ("Se [det][1] och [2].\n\n[1]: bort.md\n[2]: stannar.md\n", "Se det och [2].\n\n[2]: stannar.md\n"),
        ("Se [det] här.\n\n[det]: bort.md 'titel'", "Se det här.\n\n"),
        ('<a class="x" href="bort.md">det</a>', '<a class="x">det</a>'),
        ("`[exempel](bort.md)`", "`[exempel](bort.md)`"),
        ("```\n[exempel](bort.md)\n```\n", "```\n[exempel](bort.md)\n```\n"),
        ("Inget.", "Inget."),
    ],
)
def test_links_become_their_words(source: str, words: str) -> None:
    assert as_words(source, lambda target: target.startswith("bort")) == words
