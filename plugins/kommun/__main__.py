"""`python -m kommun`: the same as the command `kommun`."""

from __future__ import annotations

import sys

from kommun.cli import main

sys.exit(main())
