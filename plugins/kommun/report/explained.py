"""A rule in words, as `kommun explain` prints it."""

from __future__ import annotations

from textwrap import fill, indent

from kommun.messages import load, words_of_rule
from kommun.rules import rules
from kommun.rules.cases import cases


def explanation(name: str, lang: str = "sv") -> str:
    """What the rule asks, why, and an example that is wrong and one that is right."""
    rule, words, labels = rules()[name], words_of_rule(name, lang), load(lang, "reports")
    source = " ".join(rule.source.partition("Source:")[2].split()).rstrip(".")
    parts = [
        f"{name} ({labels['severity'][rule.severity.value]})",
        fill(words.title, 90),
        fill(words.why, 90),
        labels["rule_source"].format(source=source),
    ]
    own = cases(name)
    for wrong, label in ((True, labels["rule_wrong"]), (False, labels["rule_right"])):
        case = next((c for c in own if c.wrong is wrong and all(isinstance(t, str) for t in c.files.values())), None)
        if case:
            files = [f"{path}\n{indent(str(text).rstrip(), '  ')}" for path, text in case.files.items()]
            parts.append(f"{label}: {case.title}\n" + indent("\n".join(files), "  "))
    return "\n\n".join(parts)
