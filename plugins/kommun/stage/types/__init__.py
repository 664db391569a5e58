"""The pages of the types of document: one file each, found by its name.

Each module holds `compose(context, entry) -> str`: the Markdown under the page's title.
"""
