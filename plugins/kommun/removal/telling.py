"""What the command says: what would go, and what is left for people to do."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from kommun.configuration import Settings
from kommun.messages import load

from .checkout import Checkout
from .history import Past
from .meaning import Meaning
from .request import Request
from .rewriting import Rewritten
from .scope import Found, Scope

DEPLOY = ".github/workflows/deploy.yml"
_MAIN = "main"
"""The branch that is published (`deploy.yml`)."""


def listing(found: Found, tracked: frozenset[str], lang: str) -> Iterator[str]:
    """Everything that goes, that changes and that stays, each with its reason."""
    words = load(lang, "removal")["listing"]
    why = {*found.with_documents, *found.identical, *found.returning}
    yield from _list(words["goes"], (path for path in found.scope.sources if path not in why))
    for name, paths in (
        ("with_documents", found.with_documents),
        ("identical", found.identical),
        ("returning", found.returning),
        ("edited", found.scope.edited),
    ):
        yield from _list(words[name], paths)
    yield from _list(words["shared"], (words["shared_by"].format(path=p, other=o) for p, o in found.shared.items()))
    yield from _list(words["similar"], (words["lines"].format(path=p, count=n) for p, n in found.similar.items()))
    yield from _list(words["not_kept"], (path for path in found.scope.sources if path not in tracked))
    for case, count in found.hints:
        yield words["hints"][case].format(count=count)


def refusals(meanings: Iterable[Meaning], settings: Settings, lang: str) -> Iterator[str]:
    """Why nothing was done, and what may have been meant."""
    words = load(lang, "removal")
    for meaning in meanings:
        if meaning.refusal:
            yield words["refusals"][meaning.refusal].format(text=meaning.text, site=settings.site_url)
            yield from (words["guess"].format(guess=guess) for guess in meaning.guesses)


def addresses(scope: Scope, settings: Settings) -> list[str]:
    """The addresses that have gone, as they are typed into a browser."""
    root = settings.site_url.rstrip("/") + "/"
    return [root + address for address in (*scope.addresses, *scope.remade)]


def next_steps(
    scope: Scope, settings: Settings, checkout: Checkout | None, committed: bool, request: Request
) -> Iterator[str]:
    """What is left to do before it is gone from the web too, in the order in which to do it."""
    words = load(request.lang, "removal")["next"]
    yield words["title"].rstrip()
    yield from _numbered(_steps(words, checkout if committed or (checkout and unsent(checkout)) else None, request))
    yield from _list(words["addresses"].rstrip(), addresses(scope, settings))
    yield words["search_engines"].rstrip()
    if not checkout:
        yield words["copies"].rstrip()
    elif not request.history:
        yield words["history"].rstrip()


def push_command(checkout: Checkout) -> str:
    """How the branch gets to the server."""
    remote = checkout.ask("config", f"branch.{checkout.branch}.remote") or "origin"
    return f"git push {remote} {checkout.branch or 'HEAD'}"


def unsent(checkout: Checkout) -> int:
    """How many commits the server is not known to have."""
    return int(checkout.ask("rev-list", "--count", "@{upstream}..HEAD") or 0)


def _steps(words: Mapping[str, Any], checkout: Checkout | None, request: Request) -> Iterator[str]:
    if checkout:
        yield words["push"].format(push=push_command(checkout)).rstrip()
        if unsent(checkout) > 1:
            yield words["others"].format(count=unsent(checkout) - 1)
        if checkout.branch != _MAIN:
            yield words["other_branch"].format(branch=checkout.branch or "HEAD", main=_MAIN)
    if (request.root / DEPLOY).is_file():
        yield words["deploy"].format(main=_MAIN).rstrip()
    yield words["server"].format(site=request.short_site)
    yield words["look"].rstrip()
    yield words["tell"].rstrip()


def past(found: Past, lang: str) -> Iterator[str]:
    """What the history holds and would lose."""
    words = load(lang, "removal")["history"]
    yield words["about"].format(count=len(found.paths), commits=found.commits, contents=len(found.blobs))
    yield from _list(words["former"], found.former)
    if found.kept:
        yield words["kept"].format(count=len(found.kept))


def after_rewriting(done: Rewritten, lang: str) -> Iterator[str]:
    """What became of the history here, and what is to be done at each place that this command cannot reach."""
    words = load(lang, "removal")["history"]
    if done.left:
        yield words["left"].format(count=len(done.left), holders=", ".join(done.holders) or words["unknown_holder"])
    else:
        yield words["gone"]
    yield words["records"].format(file=done.records)
    yield words["elsewhere"].rstrip()
    commands = [push.command for push in done.pushes]
    commands += [f"git push --force {remote} refs/tags/{tag}" for remote in done.remotes[:1] for tag in done.tags]
    commands += [f"git push {name.replace(' ', ' --delete ', 1)}" for name in done.elsewhere]
    first = ", ".join(done.first_changed) or words["no_commit"]
    steps = [words["pull_requests"]]
    steps += [words["server"].format(commands="\n".join(f"       {c}" for c in commands))] if commands else []
    steps += [text.format(first=first) for text in words["places"].values()]
    yield from _numbered(step.rstrip() for step in steps)


def _list(title: str, rows: Iterable[str]) -> Iterator[str]:
    lines = [f"  {row}" for row in rows]
    if lines:
        yield "\n".join([title, *lines])


def _numbered(steps: Iterable[str]) -> Iterator[str]:
    for number, step in enumerate(steps, 1):
        yield f"{number:>3}. {step}"
