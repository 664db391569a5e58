"""Why nothing can be imported."""

from __future__ import annotations


class Refusal(Exception):
    """The document cannot become minutes; `case` names its words under `refusals` in `importing.yml`."""

    def __init__(self, case: str, **values: object) -> None:
        super().__init__(case)
        self.case = case
        self.values = values
