"""What is seen of a Markdown text agrees with what the renderer makes of it."""

from __future__ import annotations

import time

import markdown
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kommun.content.markdown import Text, masked

PIECES = st.sampled_from(
    [
        "# A", "## Verksamhet", "## § 12 Ärende", "text", "", "```", "~~~", "`", "``", "<!--", "-->", "[a](b.md)", "![a](b.png)",
        "[a", "](b", "[x]: y", '<a href="z">', "===", "---", "{#id}", "## B {#own}", "\\[a](b)", "[a](<b c.pdf>)", "[a](b c.pdf)",
    ]
)  # fmt: skip
TEXTS = st.one_of(st.lists(PIECES, max_size=15).map("\n".join), st.text(max_size=200))


@settings(deadline=None, max_examples=200)
@given(TEXTS)
def test_every_place_is_in_the_text(text: str) -> None:
    seen = Text(text)
    assert [len(line) for line in masked(text).split("\n")] == [len(line) for line in text.split("\n")]
    lines = text.split("\n")
    for heading in seen.headings:
        assert 0 <= heading.line < len(lines)
    for link in seen.links:
        assert text[link.target_start :].startswith(link.target)
        assert lines[link.line][link.column - 1 :].startswith(link.target)
        assert link.start <= link.target_start <= link.end <= len(text)
    starts = [link.start for link in seen.links]
    assert starts == sorted(starts)


@pytest.mark.parametrize(
    "text",
    [
        "# Öppettider\n\n## Öppettider\n\n## Öppettider\n",
        "## Beslut\n\n## Beslut\n\n## Beslut_1\n\n## Beslut\n",
        "## Avgifter **2027** för `vatten`\n\n## [Länk](x.md) och ![bild](y.png)\n\n## [![bild](y.png) text](x.md)\n",
        "## Egen {#min}\n\n## Egen\n",
        "Rubrik\n======\n\nUnderrubrik\n---\n\n- lista\n- lista\n",
        "##Utan mellanslag\n\n## Med slut ##\n",
        "```\n# Ingen rubrik\n```\n\n# Rubrik\n",
        "Text\n\n```\nkod\n```\n---\n\n<!-- anteckning -->\n---\n\n## Rubrik med `kod`\n",
        "Ett ensamt ` tecken.\n\n# Rubrik\n\nOch ett till ` här.\n",
    ],
)
def test_anchors_are_those_of_the_renderer(text: str) -> None:
    renderer = markdown.Markdown(extensions=["toc", "attr_list", "fenced_code"])
    renderer.convert(text)

    def ids(tokens: list[dict[str, object]]) -> list[object]:
        return [i for token in tokens for i in (token["id"], *ids(token["children"]))]  # type: ignore[arg-type]

    assert [h.anchor for h in Text(text).headings] == ids(renderer.toc_tokens)  # type: ignore[attr-defined]


def test_a_section_has_an_anchor_that_its_title_does_not_change() -> None:
    headings = Text("## § 12 Ärende\n\n## §\u00a013 {personuppgift: Anna Exempel}\n").headings
    assert [(h.section, h.anchor) for h in headings] == [(12, "p-12"), (13, "p-13")]


def test_links_of_every_kind_are_seen() -> None:
    text = (
        "[a](b.md) ![c](d.png) [e](f g.pdf) [h](<i j.pdf>) [k](l(m).md 'n') [![o](p.png)](q.md)\n\n"
        '[r][s]\n\n[s]: t.md\n[Obs]: detta är ingen länk\n\n<https://u.example> <a href="v.md">w</a> \\[x](y.md) `[z](z.md)`\n'
    )
    targets = ["b.md", "d.png", "f g.pdf", "i j.pdf", "l(m).md", "q.md", "p.png", "t.md", "https://u.example", "v.md"]
    assert [link.target for link in Text(text).links] == targets
    assert [link.target for link in Text(text).links if link.image] == ["d.png", "p.png"]


@pytest.mark.parametrize(
    "piece", ["[", "[a](", "` a ", "<!-- ", "<a href='", "<http://a", "# {#", "[a]:\n", "](", "[a [b] ", "<a "]
)
def test_nothing_takes_more_than_its_length(piece: str) -> None:
    text = Text(piece * 20_000)
    start = time.process_time()
    assert text.masked and text.anchors is not None and text.links is not None
    assert time.process_time() - start < 2
