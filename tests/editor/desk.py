"""The editor as somebody sits at it: what is filled in, chosen, uploaded and saved, and what the screen then says."""

from __future__ import annotations

import base64
import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from playwright.sync_api import Locator, Page, expect

_PICK = "window.showDirectoryPicker = async () => navigator.storage.getDirectory();"
"""The browser's question for a folder cannot be answered without a screen; its own private folder stands in for it."""
_FILL = """async (files) => {
  const root = await navigator.storage.getDirectory();
  await root.getDirectoryHandle(".git", { create: true });
  for (const [path, content] of files) {
    const parts = path.split("/"), name = parts.pop();
    let folder = root;
    for (const part of parts) folder = await folder.getDirectoryHandle(part, { create: true });
    const file = await (await folder.getFileHandle(name, { create: true })).createWritable();
    await file.write(Uint8Array.from(atob(content), (letter) => letter.charCodeAt(0)));
    await file.close();
  }
}"""
_READ = """async () => {
  const found = [];
  const walk = async (folder, path) => {
    for await (const [name, handle] of folder.entries()) {
      if (handle.kind === "directory") await walk(handle, `${path}${name}/`);
      else {
        const bytes = new Uint8Array(await (await handle.getFile()).arrayBuffer());
        found.push([path + name, btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""))]);
      }
    }
  };
  await walk(await navigator.storage.getDirectory(), "");
  return found;
}"""
_TELL = """document.addEventListener("securitypolicyviolation", (event) =>
  console.error(`policy: ${event.effectiveDirective} ${event.blockedURI}`));"""
_FOLDERS = ("docs", "units", "meetings")


@dataclass
class Desk:
    """The page of the editor in a browser."""

    page: Page
    address: str
    requests: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)
    """What the browser refused or did not find."""

    def __post_init__(self) -> None:
        self.page.context.add_init_script(_PICK + _TELL)
        self.page.context.on("request", lambda request: self.requests.append(request.url))
        self.page.on("console", lambda said: self.complaints.append(said.text) if said.type == "error" else None)

    # --- coming and going ---

    def open_folder(self, root: Path) -> None:
        """Work in a folder of this computer, whose content stands in `root`."""
        self.page.goto(self.address)
        files = [file for part in _FOLDERS for file in sorted((root / part).rglob("*")) if file.is_file()]
        told = [(file.relative_to(root).as_posix(), base64.b64encode(file.read_bytes()).decode()) for file in files]
        self.page.evaluate(_FILL, told)
        self.page.get_by_role("button", name="Pröva på den här datorn").click()
        self.in_list()

    def copy_back(self, root: Path) -> None:
        """What the editor has written, in `root`."""
        for path, content in self.page.evaluate(_READ):
            (root / path).parent.mkdir(parents=True, exist_ok=True)
            (root / path).write_bytes(base64.b64decode(content))

    def sign_in(self, token: str) -> None:
        self.page.goto(self.address)
        self.page.get_by_role("button", name="Logga in med din åtkomstnyckel").click()
        asked = self.page.locator("dialog[open]")
        asked.locator("input").fill(token)
        asked.get_by_role("button", name="Logga in", exact=True).click()
        self.in_list()

    def in_list(self) -> None:
        expect(self.page.get_by_role("button", name="Skapa ny post").first).to_be_visible()

    def new(self, collection: str) -> None:
        self._go(f"{collection}/new")

    def edit(self, collection: str, entry: str) -> None:
        self._go(f"{collection}/entries/{entry}")

    def _go(self, place: str) -> None:
        self.page.goto(f"{self.address}#/collections/{place}")
        expect(self.page.get_by_role("button", name="Spara", exact=True)).to_be_visible()
        # The form is put together once more when the document has been read.
        self.page.wait_for_timeout(1_000)
        # It keeps a copy of what was being written, sometimes of what has been saved since.
        if (asked := self.page.get_by_role("alertdialog", name="Återställ utkast")).is_visible():
            asked.get_by_role("button", name="Kassera").click()

    # --- the form ---

    def pane(self, lang: str) -> Locator:
        return self.page.locator(f'[data-locale="{lang}"]')

    def field(self, lang: str, key: str) -> Locator:
        """A field of the form, which is made when somebody scrolls to it."""
        wanted = self.pane(lang).locator(f'[data-key-path="{key}"]')
        last = ""
        while not wanted.count():
            lowest = self.pane(lang).locator("[data-key-path]").last
            seen = str(lowest.get_attribute("data-key-path"))
            assert seen != last, f"{key} is not among the fields: {seen} is the last"
            last = seen
            lowest.scroll_into_view_if_needed()
            self.page.wait_for_timeout(300)
        wanted.scroll_into_view_if_needed()
        return wanted

    def fill(self, lang: str, key: str, text: str) -> None:
        self.field(lang, key).locator("input:not([type=hidden]), textarea").first.fill(text)

    def type_text(self, lang: str, text: str) -> None:
        """Write in the text itself, where `## ` makes a heading."""
        self.field(lang, "body").locator("[contenteditable=true]").first.click()
        self.page.keyboard.press("Control+End")
        self.page.keyboard.type(text)

    def choose(self, key: str, name: str) -> None:
        """One of few, or one of a list."""
        where = self.field("sv", key)
        if (button := where.get_by_role("radio", name=name, exact=True)).count():
            button.click()
            return
        where.get_by_role("combobox").click()
        self.page.get_by_role("option", name=name, exact=True).click()

    def add(self, key: str) -> None:
        self.field("sv", key).get_by_role("button", name=re.compile("^add|Lägg till")).last.click()

    def upload(self, key: str, file: Path) -> None:
        self.field("sv", key).get_by_role("button", name="Bläddra").click()
        asked = self.page.locator("dialog[open]").last
        with self.page.expect_file_chooser() as chooser:
            asked.get_by_role("button", name="Ladda upp").click()
        chooser.value.set_files(file)
        asked.get_by_role("button", name="Infoga").click()
        expect(asked).to_be_hidden()

    def name_it(self, name: str) -> None:
        """The new document's name in its address."""
        self.page.locator("aside, [role=complementary], .sidebar").get_by_role("textbox").last.fill(name)

    def save(self) -> None:
        self.page.get_by_role("button", name="Spara", exact=True).click()

    def save_well(self) -> None:
        self.save()
        expect(self.page.get_by_text("Post sparad.")).to_be_visible()
        self._back_in_list()

    def _back_in_list(self) -> None:
        """The editor goes there by itself when it has saved."""
        expect(self.page).to_have_url(re.compile(r"#/collections/[a-z-]+$"))
        self.page.wait_for_timeout(500)

    def save_for_review(self) -> None:
        """Save, and say yes when the editor asks whether it should go to review."""
        self.save()
        asked = self.page.get_by_role("alertdialog", name="Skicka för granskning")
        asked.get_by_role("button", name="Skicka för granskning").click()
        self._back_in_list()

    def move(self, stage: str) -> None:
        """Say where in the flow the open document is."""
        self.page.locator("button", has_text="Status:").click()
        self.page.get_by_role("menuitemradio").filter(has_text=stage).click()

    def publish(self) -> None:
        """Merge what is ready; the forge's own rules for the branch decide whether one may."""
        self.page.get_by_role("button", name="Publicera post").click()
        asked = self.page.locator("dialog[open]").last
        asked.get_by_role("button", name="Publicera", exact=True).click()
        self._back_in_list()

    def missing(self, lang: str) -> set[str]:
        """The fields of which the screen says that they must be filled in."""
        self.field(lang, "body")
        marked = self.pane(lang).locator("[data-key-path]").filter(has_text="Detta fält är obligatoriskt.")
        keys: list[Any] = marked.evaluate_all("found => found.map((one) => one.dataset.keyPath)")
        return {str(key) for key in keys}
