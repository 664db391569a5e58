"""A plugin of ours: options that `kommun` validates, whatever renderer reads them."""

from __future__ import annotations

from typing import Any

from mkdocs.plugins import BasePlugin

from kommun.configuration import ConfigurationError, Options, validated


class ConfiguredPlugin(BasePlugin):  # type: ignore[type-arg]
    """A plugin whose options are a model of `kommun.configuration`."""

    name: str
    """Its name in `mkdocs.yml`."""
    options: Options

    def load_config(
        self, options: dict[str, Any], config_file_path: str | None = None
    ) -> tuple[list[tuple[str, Exception]], list[tuple[str, str]]]:
        """Errors and warnings of the options, as MkDocs shows them."""
        try:
            self.options = validated(self.name, options)
        except ConfigurationError as error:
            return [(self.name, error)], []
        return [], []
