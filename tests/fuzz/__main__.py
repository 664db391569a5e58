"""Try many inputs, and tell what they came to.

python -m tests.fuzz --inputs 100000
python -m tests.fuzz --inputs 2000 --target attachments --first 50000
python -m tests.fuzz --target attachments --again 50017 --into /tmp/found.bin
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from pathlib import Path

from .running import Outcome, run
from .targets import chance_of, targets


def main() -> int:
    asked = _asked()
    if asked.again is not None:
        return _again(asked.target[0], asked.again, asked.into)
    wanted = {name: target for name, target in targets().items() if name in (asked.target or targets())}
    whole = sum(target.SHARE for target in wanted.values())
    wrong = 0
    for name, target in wanted.items():
        outcome = run(name, asked.first, max(1, round(asked.inputs * target.SHARE / whole)))
        _print(name, outcome)
        wrong += len(outcome.findings)
    return 1 if wrong else 0


def _asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz", description="Try many inputs.")
    parser.add_argument("--inputs", type=int, default=1_000, help="how many, shared among the targets")
    parser.add_argument("--target", action="append", choices=sorted(targets()), help="all where none is named")
    parser.add_argument("--first", type=int, default=0, help="the number of the first input")
    parser.add_argument("--again", type=int, help="judge the one input with this number, in this process")
    parser.add_argument("--into", type=Path, help="write that input here")
    return parser.parse_args()


def _again(name: str, number: int, into: Path | None) -> int:
    target = targets()[name]
    made = target.make(chance_of(name, number))
    if into:
        into.write_bytes(made if isinstance(made, bytes) else str(made).encode("utf-8", "surrogatepass"))
    told = Counter[str]()
    for finding in target.judge(made, told):
        print(finding)
    print(dict(told))
    return 0


def _print(name: str, outcome: Outcome) -> None:
    milliseconds, number = outcome.slowest
    print(
        f"{name}: {outcome.inputs} inputs, {len(outcome.findings)} findings, slowest {milliseconds} ms (input {number}), at most {outcome.megabytes} MB"
    )
    for what, count in outcome.told.most_common():
        print(f"    {count:8} {what}")
    alike: dict[str, list[int]] = {}
    for at, findings in outcome.findings.items():
        for finding in findings:
            alike.setdefault(finding, []).append(at)
    for finding, numbers in sorted(alike.items(), key=lambda pair: -len(pair[1])):
        print(f"  ! {len(numbers)} times, such as input {numbers[0]}: {finding}")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
