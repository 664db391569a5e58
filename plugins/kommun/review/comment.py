"""The review as one comment on a pull request, in Markdown."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from datetime import date
from typing import Any

from kommun.finding import Finding, Severity
from kommun.messages import load
from kommun.plan import Row

from .compare import Change, Review

MARK = "<!-- kommun-granskning -->"
"""The first line of the comment, by which the next run finds it again."""
_LARGEST = 60_000
"""GitHub takes 65,536 characters in one comment."""
_LINES = 60
_FINDINGS = 40


def as_comment(review: Review, lang: str = "sv") -> str:
    """The comment; it says where it had to be cut."""
    words = load(lang, "review")
    parts = [MARK, f"## {words['title']}", _summary(review, words)]
    if review.changes:
        parts += [f"### {words['pages']}", _table(review, words)]
    if files := list(_files(review, words)):
        parts += [f"### {words['files']}", "\n".join(files)]
    if rows := list(_deadlines(review, words)):
        parts += [f"### {words['deadlines']}", "\n".join(rows)]
    parts += list(_findings(review, words))
    parts += [_text(change, words) for change in review.changes if change.text]
    return _cut("\n\n".join(parts), words)


def _summary(review: Review, words: dict[str, Any]) -> str:
    new = [f for f in review.findings if f not in review.known]
    errors = sum(f.severity is Severity.ERROR for f in review.findings)
    lines = [words["clean"] if not errors else words["errors"].format(count=errors)]
    if new:
        lines.append(words["new_findings"].format(count=len(new)))
    if not review.changes:
        lines.append(words["no_pages"])
    if review.publication:
        lines.append(words["publication"].format(day=review.publication))
    return " ".join(lines)


def _table(review: Review, words: dict[str, Any]) -> str:
    heads = words["columns"]
    rows = [f"| {heads['page']} | {heads['what']} | {heads['seen']} |", "|---|---|---|"]
    for change in review.changes:
        rows.append(f"| {_cell(change.title)}<br>`{change.path}` | {words[change.what]} | {_seen(change, words)} |")
    return "\n".join(rows)


def _seen(change: Change, words: dict[str, Any]) -> str:
    """When it is seen, and when it was to be seen before where that changes."""
    if change.row is None:
        return str(words["disappears"] if change.seen_before else words["was_not_seen"])
    now, before = _when(change.row, words), _when(change.before, words) if change.before else ""
    if change.seen_before and not change.row.visible:
        now = f"**{words['disappears']}** {now}"
    return now if not before or before == now else words["was"].format(now=now, before=before)


def _when(row: Row, words: dict[str, Any]) -> str:
    start, end = _day(row.start), _day(row.end)
    if row.start and row.end:
        span = words["from_through"].format(start=start, end=end)
    elif row.start:
        span = words["from"].format(start=start)
    elif row.end:
        span = words["through"].format(end=end)
    else:
        span = words["always"] if row.visible else ""
    if row.visible:
        return str(span)
    reason = _reason(row.reason, words)
    return f"{span} ({reason})" if span else reason


def _reason(reason: str, words: dict[str, Any]) -> str:
    return str(words["reasons"].get(reason, reason))


def _day(day: date | None) -> str:
    return day.isoformat() if day else ""


def _files(review: Review, words: dict[str, Any]) -> Iterator[str]:
    yield from (f"- {words['file_added']}: `{path}`" for path in review.files_added)
    yield from (f"- {words['file_gone']}: `{path}`" for path in review.files_gone)


def _deadlines(review: Review, words: dict[str, Any]) -> Iterator[str]:
    for change in review.changes:
        for remedy, sections, day in change.deadlines:
            what = words["remedies"][remedy] + (f", § {sections}" if sections else "")
            yield f"- {_cell(change.title)}: {what}: {words['last_day'].format(day=day)}"


def _findings(review: Review, words: dict[str, Any]) -> Iterator[str]:
    ordered = sorted(review.findings, key=lambda f: (f.severity is not Severity.ERROR, f in review.known, f))
    if not ordered:
        return
    lines = [_finding(finding, finding in review.known, words) for finding in ordered[:_FINDINGS]]
    if len(ordered) > _FINDINGS:
        lines.append(words["more"].format(count=len(ordered) - _FINDINGS))
    opened = " open" if ordered[0].severity is Severity.ERROR else ""
    title = words["findings"].format(count=len(ordered))
    yield f"<details{opened}><summary>{title}</summary>\n\n" + "\n".join(lines) + "\n\n</details>"


def _finding(finding: Finding, known: bool, words: dict[str, Any]) -> str:
    severity = words["severity"][finding.severity.value] + (f", {words['known']}" if known else "")
    said = _cell(f"{finding.message} {finding.help}")
    return f"- **{severity}** `{finding.path}:{finding.line}` {said} (`{finding.rule}`)"


def _text(change: Change, words: dict[str, Any]) -> str:
    lines = list(change.text[:_LINES])
    if len(change.text) > _LINES:
        lines.append(words["more_lines"].format(count=len(change.text) - _LINES))
    fence = "`" * max(3, 1 + max((len(run) for line in lines for run in re.findall(r"`+", line)), default=0))
    shown = "\n".join([f"{fence}diff", *lines, fence])
    title = words["text"].format(title=_plain(change.title))
    return f"<details><summary>{title}</summary>\n\n{shown}\n\n</details>"


def _cell(text: str) -> str:
    """Words that stay words inside a table: no markup, no mentions of people."""
    return re.sub(r"([\\`*_\[\]<>|])", r"\\\1", text.replace("\n", " ")).replace("@", "@\u200b")


def _plain(text: str) -> str:
    return html.escape(text).replace("[", "&#91;").replace("@", "@\u200b")


def _cut(text: str, words: dict[str, Any]) -> str:
    if len(text) <= _LARGEST:
        return text + "\n"
    whole = text[:_LARGEST].rpartition("\n\n<details>")[0]
    return f"{whole}\n\n{words['cut']}\n"
