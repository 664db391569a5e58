"""A newer version of the program: `python -m kommun.editor.pinning VERSION` writes what `package.yml` must say of it.

Read the package's changes first, then run the tests of `tests/editor`.
"""

from __future__ import annotations

import hashlib
import re
import sys

from .package import LOCK, integrity, members, packed, pinned

_COMMENT = """\
# Redaktionssidans program: npm-paketet, dess version och kontrollsumma, och de filer som publiceras.
# Görs om för en ny version med: python -m kommun.editor.pinning VERSION
"""
_START = "npm/index.js"
_NEEDED = re.compile(r"""from"\./(?P<chunk>chunks/[\w.-]+\.js)"|`(?P<font>assets/[\w.-]+\.woff2)`""")
_ON_DEMAND = re.compile(r"import\(`\./(chunks/shiki-engine[\w.-]*\.js)`\)")
"""Code in a text is shown with this one."""
_LICENCES = re.compile(r"assets/[a-z0-9-]+?-(?:latin|wght)")


def lock(name: str, version: str, package: bytes) -> str:
    """The text of `package.yml` for a package."""
    start = members(package, frozenset((_START,)))[_START].decode()
    needed = {found["chunk"] or found["font"] for found in _NEEDED.finditer(start)} | set(_ON_DEMAND.findall(start))
    licences = {
        f"{path[: match.end()].rpartition('-')[0]}.LICENSE.txt" for path in needed if (match := _LICENCES.match(path))
    }
    wanted = {
        "LICENSE.txt",
        _START,
        "locales/sv.json",
        "locales/fi.json",
        *(f"npm/{path}" for path in needed | licences),
    }
    files = members(package, frozenset(wanted))
    if missing := wanted - files.keys():
        raise SystemExit(f"{name} {version}: {', '.join(sorted(missing))}")
    lines = [f'name: "{name}"', f"version: {version}", f"integrity: {integrity(package)}", "files:"]
    lines += [f"  {path}: {hashlib.sha256(files[path]).hexdigest()}" for path in sorted(files)]
    return _COMMENT + "\n".join(lines) + "\n"


if __name__ == "__main__":
    name = pinned().name
    LOCK.write_text(lock(name, sys.argv[1], packed(name, sys.argv[1])), encoding="utf-8")
