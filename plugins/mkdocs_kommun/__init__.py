"""The MkDocs plugins and the theme: the only code that knows MkDocs.

Each plugin is its options and a call into `kommun`.
"""
