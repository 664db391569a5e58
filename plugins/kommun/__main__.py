"""`python -m kommun`: the same as the command `kommun`."""

from __future__ import annotations

import sys

from kommun.cli import command

sys.exit(command())
