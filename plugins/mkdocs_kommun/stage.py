"""Plugin `kommun-stage`: check, plan and stage, then let MkDocs render what was staged.

Options: those of `kommun.configuration.StageOptions`. Under `kommun build` the tree is
staged already, and its folder is named by the environment.
"""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any, Literal

from jinja2 import Environment, pass_context
from jinja2.runtime import Context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import event_priority, get_plugin_logger
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils.templates import TemplateContext

from kommun.audit import audit
from kommun.build import stage_folder
from kommun.clock import UnreadableDate, today
from kommun.configuration import Settings, read_settings
from kommun.finding import Severity
from kommun.messages import load
from kommun.personal_data import removed
from kommun.prepared import Prepared, prepare
from kommun.render import STAGED
from kommun.report.text import as_text, counts
from kommun.servers.headers import policy_in_page
from kommun.stage import stage
from kommun.stage.frame import ROOT

from .not_found import write_not_found
from .options import ConfiguredPlugin
from .staged_files import THEME, with_own_paths

log = get_plugin_logger("kommun")


class StagePlugin(ConfiguredPlugin):
    name = "kommun-stage"

    def __init__(self) -> None:
        super().__init__()
        self.serving = False
        self.prepared: Prepared | None = None

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        self.serving = command == "serve"

    @event_priority(100)
    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        if not _in_other_language(config):
            self._stage(config)
            # Our frame goes before Material's templates, wherever the package is installed.
            config.theme.dirs.insert(0, str(THEME))
        # Ours are made with knowledge of both languages: see `kommun.stage.sitemap` and `not_found`.
        config.theme.static_templates.clear()
        return config

    def _stage(self, config: MkDocsConfig) -> None:
        root = Path(config.config_file_path).parent
        self.root = root
        self.settings: Settings = read_settings(Path(config.config_file_path))
        folder = Path(os.environ.get(STAGED) or self._prepare(root))
        config.docs_dir = str(folder / "docs")
        self.docs = folder / "docs"
        self.frame: dict[str, Any] = json.loads((folder / "frame.json").read_text(encoding="utf-8"))
        # static-i18n wants the start page in the navigation; the menu leaves it out, since the name leads there.
        config.nav = [{"Start": "index.md"}, *(item for item in config.nav or [] if self._is_staged(item))]

    def _prepare(self, root: Path) -> Path:
        """Check, plan and stage, as `kommun build` does; a preview shows what it can and tells of the rest."""
        try:
            day = today()
        except UnreadableDate as error:
            words = load("sv", "reports")
            raise PluginError(words["bad_date"].format(source=error.source, text=error.text)) from None
        prepared = prepare(root, self.settings, day, keep_going=self.serving)
        self.prepared = prepared
        if prepared.findings:
            level = log.error if prepared.errors else log.info
            level("\n" + as_text(prepared.findings, root))
        if prepared.errors and not self.serving:
            raise PluginError(counts(prepared.findings, "sv"))
        folder = stage_folder(root, self.settings)
        stage(prepared.library, prepared.plan, folder)
        return folder

    def _is_staged(self, item: Any) -> bool:
        """A page that is withheld today is not in the menu either."""
        file = next(iter(item.values())) if isinstance(item, dict) else item
        name = str(file).removesuffix(".md")
        return (self.docs / f"{name}.{self.settings.main}.md").is_file()

    @event_priority(-200)
    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        return with_own_paths(files, self.docs, config)

    @event_priority(-200)
    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:
        self.nav = nav
        return nav

    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
        env.filters["rooted"] = _rooted
        env.filters["at_root"] = _at_root
        for lang in self.settings.locales:
            if lang == _language(config, self.settings):
                starts = [{"lang": other, "address": self.frame[other]["start"]} for other in self.settings.locales]
                around = {**self._around(lang, "404"), "alternates": starts}
                write_not_found(env, config, files, self.nav, around, self._prefix(lang))
        return env

    def on_page_context(
        self, context: TemplateContext, *, page: Page, config: MkDocsConfig, nav: Navigation
    ) -> TemplateContext:
        around = self._around(page.meta["frame"], page.meta["address"])
        around["removed"] = removed(page.meta["lang"])
        context.update(around)  # type: ignore[typeddict-item]
        return context

    def _around(self, lang: str, address: str) -> dict[str, Any]:
        """What the templates know beside the page."""
        errors = self.prepared.errors if self.serving and self.prepared else []
        languages = [{"locale": x.locale, "name": x.name or x.locale} for x in self.settings.languages]
        return {
            "frame": self.frame[lang],
            "words": load(lang, "theme"),
            "lang": lang,
            "languages": languages,
            # A preview shows any day that is asked for, and MkDocs puts a script of its own in it.
            "preview": self.serving,
            "policy": policy_in_page(self.settings, address),
            "errors": [f"{e.path}:{e.line}: {e.message} {e.help}" for e in errors],
        }

    def _prefix(self, lang: str) -> str:
        return "" if lang == self.settings.main else f"{lang}/"

    def on_serve(self, server: LiveReloadServer, *, config: MkDocsConfig, builder: Any) -> LiveReloadServer:
        # The staged tree is ours to write: what the editors write is what makes the page anew.
        server.unwatch(config.docs_dir)
        for folder in self.settings.stage.content:
            if (self.root / folder).is_dir():
                server.watch(str(self.root / folder))
        return server

    @event_priority(-200)
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        if _in_other_language(config) or self.prepared is None or self.serving:
            return
        findings = audit(Path(config.site_dir), self.prepared.library, self.prepared.plan)
        if any(finding.severity is Severity.ERROR for finding in findings):
            log.error("\n" + as_text(findings, Path(config.site_dir)))
            raise PluginError(counts(findings, "sv"))


def _in_other_language(config: MkDocsConfig) -> bool:
    """Whether static-i18n is building a further language within the first one's build."""
    i18n: Any = config.plugins.get("i18n")
    return bool(i18n and i18n.building)


def _language(config: MkDocsConfig, settings: Settings) -> str:
    i18n: Any = config.plugins.get("i18n")
    return (i18n.current_language if i18n else None) or settings.main


def _root(base_url: str) -> str:
    """The way to the site's root, with a slash at the end."""
    return "" if base_url == "." else f"{base_url.rstrip('/')}/"


@pass_context
def _at_root(context: Context, address: str) -> str:
    """A link to an address that starts at the site's root; the folder's own address keeps its slash."""
    return _root(str(context["base_url"])) + address or "./"


def _rooted(html: str, base_url: str) -> str:
    """A text whose links start at the site's root, on a page somewhere in it."""
    return html.replace(ROOT, _root(base_url))
