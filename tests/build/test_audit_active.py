"""The audit finds whatever acts on a finished site: on its pages, and in pictures that are documents."""

from __future__ import annotations

import json
import shutil
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from kommun.audit import active
from kommun.audit.finished import FinishedPage, FinishedSite, read_site
from kommun.configuration import read_settings
from kommun.content.library import read_library
from kommun.messages import languages, words_of_rule
from kommun.plan import make_plan

from .site import build, kommun
from .town import make_town

# One worker builds the site once for all the tests here.
pytestmark = pytest.mark.xdist_group("audit-active")

TODAY = "2026-11-20"
MAP = (
    '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 9 9">'
    '<style>path{fill:url(#a)} .b{fill:red}</style><linearGradient id="a"/><path d="M0 0h9v9" style="fill:url(#a)"/>'
    '<use xlink:href="#a"/><a href="https://exempel.example/"><text>Kronoby</text></a>'
    '<image href="data:image/png;base64,iVBORw0KGgo="/></svg>'
)
FILES: dict[str, str | bytes | None] = {
    "docs/karta.sv.md": (
        "---\ntype: page\ntitle: Karta\nreviewed: 2026-06-01\nattachments:\n  - file: karta.svg\n    title: Kartan\n---\n"
        "![Kartan](karta.svg)\n\n| a | b |\n|:--|--:|\n| 1 < 2 | `<script>` |\n\n```html\n<b onclick=\"a\">\n```\n\n"
        "<details>\n<summary>Mer</summary>\n<p lang=\"fi\">Lisää.</p>\n</details>\n"
    ),
    "docs/karta.fi.md": "---\ntitle: Kartta\n---\nKartta.\n",
    "docs/karta.svg": MAP,
    "docs/meddelanden/prov.sv.md": (
        "---\ntype: alert\ntitle: Prov\nunit: kansli\nlevel: info\npublished: 2026-11-19\nexpires: 2026-11-30\n---\n"
        "Ett prov.\n\n```\n<script>alert(1)</script>\n```\n"
    ),
    "docs/meddelanden/prov.fi.md": "---\ntitle: Koe\n---\nKoe `</div><script>alert(1)</script>`.\n",
    # Only in Swedish: its text stands in the Finnish frame, in an element of its own.
    "docs/kod.sv.md": "---\ntype: page\ntitle: Kod\nreviewed: 2026-06-01\n---\nSkriv `</div><script>alert(1)</script>` så.\n",
}  # fmt: skip


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = make_town(tmp_path_factory.mktemp("town"), FILES)
    build(root, TODAY)
    return root


@pytest.fixture(scope="module")
def finished(built: Path) -> FinishedSite:
    settings = read_settings(built / "mkdocs.yml")
    library = read_library(built, settings)
    return read_site(built / "site", library, make_plan(library, date.fromisoformat(TODAY)))


def found(site: FinishedSite) -> list[tuple[str, str]]:
    return sorted((problem.path, problem.case) for problem in active.check(site))


def with_page(site: FinishedSite, text: str, where: str = "</main>") -> FinishedSite:
    source = site.pages["index.html"].source.replace(where, f"{text}{where}", 1)
    return replace(site, pages={**site.pages, "index.html": FinishedPage("index.html", source)})


def test_a_site_just_built_is_clean(finished: FinishedSite) -> None:
    assert found(finished) == []
    assert "karta.svg" in finished.files


def test_code_is_shown_as_code_in_every_frame(finished: FinishedSite) -> None:
    code = "&lt;script&gt;alert(1)&lt;/script&gt;"
    assert code in finished.pages["fi/kod/index.html"].source.replace("&#40;", "(").replace("&#41;", ")").replace(
        "&#60;", "&lt;"
    ).replace("&#62;", "&gt;")
    assert all("<script>alert" not in page.source for page in finished.pages.values())


ON_A_PAGE = [
    ("<script>a</script>", "script"), ("<script type='module'>a</script>", "script"), ("<script type='application/json'>a</script>", "script"),
    ("<script src='https://exempel.example/a.js'></script>", "script"), ("<script src='//exempel.example/a.js'></script>", "script"),
    ("<script src='data:,a'></script>", "script"), ("<script src='kommun/kommun.js'>a</script>", "script"),
    ("<script type='application/ld+json' src='https://exempel.example/a.js'></script>", "script"),
    ("<b onclick='a'>x</b>", "handler"), ("<img alt='' src='a.png' ONERROR='a'>", "handler"), ("<svg><g onload='a'/></svg>", "handler"),
    ("<b style='color:red'>x</b>", "style"), ("<style>b{color:red}</style>", "style"),
    ("<a href='javascript:a'>x</a>", "address"), ("<a href=' JAVA\tSCRIPT:a'>x</a>", "address"), ("<a href='&#1;javascript:a'>x</a>", "address"),
    ("<a href='data:text/html,a'>x</a>", "address"), ("<a href='vbscript:a'>x</a>", "address"), ("<img alt='' src='data:image/gif;base64,a'>", "address"),
    ("<img alt='' srcset='a.png 1x, data:image/gif,a 2x'>", "address"), ("<svg><a xlink:href='javascript:a'/></svg>", "address"),
    ("<button formaction='javascript:a'>x</button>", "address"), ("<q cite='javascript:a'>x</q>", "address"),
    ("<iframe src='a/'></iframe>", "embedded"), ("<object data='a.pdf'></object>", "embedded"), ("<embed src='a.pdf'>", "embedded"),
    ("<video src='a.webp'></video>", "embedded"), ("<svg><foreignObject/></svg>", "embedded"), ("<template><script>a</script></template>", "script"),
    ("<base href='https://exempel.example/'>", "embedded"), ("<meta http-equiv='Refresh' content='0'>", "embedded"),
    ("<form action='https://exempel.example/'></form>", "form"), ("<form action='//exempel.example/'></form>", "form"),
    ("<form><button formaction='https://exempel.example/'>x</button></form>", "form"), ("<form action='mailto:a@exempel.example'></form>", "form"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "case"), ON_A_PAGE, ids=[text for text, _ in ON_A_PAGE])
def test_what_acts_on_a_page_is_found(finished: FinishedSite, text: str, case: str) -> None:
    assert ("index.html", case) in found(with_page(finished, text))


@pytest.mark.parametrize(
    "text",
    [
        "<p>onclick=a style=b javascript:c</p>",
        "<script src='kommun/kommun.js'></script>",
        '<script type="application/ld+json">{"a": "javascript:b"}</script>',
        "<form action=''><input name='onclick' value='javascript:a'></form>",
        "<form action='../sok/'></form>",
        "<a href='https://exempel.example/?a=javascript:b'>x</a>",
        "<a href='mailto:a@exempel.example'>x</a> <a href='tel:1'>y</a> <a href='#data:a'>z</a>",
    ],
)
def test_what_does_not_act_is_left_alone(finished: FinishedSite, text: str) -> None:
    assert found(with_page(finished, text)) == []


IN_A_PICTURE = [
    ("<script>a</script>", "svg-script"), ("<script href='a.js'/>", "svg-script"), ("<g onclick='a'/>", "svg-script"), ("<path onLoad='a'/>", "svg-script"),
    ("<a href='javascript:a'/>", "svg-script"), ("<a xlink:href='java&#10;script:a'/>", "svg-script"), ("<set attributeName='onload' to='a'/>", "svg-script"),
    ("<animate attributeName='xlink:href' values='javascript:a'/>", "svg-script"), ("<foreignObject/>", "svg-foreign"),
    ("<p xmlns='http://www.w3.org/1999/xhtml'>x</p>", "svg-foreign"), ("<image href='https://exempel.example/a.png'/>", "svg-outside"),
    ("<image xlink:href='a.png'/>", "svg-outside"), ("<use href='b.svg#c'/>", "svg-outside"), ("<use href='data:image/svg+xml,a'/>", "svg-outside"),
    ("<style>@import 'https://exempel.example/a.css';</style>", "svg-outside"), ("<style>g{fill:u\\72l(//exempel.example/a)}</style>", "svg-outside"),
    ("<g style='fill:url(https://exempel.example/a)'/>", "svg-outside"), ("<g fill='url(b.svg#c)'/>", "svg-outside"), ("<g>", "svg-unreadable"),
]  # fmt: skip


@pytest.fixture
def copy(finished: FinishedSite, tmp_path: Path) -> FinishedSite:
    """The finished site with pictures of its own, to be spoilt."""
    folder = tmp_path / "site"
    folder.mkdir()
    return replace(finished, folder=folder, pages={}, files=frozenset(["karta.svg"]))


@pytest.mark.parametrize(("text", "case"), IN_A_PICTURE, ids=[text for text, _ in IN_A_PICTURE])
def test_what_acts_in_a_picture_is_found(copy: FinishedSite, text: str, case: str) -> None:
    (copy.folder / "karta.svg").write_text(MAP.replace("</svg>", f"{text}</svg>"))
    assert ("karta.svg", case) in found(copy)


@pytest.mark.parametrize(
    ("before", "after", "case"),
    [
        ("<svg", '<?xml-stylesheet href="https://exempel.example/a.css"?><svg', "svg-outside"),
        ("<text>", '<text>&a;', "svg-unreadable"),
        ("", "", "svg-unreadable"),
    ],
)  # fmt: skip
def test_what_stands_around_a_picture_is_looked_at(copy: FinishedSite, before: str, after: str, case: str) -> None:
    head = '<!DOCTYPE svg [<!ENTITY a "b">]>' if "&a;" in after else ""
    (copy.folder / "karta.svg").write_text(head + MAP.replace(before, after, 1) if before else "")
    assert found(copy) == [("karta.svg", case)]


def test_every_case_has_its_words_and_its_test() -> None:
    tested = {case for _, case in (*ON_A_PAGE, *IN_A_PICTURE)}
    for lang in languages():
        assert set(words_of_rule("site-active", lang).cases) == tested


def test_the_command_tells_of_it(built: Path, tmp_path: Path) -> None:
    town = Path(shutil.copytree(built, tmp_path / "town"))
    page = town / "site/index.html"
    page.write_text(page.read_text().replace("</main>", "<b onclick='a'>x</b></main>"))
    run = kommun(town, "audit", "site", "--today", TODAY, "--format", "json")
    assert run.code == 1
    assert [(row["rule"], row["path"]) for row in json.loads(run.out)] == [("site-active", "index.html")]
