"""The plan as the informatör reads it: what is seen, what is not and why, and what changes next."""

from __future__ import annotations

from datetime import timedelta

from kommun.messages import load
from kommun.plan import Plan, Row

_AHEAD = timedelta(days=60)


def plan_as_text(plan: Plan, lang: str = "sv") -> str:
    words = load(lang, "reports")
    rows = [row for _, row in sorted(plan.rows.items())]
    return "\n".join(
        [
            words["plan"]["title"].format(today=plan.today),
            "",
            f"{words['plan']['shown']}:",
            *(_line(row, lang) for row in rows if row.visible),
            "",
            f"{words['plan']['hidden']}:",
            *(_line(row, lang) for row in rows if not row.visible),
            "",
            *_changes(plan, lang),
        ]
    )


def _line(row: Row, lang: str) -> str:
    words = load(lang, "reports")
    parts = []
    if row.start:
        parts.append(words["plan"]["from"].format(day=row.start))
    if row.end:
        parts.append(words["plan"]["through"].format(day=row.end))
    when = " ".join(parts) or (words["plan"]["always"] if row.visible else "")
    reason = "" if row.visible else f" – {words['reasons'][row.reason]}"
    line = f"  {row.path}  {when}{reason}".rstrip()
    files = [
        f"    {'+' if file.visible else '-'} {file.path}"
        + ("" if file.visible else f" – {words['reasons'][file.reason]}")
        for file in row.attachments
    ]
    return "\n".join([line, *files])


def _changes(plan: Plan, lang: str) -> list[str]:
    words = load(lang, "reports")
    soon = [change for change in plan.changes if change[0] <= plan.today + _AHEAD]
    if not plan.changes:
        return [str(words["no_change"])]
    head = [words["next_change"].format(day=plan.next_change)]
    if soon:
        head += ["", f"{words['plan']['changes']}:"]
    return head + [f"  {day}  {path} – {words['plan'][what]}" for day, path, what in soon]
