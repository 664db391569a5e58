"""Words from Word show on the page as those words, whatever signs they hold."""

from __future__ import annotations

import html
import re
from collections.abc import Callable
from typing import Any

import markdown
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kommun.content.markdown import Text
from kommun.content.yaml_tree import StrictYaml
from kommun.importing.blocks import Bullet, Paragraph, Span, Table
from kommun.importing.cover import Cover
from kommun.importing.front_matter import quoted
from kommun.importing.layout import Paper
from kommun.importing.sections import Outline, Section
from kommun.importing.writing import write_text

from . import word

Import = Callable[..., Any]
EXTENSIONS = ["attr_list", "md_in_html", "tables", "sane_lists", "footnotes", "def_list", "admonition", "toc"]
SIGNS = "ab1 .#*_-+=<>[](){}!|\\`~&;:^\"'/$%?åÖ§\u00a0"
NASTY = [
    "# rubrik",
    "## § 9 rubrik",
    "* punkt",
    "- punkt",
    "+ punkt",
    "1. punkt",
    "1) punkt",
    "> citat",
    "---",
    "===",
    "***",
    "| a | b |",
    "!!! note",
    "??? note",
    ": definition",
    "[^1]: not",
    "[a]: https://a.example",
    "[a](https://a.example)",
    "![a](b.png)",
    "<script>alert(1)</script>",
    "<!-- kommentar",
    "-->",
    "<https://a.example>",
    "&lt;b&gt; &amp; &#35; & AT&T",
    "`kod` och ``mer``",
    "``` kod",
    "~~~",
    "{: .klass #id }",
    "text {.klass}",
    "{{ makro }} {% if %}",
    "a_b_c __d__ *e* **f**",
    "C:\\hem\\fil",
    "*[AB]: Aktiebolag",
    "    indrag",
    "slut  ",
    "{personuppgift",
    "§ 12 i lagen",
    "12 § i lagen",
]


def _page(*blocks: Any, title: str = "Ärende") -> str:
    outline = Outline(Cover(), [Section(75, title, list(blocks))], Cover(), [], Paper(), [])
    return write_text(outline).text


def _shown(text: str) -> str:
    """The words of a rendered page."""
    made = markdown.markdown(text, extensions=EXTENSIONS)
    return html.unescape(re.sub(r"<[^>]+>", "", made))


def _same(shown: str, written: str) -> bool:
    return shown.split() == written.split()


@pytest.mark.parametrize("text", NASTY)
def test_nothing_turns_into_something_else(text: str) -> None:
    written = _page(Paragraph((Span(text),)))
    assert _same(_shown(written), f"§ 75 Ärende {text}")
    assert Text(written).sections == (75,) and not Text(written).links
    assert Text(written).masked == written
    assert not re.search(r"<(?!/?(?:h2|p)\b)", markdown.markdown(written, extensions=EXTENSIONS))


words = st.text(alphabet=SIGNS, max_size=24)
looks = st.builds(Span, words, st.booleans(), st.booleans())


@settings(max_examples=300, deadline=None)
@given(st.lists(looks, min_size=1, max_size=4))
def test_any_words_in_any_look(spans: list[Span]) -> None:
    paragraph = Paragraph(tuple(spans))
    assert _same(_shown(_page(paragraph)).replace("\u00a0", " "), f"§ 75 Ärende {paragraph.raw}")


@settings(max_examples=150, deadline=None)
@given(words, words)
def test_any_words_in_lists_and_headings(item: str, title: str) -> None:
    title = " ".join(title.split())
    page = _page(Paragraph((Span(item),), bullet=Bullet(0)), Paragraph((Span(item),), bullet=Bullet(0, 7)), title=title)
    assert _same(_shown(page).replace("\u00a0", " "), f"§ 75 {title} {item} {item}")
    assert [h.section for h in Text(page).headings] == [75]


@settings(max_examples=150, deadline=None)
@given(st.lists(words, min_size=4, max_size=4))
def test_any_words_in_tables(texts: list[str]) -> None:
    cells = [[Paragraph((Span(text),))] for text in texts]
    page = _page(Table([cells[:2], cells[2:]]))
    made = markdown.markdown(page, extensions=EXTENSIONS)
    assert made.count("<td>") == 2
    assert _same(_shown(page).replace("\u00a0", " "), f"§ 75 Ärende {' '.join(texts)}")


@settings(max_examples=150, deadline=None)
@given(st.text(alphabet=SIGNS + "\n\t", max_size=30))
def test_facts_are_read_back_as_written(text: str) -> None:
    tree = StrictYaml().load(f"place: {quoted(text)}", first_line=1)
    assert tree.values["place"] == " ".join(text.split())


def test_marks_that_somebody_typed_in_word_stay_marks() -> None:
    page = _page(Paragraph((Span("Valdes {personuppgift: Anna *E*} till {sekretess: OffL 24 §} ordförande {x}."),)))
    assert r"{personuppgift: Anna \*E\*} till {sekretess: OffL 24 §} ordförande &#123;x&#125;." in page


def test_in_a_whole_document(imported: Import) -> None:
    document = word.new()
    word.bold(document, "§ 75 Ärende <b>x</b> {#id} [a](b)")
    word.lines(document, *NASTY)
    text = imported(document).text.partition("\n---\n\n")[2]
    assert Text(text).sections == (75,)
    assert not Text(text).links and "<b>" not in text and "<script" not in text
