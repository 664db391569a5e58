"""Any text at all is read, in time that grows no faster than the text."""

from __future__ import annotations

import time
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kommun.configuration import Settings
from kommun.content.library import read_library
from kommun.permits.name_words import given_names
from kommun.permits.plain_text import plain
from kommun.rules import permit_addresses, permit_names

LENGTH = 20_000
PIECES = [
    "A", "a", "1", "1 ", "|", "¦", "<", "&", "\\", "*", "(", "#", "> ", "\n", "- ", "A-", "A. ", "a:", "](", "a\u0301",
    "<td>", "&amp;", "{personuppgift: ", "sökande ", "Sökande: ", "omistaja ", "Sökande Anna, ", "| Sökande ", "Sökande\n",
    "Sökande\n\n", "Anna ", "Anna\n", "Anna Exempel ", "Anna Exempel\n", "Anna Exempel, ", "Anna & ", "Ab ", "bygglov ",
    "bygglov Anna Exempel ", "lupalupa", "Föredragande: ", "information ", "väg 1 ", "Exempelvägen 3 ", "68500 Kronoby ",
    "adress: Xx 3 ", "x" * 60 + " ",
]  # fmt: skip


def read(text: str) -> None:
    whole = plain(text)
    for person, _, _ in permit_names.named(whole):
        assert 0 <= person.start < person.end <= len(whole.text)
        assert text[whole.offset(person.start)].isalpha()
    for address in permit_addresses.told(whole):
        whole.place(address.start)


@settings(deadline=None, max_examples=40)
@given(st.data())
def test_random_text_raises_nothing(data: st.DataObject) -> None:
    pieces = data.draw(st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=20)), max_size=30))
    text = "".join(pieces)
    read((text * (LENGTH // max(1, len(text)) + 1))[:LENGTH] if text else "")


@settings(deadline=None, max_examples=15)
@given(st.text(min_size=500, max_size=2_000))
def test_text_of_any_signs_raises_nothing(text: str) -> None:
    read(text * 10)


@pytest.mark.parametrize("piece", PIECES)
def test_time_grows_with_the_text(piece: str) -> None:
    given_names()
    started = time.process_time()
    read((piece * LENGTH)[:LENGTH])
    # Some hundredths of a second; what is not linear takes minutes.
    assert time.process_time() - started < 20


def test_a_document_that_tells_of_no_permit_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs/x.sv.md").write_text("---\ntype: page\ntitle: X\n---\nSökande: Anna Exempel\n", encoding="utf-8")
    library = read_library(tmp_path, Settings())
    for rule in (permit_names, permit_addresses):
        monkeypatch.setattr(rule, "plain", None)
        assert not list(rule.check(library, date(2026, 11, 24)))
