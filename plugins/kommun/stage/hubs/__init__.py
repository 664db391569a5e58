"""The pages that the software makes itself: one file each.

Each module holds `compose(context) -> str`, which stands below the editor's introduction, if there is one.
"""
