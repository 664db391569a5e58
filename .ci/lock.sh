#!/usr/bin/env bash
# Makes requirements.lock again from pyproject.toml, for Python 3.11 and later on every system.
#
#   .ci/lock.sh              keeps the versions that still fit
#   .ci/lock.sh --upgrade    takes the newest that fit
set -eu
cd "$(dirname "$0")/.."

readonly UV=0.13.9
readonly TOOL=.cache/lock

if [ ! -x "$TOOL/bin/uv" ]; then
  .venv/bin/python -m pip --quiet --disable-pip-version-check install --target "$TOOL" "uv==$UV"
fi
"$TOOL/bin/uv" pip compile --quiet "$@" --universal --python-version 3.11 --generate-hashes \
  --no-emit-index-url --no-emit-find-links --custom-compile-command "make lock" \
  --group test pyproject.toml --output-file requirements.lock
