"""The limits and words of one municipality, read from `mkdocs.yml`.

Every option of our MkDocs plugins is declared here once; the plugins validate
with these models, and the commands read the same file without MkDocs.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any, Literal
from urllib.parse import urlsplit

from pydantic import BaseModel, ConfigDict, Field, ValidationError
from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError


class ConfigurationError(Exception):
    """`mkdocs.yml` cannot be read or holds an option that does not exist; the text is for people."""


class Options(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class UnitOptions(Options):
    """Plugin `kommun-units`: the sections that every unit page must have (strategy 4.1)."""

    contact: dict[str, str] = {"sv": "Kontaktuppgifter", "fi": "Yhteystiedot"}
    description: dict[str, str] = {"sv": "Verksamhet", "fi": "Toiminta"}
    minutes: dict[str, str] = {"sv": "Protokoll", "fi": "Pöytäkirjat"}
    latest_minutes: int = Field(5, ge=1)
    teams: dict[str, str] = {}
    """Who is asked to look at changes: a unit's `head` (a title) and the name of a team where the code is kept."""
    default_team: str = ""
    """The team for all else: the informatör's."""


class LifecycleOptions(Options):
    """Plugin `kommun-lifecycle`: for how long things stand, in days, months or years."""

    notice_days: int = Field(14, ge=1)
    """KomL 108 §, FörvL 62 a §: days a notice stands at least."""
    minutes_years: int = Field(4, ge=1)
    """Strategy 4.1."""
    deemed_notice_days: int = Field(7, ge=0)
    """KomL 140 § 3 mom."""
    reconsideration_days: int = Field(14, ge=1)
    """KomL 138 §."""
    municipal_appeal_days: int = Field(30, ge=1)
    """KomL 138 §."""
    administrative_appeal_days: int = Field(30, ge=1)
    closing_hour: str = "15.00"
    """The authority's closing hour, as people write it (lag 150/1930 6 §)."""
    review_months: int = Field(12, ge=1)
    council_call_days: int = Field(4, ge=0)
    """KomL 94 §."""
    attachment_megabytes: int = Field(25, ge=1)


class AppealOptions(Options):
    """Plugin `kommun-appeals`: where change is sought, and the pages that tell how (KomL 134-141 §, FörvL 47 §)."""

    pages: dict[str, str] = {
        "reconsideration": "andringssokande/omprovningsbegaran",
        "municipal_appeal": "andringssokande/kommunalbesvar",
        "administrative_appeal": "andringssokande/forvaltningsbesvar",
    }
    court: dict[str, str] = {"sv": "förvaltningsdomstolen", "fi": "hallinto-oikeus"}
    court_address: dict[str, str] = {}
    court_email: str = ""
    court_service: str = ""
    """The courts' own electronic service."""


class Platform(Options):
    name: str
    hosts: list[str] = []
    """Hosts that addresses on this platform may have; empty means any host."""


class SocialOptions(Options):
    """Plugin `kommun-social`: platforms and whose accounts come first (strategy 4.3)."""

    own_unit: str = "centralkansliet"
    platforms: dict[str, Platform] = {
        "facebook": Platform(name="Facebook", hosts=["facebook.com"]),
        "instagram": Platform(name="Instagram", hosts=["instagram.com"]),
        "x": Platform(name="X", hosts=["x.com", "twitter.com"]),
        "linkedin": Platform(name="LinkedIn", hosts=["linkedin.com"]),
        "youtube": Platform(name="YouTube", hosts=["youtube.com", "youtu.be"]),
        "tiktok": Platform(name="TikTok", hosts=["tiktok.com"]),
        "bluesky": Platform(name="Bluesky", hosts=["bsky.app"]),
        "mastodon": Platform(name="Mastodon"),
        "threads": Platform(name="Threads", hosts=["threads.net", "threads.com"]),
        "blog": Platform(name="Blogg"),
        "other": Platform(name="Annan kanal"),
    }
    personal_profiles: list[str] = ["linkedin.com/in/", "facebook.com/profile.php", "facebook.com/people/"]


class LinkOptions(Options):
    """Plugin `kommun-links`: hosts outside that somebody has looked at (strategy 4.3.3)."""

    known_hosts: list[str] = []


class EditorOptions(Options):
    """Plugin `kommun-editor`: the web editor. It is published only where `repo` names the repository it writes to."""

    repo: str = ""
    """`owner/name` at GitHub, `group/project` at GitLab."""
    backend: Literal["github", "gitlab"] = "github"
    """The forges at which the editor can work with pull requests."""
    branch: str = "main"
    api_root: str = ""
    """The interface of the municipality's own GitHub or GitLab server; empty means the public one."""
    base_url: str = ""
    """The OAuth client that signs editors in; without it they sign in with an access token of their own."""
    app_id: str = ""
    """The application's ID at GitLab, which signs in without a client (PKCE)."""
    folder: str = "redaktion"


class Term(Options):
    """The period for which the council is elected (KomL 15 §)."""

    name: str
    start: date
    end: date


class Licence(Options):
    """On what terms the open data may be used."""

    name: str = "CC BY 4.0"
    url: str = "https://creativecommons.org/licenses/by/4.0/"


class StageOptions(Options):
    """Plugin `kommun-stage`: the pipeline itself."""

    content: list[str] = ["docs", "units", "meetings"]
    cache: str = ".cache"
    notices: str = "kungorelser"
    news: str = "aktuellt"
    alerts: str = "meddelanden"
    social: str = "sociala-medier"
    search: str = "sok"
    handbook: str = "handbok"
    open_data: str = "oppna-data"
    licence: Licence = Licence()
    term: Term | None = None
    """The council's present term of office; left out of the open data where it is not given."""
    feeds: str = "flode"
    """The folder of the feeds and the calendar; those of notices and news are named as their own folders."""
    minutes_feed: str = "protokoll"
    calendar: str = "sammantraden"
    ids_since: date = date(2026, 1, 1)
    """A day on which the municipality had its host name (RFC 4151). It is part of the feeds' ids: never change it."""
    footer: list[str] = []
    """Keys of the pages that every page's footer links to."""
    email: str = ""
    address: str = ""
    municipality: dict[str, str] = {}
    """The municipality's name in each language; the site's name where it is left out."""


class Language(BaseModel):
    model_config = ConfigDict(extra="ignore", frozen=True)

    locale: str
    name: str = ""
    default: bool = False


class Settings(BaseModel):
    """One municipality's configuration; every limit in a rule comes from here."""

    model_config = ConfigDict(frozen=True)

    site_name: str = "Kommun"
    site_url: str = "http://127.0.0.1/"
    languages: tuple[Language, ...] = (
        Language(locale="sv", name="På svenska", default=True),
        Language(locale="fi", name="Suomeksi"),
    )
    menu: tuple[str, ...] = ()
    units: UnitOptions = UnitOptions()
    lifecycle: LifecycleOptions = LifecycleOptions()
    appeals: AppealOptions = AppealOptions()
    social: SocialOptions = SocialOptions()
    links: LinkOptions = LinkOptions()
    editor: EditorOptions = EditorOptions()
    stage: StageOptions = StageOptions()

    @property
    def locales(self) -> tuple[str, ...]:
        return tuple(language.locale for language in self.languages)

    @property
    def main(self) -> str:
        """The language at the root of the site, which holds the facts."""
        return next((x.locale for x in self.languages if x.default), self.languages[0].locale)

    @property
    def host(self) -> str:
        """The site's host name, as lasting ids hold it."""
        return urlsplit(self.site_url).hostname or "localhost"

    def name_in(self, lang: str) -> str:
        return self.stage.municipality.get(lang, self.site_name)


PLUGIN_OPTIONS: dict[str, type[Options]] = {
    "kommun-units": UnitOptions,
    "kommun-lifecycle": LifecycleOptions,
    "kommun-appeals": AppealOptions,
    "kommun-social": SocialOptions,
    "kommun-links": LinkOptions,
    "kommun-editor": EditorOptions,
    "kommun-stage": StageOptions,
}


def validated(plugin: str, options: Mapping[str, Any]) -> Options:
    """The options of one of our plugins; ConfigurationError names the option that is wrong."""
    try:
        return PLUGIN_OPTIONS[plugin].model_validate(dict(options))
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(str(part) for part in first["loc"])
        raise ConfigurationError(f"mkdocs.yml: {plugin}: {where}: {first['msg']}") from None


def read_settings(file: Path) -> Settings:
    """Settings from a `mkdocs.yml`; ConfigurationError where it cannot be used."""
    try:
        raw = YAML(typ="safe", pure=True).load(file.read_text(encoding="utf-8-sig"))
    except FileNotFoundError:
        raise ConfigurationError(f"{file.name} saknas i {file.parent.name}/") from None
    except (YAMLError, UnicodeDecodeError) as error:
        raise ConfigurationError(f"{file.name} går inte att läsa: {error}") from None
    if not isinstance(raw, dict):
        raise ConfigurationError(f"{file.name} är tom eller ingen lista av inställningar")
    values: dict[str, Any] = {k: raw[k] for k in ("site_name", "site_url") if raw.get(k)}
    for entry in raw.get("plugins") or []:
        name, options = next(iter(entry.items())) if isinstance(entry, dict) else (entry, None)
        if name in PLUGIN_OPTIONS:
            values[name.removeprefix("kommun-")] = validated(name, options or {})
        elif name == "i18n" and options and options.get("languages"):
            values["languages"] = options["languages"]
    values["menu"] = tuple(_nav_files(raw.get("nav") or []))
    try:
        return Settings.model_validate(values)
    except ValidationError as error:
        raise ConfigurationError(f"{file.name}: {error.errors()[0]['msg']}") from None


def _nav_files(nav: list[Any]) -> list[str]:
    files: list[str] = []
    for item in nav:
        if isinstance(item, str):
            files.append(item)
        elif isinstance(item, dict):
            for value in item.values():
                files += [value] if isinstance(value, str) else _nav_files(value)
    return files
