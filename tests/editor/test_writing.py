"""Somebody who has never seen Git publishes a notice, corrects a unit's page and puts up minutes."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser

from ..build.site import kommun
from ..build.town import pdf
from . import forge, town
from .desk import Desk

pytestmark = [
    pytest.mark.browser,
    pytest.mark.slow,
    pytest.mark.xdist_group("editor"),
    pytest.mark.usefixtures("program"),
]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "Karta över Vägen.pdf"
    path.write_bytes(pdf("Karta"))
    return path


def test_a_notice_a_unit_and_minutes(browser: Browser, root: Path, file: Path) -> None:
    with town.editor(root) as address, browser.new_context(locale="sv-SE") as context:
        desk = Desk(context.new_page(), address)
        desk.open_folder(root)

        desk.new("notices")
        desk.save()
        assert desk.missing("sv") == {"title", "unit", "expires", "body"}
        assert desk.missing("fi") == {"title", "body"}
        _write_notice(desk, file)
        desk.save_well()

        desk.edit("units", "bibliotek/index")
        desk.fill("sv", "contact.email", "lana@exempel.example")
        desk.save_well()

        desk.new("minutes-namnden")
        _write_minutes(desk, file)
        desk.save_well()
        desk.copy_back(root)

    assert not [url for url in desk.requests if urlsplit(url).hostname not in ("127.0.0.1", None, "")]
    assert _as_written(root / "docs/kungorelser/vagen-avstangd.sv.md") == NOTICE
    assert _as_written(root / "docs/kungorelser/vagen-avstangd.fi.md") == NOTICE_FI
    assert (root / "docs/kungorelser/karta-oever-vaegen.pdf").read_bytes() == file.read_bytes()
    assert _as_written(root / "units/bibliotek/index.sv.md") == UNIT
    assert _as_written(root / "meetings/namnden/2026-11-16/minutes.sv.md") == MINUTES
    assert not desk.complaints
    checked = kommun(root, "check", "--today", town.DAY)
    assert checked.code == 0, checked.out


def test_a_notice_goes_through_a_pull_request(browser: Browser, root: Path, file: Path) -> None:
    """A first save may be a draft; it goes to review only when nothing is missing, and to the site when it is merged."""
    with forge.running(root / ".git") as hub, town.editor(root, hub.address) as address:
        context = browser.new_context(locale="sv-SE")
        desk = Desk(context.new_page(), address)
        desk.sign_in(forge.TOKEN)
        desk.new("notices")
        desk.fill("sv", "title", "Vägen avstängd")
        desk.save_well()
        before = hub.head(forge.BRANCH)
        (pull,) = hub.pulls
        assert (pull.branch, pull.draft) == ("cms/notices/vagen-avstangd", True)

        desk.edit("notices", "vagen-avstangd")
        _write_notice(desk, file)
        desk.save_for_review()
        assert (pull.draft, pull.labels) == (False, ["sveltia-cms/pending_review"])
        assert {path for _, path in hub.changed(pull.branch)} == {
            f"docs/kungorelser/{name}"
            for name in ("vagen-avstangd.sv.md", "vagen-avstangd.fi.md", "karta-oever-vaegen.pdf")
        }
        assert hub.head(forge.BRANCH) == before
        assert forge.git(root, "show", f"{pull.branch}:docs/kungorelser/vagen-avstangd.sv.md") + "\n" == NOTICE
        desk.edit("notices", "vagen-avstangd")
        desk.move("Klar")
        desk.publish()
        assert pull.state == "merged"
        assert forge.git(root, "show", f"{forge.BRANCH}:docs/kungorelser/vagen-avstangd.sv.md") + "\n" == NOTICE
        assert not hub.unknown
        context.close()
    assert not desk.complaints
    strangers = {urlsplit(url).netloc for url in desk.requests} - {
        urlsplit(hub.address).netloc,
        urlsplit(address).netloc,
        "",
    }
    assert not strangers
    forge.git(root, "reset", "--quiet", "--hard", forge.BRANCH)
    checked = kommun(root, "check", "--today", town.DAY)
    assert checked.code == 0, checked.out


def _write_notice(desk: Desk, file: Path) -> None:
    desk.fill("sv", "title", "Vägen avstängd")
    desk.fill("fi", "title", "Tie suljettu")
    desk.choose("unit", "Kansliet")
    desk.fill("sv", "published", "2026-11-24")
    desk.fill("sv", "expires", "2026-12-10")
    desk.add("attachments")
    desk.upload("attachments.0.file", file)
    desk.fill("sv", "attachments.0.title", "Karta: vägen")
    desk.type_text("sv", "Vägen är avstängd.")
    desk.type_text("fi", "Tie on suljettu.")


def _write_minutes(desk: Desk, file: Path) -> None:
    desk.name_it("2026-11-16")
    desk.fill("sv", "title", "Nämnden, protokoll 16.11.2026")
    desk.choose("unit", "Kansliet")
    desk.fill("sv", "adjusted", "2026-11-18")
    desk.fill("sv", "published", "2026-11-19")
    desk.fill("sv", "viewing.date", "2026-11-19")
    desk.fill("sv", "viewing.place", "Kansliet")
    desk.add("appeal")
    desk.fill("sv", "appeal.0.sections", "1-2")
    desk.choose("appeal.0.remedy", "Omprövningsbegäran")
    desk.add("attachments")
    desk.upload("attachments.0.file", file)
    desk.fill("sv", "attachments.0.title", "Karta")
    desk.fill("sv", "attachments.0.section", "2")
    desk.type_text("sv", "## § 1 Öppnande\n\nMötet öppnades.\n\n")
    desk.type_text("sv", "## § 2 Vägen\n\nVägen stängs.")


def _as_written(file: Path) -> str:
    return file.read_text(encoding="utf-8")


NOTICE = """---
type: notice
title: Vägen avstängd
unit: kansli
published: 2026-11-24
expires: 2026-12-10
attachments:
  - file: karta-oever-vaegen.pdf
    title: 'Karta: vägen'
    personal_data: false
---

Vägen är avstängd.
"""
NOTICE_FI = """---
title: Tie suljettu
---

Tie on suljettu.
"""
# The comment is lost, the keys stand as the form has them, and quotes only where YAML needs them. The text is as it was.
UNIT = """---
type: unit
title: Biblioteket
contact:
  email: lana@exempel.example
  hours: vardagar 9–15
head: Bibliotekschefen
publishes_minutes: false
links:
  - title: 'Fredrika: sök och låna'
    url: https://www.finna.fi
social:
  - platform: blog
    url: https://blogg.exempel.example
    name: Bokbloggen
    account_type: organisation
reviewed: 2026-06-01
---

""" + town.UNIT.partition("\n---\n\n")[2]
MINUTES = """---
type: minutes
title: Nämnden, protokoll 16.11.2026
unit: kansli
adjusted: 2026-11-18
published: 2026-11-19
viewing:
  date: 2026-11-19
  place: Kansliet
appeal:
  - sections: 1-2
    remedy: reconsideration
attachments:
  - file: karta-oever-vaegen.pdf
    title: Karta
    section: 2
    personal_data: false
---

## § 1 Öppnande

Mötet öppnades.

## § 2 Vägen

Vägen stängs.
"""
