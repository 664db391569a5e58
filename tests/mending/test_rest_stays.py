"""Whatever is written around what is mended stays byte for byte, and no content of any kind is lost."""

from __future__ import annotations

import tempfile
import unicodedata
from pathlib import Path
from urllib.parse import quote, unquote

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kommun.configuration import Settings
from kommun.content.files import scan
from kommun.content.library import read_library
from kommun.mending.written import Edit, Written

from .places import mended, put, tree

QUICK = settings(deadline=None, max_examples=30, suppress_health_check=[HealthCheck.too_slow])
SLOW = settings(deadline=None, max_examples=30, suppress_health_check=[HealthCheck.too_slow])

# Lines before and after.
SAME = [
    ("# en kommentar: med kolon  ", None),
    ("", None),
    ('title: "Vägen: så kör du"   # rubriken', None),
    ("title:   'It''s'", None),
    ("unit:    kansli", None),
    ("   ", None),
    ("contact: >-\n  Kansliet,\n    svarar  gärna\n\n  alltid", None),
    (
        "attachments:\n  # kartan\n  - file:  a.pdf\n    title: \"5.12.2026\"\n\n  -   {file: b.pdf, title: 'B',   section: 3}",
        None,
    ),
    ("reviewed: 31.2.2026", None),
    ("ökänd: 5.12.2026", None),
]
MENDED = [
    ("published: 5.12.2026", "published: 2026-12-05"),
    ('published:   "den 5 december 2026"  # dag', 'published:   "2026-12-05"  # dag'),
    ("expires: '2026-12-9'", "expires: '2026-12-09'"),
    ("expire :  2026-12-09", "expires :  2026-12-09"),
    ("Utgång: x\nsista dagen: 9.12.2026 # slut", "Utgång: x\nexpires: 2026-12-09 # slut"),
    ("Category: Auktion", "category: auction"),
    ("permit: bygglov #x", "permit: building #x"),
    ("appeal_days: '30 dagar'", "appeal_days: '30'"),
]


@QUICK
@given(
    st.lists(
        st.sampled_from(SAME + MENDED), max_size=10, unique_by=lambda pair: pair[0].lstrip("# ").split(":")[0].strip()
    ),
    st.sampled_from(["\n", "\r\n", "\r"]),
    st.booleans(),
)
def test_only_what_is_mended_changes(pairs: list[tuple[str, str | None]], end: str, bom: bool) -> None:
    # Two ways of writing one key would rightly be left alone.
    meanings = [next((k for k in ("publi", "expir", "sista") if k in before.casefold()), before) for before, _ in pairs]
    if meanings.count("expir") + meanings.count("sista") > 1 or meanings.count("publi") > 1:
        return
    text = "Text 5.12.2026  \n\n\texpire: ja\n"
    before = "\n".join(["---", "type: notice", *(b for b, _ in pairs), "---", text])
    after = "\n".join(["---", "type: notice", *(a if a is not None else b for b, a in pairs), "---", text])
    mark = "\ufeff" if bom else ""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        put(root, {"docs/kungorelser/x.sv.md": (mark + before.replace("\n", end)).encode()})
        mended(root, "dates", "keys", "values")
        assert tree(root)["docs/kungorelser/x.sv.md"].decode() == mark + after.replace("\n", end)


PIECES = st.sampled_from(
    [
        "---",
        "\n",
        "\r\n",
        "\r",
        "\ufeff",
        "\t",
        " ",
        "\u00a0",
        "title",
        "expire",
        "published",
        ":",
        ": ",
        '"',
        "'",
        "”",
        "#",
        "- ",
        "[",
        "](",
        ")",
        "{",
        "}",
        "5.12.2026",
        "type: notice",
        "Å",
        "a\u0308",
        "ja",
        "|",
        ">",
        "&a",
        "*a",
        "\u0085",
        "\x00",
        "\u2028",
        "unit: kansli",
        "Bild 1.png",
        "---\n",
        "text",
    ]
)


@QUICK
@given(
    st.lists(PIECES, max_size=40).map("".join),
    st.sampled_from(
        ["---\n{}", "---\ntype: notice\ntitle: {}\nunit: kansli\n---\nText\n", "---\ntitle: A\n{}\n---\nText\n"]
    ),
)
def test_any_text_is_mended_once_and_for_all(written: str, around: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        put(
            root,
            {
                "docs/kungorelser/x.sv.md": around.replace("{}", written).encode(),
                "docs/kungorelser/y.sv.md": written.encode(),
                "docs/kungorelser/Bild 1.png": b"x",
            },
        )
        before = tree(root)
        mended(root)
        after = tree(root)
        # Nothing that is a letter or a digit goes away but in what was mended, and never a whole file.
        assert len(after) >= len(before)
        assert not mended(root).copy.reasons
        assert tree(root) == after


@QUICK
@given(st.binary(max_size=200))
def test_bytes_that_are_not_understood_stay(raw: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        put(root, {"docs/x.sv.md": raw})
        mended(root, "encoding")
        new = tree(root)["docs/x.sv.md"]
        if new != raw:
            text = new.decode("utf-8")
            encodings = ("utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252")
            assert any(_same_text(raw, text, encoding) for encoding in encodings)


def _same_text(raw: bytes, text: str, encoding: str) -> bool:
    try:
        read = raw.decode(encoding).removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    except UnicodeDecodeError:
        return False
    return unicodedata.normalize("NFC", read) == unicodedata.normalize("NFC", text)


@QUICK
@given(
    st.text(alphabet=st.sampled_from("åäöÅÄÖéabc ,.\n–”"), min_size=1, max_size=80),
    st.sampled_from(["cp1252", "utf-16", "utf-8-sig", "utf-8"]),
)
def test_a_text_is_the_same_in_another_encoding_or_untouched(text: str, encoding: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        put(root, {"docs/x.sv.md": text.encode(encoding)})
        mended(root, "encoding")
        assert tree(root)["docs/x.sv.md"] in (text.encode(), text.encode(encoding))


NAME = st.text(alphabet=st.sampled_from("aBåÖ1 _(&%-."), min_size=1, max_size=8).filter(
    lambda n: n.strip(". ") == n and n[0] != "-" and any(sign.isalnum() for sign in n)
)
FORMS = st.sampled_from(["plain", "angled", "encoded", "html", "definition", "image"])


def _written(path: str, form: str, number: int) -> str:
    match form:
        case "angled":
            return f"[x](<{path}>)"
        case "html":
            return f'<a href="{quote(path)}">x</a>'
        case "definition":
            return f"\n\n[{number}]: {quote(path)}\n\n"
        case "image":
            return f'![x]({quote(path)} "T")'
        case "plain" if not set(path) & set(" ()%"):
            return f"[x]({path})"
    return f"[x]({quote(path)}#a)"


@SLOW
@given(st.lists(st.tuples(NAME, NAME, FORMS), min_size=1, max_size=5, unique_by=lambda row: row[:2]))
def test_every_reference_leads_where_it_did(rows: list[tuple[str, str, str]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        paths = [f"{above}/{name}.pdf" for above, name, _ in rows]
        meant = [f"fil {number}".encode() for number in range(len(rows))]
        put(root, {f"docs/{path}": raw for path, raw in zip(paths, meant, strict=True)})
        links = [_written(path, row[2], number) for number, (path, row) in enumerate(zip(paths, rows, strict=True))]
        listed = "".join(f"  - {{file: '{path}', title: A}}\n" for path in paths)
        page = f"---\ntype: page\ntitle: A\nattachments:\n{listed}---\n" + " ".join(links)
        put(root, {"docs/a.sv.md": page})
        done = mended(root, "file-names")
        assert sorted(raw for path, raw in tree(root).items() if path.endswith(".pdf")) == sorted(meant)
        assert not mended(root, "file-names").copy.reasons
        if not done.remarks:
            assert _leads_to(root) == (meant, meant)
            assert not {found.path for found in scan(root, ["docs"], ("sv", "fi")) if found.problem}


def _leads_to(root: Path) -> tuple[list[bytes], list[bytes]]:
    """What each link and each attachment of the page leads to."""
    library = read_library(root, Settings())
    document = library.by_path["docs/a.sv.md"]
    found = [library.resolve(document, unquote(link.target.partition("#")[0])) for link in document.text.links]
    listed = [document.file_of(attachment.file) for _, attachment in document.listed]
    return [(root / str(path)).read_bytes() for path in found], [(root / path).read_bytes() for path in listed]


@given(st.text(alphabet=st.sampled_from("ab\r\n\u2028\x85 "), max_size=30))
def test_a_file_without_edits_is_itself(text: str) -> None:
    written = Written(text.encode())
    assert written.edited([]) == text.encode()
    assert written.with_lines(written.lines) == text.encode()
    more = written.with_lines([*written.lines[:1], "ny", *written.lines[1:]])
    assert len(Written(more).lines) == len(written.lines) + 1
    assert written.edited([Edit(1, 0, 0, "x")]).decode() == "x" + text
