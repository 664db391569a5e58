"""What reading one attachment found: never the text itself, so that it may be kept."""

from __future__ import annotations

from dataclasses import asdict, dataclass, fields
from typing import Any

VERSION = 3
"""Part of every kept result: raised when the reading changes, so that old results are not taken for new ones."""


@dataclass(frozen=True)
class Report:
    """One file's content, known by its hash. All that is wrong with it is told at once."""

    kind: str = ""
    """The ending that fits what is in it; '' where it is no kind we publish."""
    trouble: str = ""
    """Why it could not be read: `encrypted`, `broken` or `refused`; '' where it could."""
    pages: int = 0
    code_pages: tuple[int, ...] = ()
    """Pages of a PDF on which a personal identity code stands."""
    code_in_text: bool = False
    """A code in the text of a file without pages."""
    code_beneath: bool = False
    """A code in something that is not seen at once: properties, comments, forms, bookmarks, files inside the file."""
    hidden: tuple[str, ...] = ()
    """What its author sees and its reader should not: cases of `attachment-hidden`."""
    position: bool = False
    """An image in it says where it was taken."""
    unread: tuple[int, ...] = ()
    """Pages that show something but hold no text that can be read."""
    covered: tuple[int, ...] = ()
    """Pages where text lies under a box that hides it from the eye alone."""
    traces: tuple[str, ...] = ()
    """What the published copy must not hold: authors, programs, positions, earlier versions."""
    signed: bool = False
    """Electronically signed, so that any change would break the signature."""
    essence: str = ""
    """A hash of what the file says, the same however it was saved; '' where it says too little."""

    def as_data(self) -> dict[str, Any]:
        """What differs from a file without any remarks, as JSON takes it."""
        return {key: value for key, value in asdict(self).items() if value}

    @classmethod
    def from_data(cls, data: dict[str, Any]) -> Report:
        """The report again; TypeError or ValueError where the data is none."""
        kinds = {field.name: type(field.default) for field in fields(cls)}
        values: dict[str, Any] = {}
        for key, value in data.items():
            value = tuple(value) if isinstance(value, list) else value
            if type(value) is not kinds.get(key):
                raise ValueError(key)
            values[key] = value
        return cls(**values)
