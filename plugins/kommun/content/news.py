"""A piece of news."""

from __future__ import annotations

from .fields import Common


class News(Common):
    pass
