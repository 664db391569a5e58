"""`kommun fix`: the safe repairs of the content, shown as a difference first.

Each repair is a small module in `repairs/`, found by its name. They work in rounds on a copy
(`rounds.py`, `working_copy.py`), and what they propose together is shown, asked about and written.
A repair is proposed only where the strict reader finds the same facts afterwards but for what was meant.
"""

from __future__ import annotations

from .command import LEFT, NOTHING_LEFT, fix
from .repairs import repairs
from .request import CannotFix, Request

__all__ = ["LEFT", "NOTHING_LEFT", "CannotFix", "Request", "fix", "repairs"]
