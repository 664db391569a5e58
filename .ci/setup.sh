#!/usr/bin/env bash
# Sets up what the make targets need, on a bare Debian with Python, make and git.
#
#   .ci/setup.sh venv      makes .venv/ fit requirements.lock and pyproject.toml
#   .ci/setup.sh browser   prints the path of a Chromium, and installs one where there is none
#
# Everything is said on standard error; only the path of the browser goes to standard output.
set -eu
cd "$(dirname "$0")/.."

readonly VENV=.venv
readonly STAMP=$VENV/.setup
readonly OLDEST='import sys; sys.exit(sys.version_info < (3, 11))'

say() { printf '%s\n' "$@" >&2; }

stop() {
  say "" "$@" ""
  exit 1
}

# Installs Debian packages where we may: as root, or by sudo that asks for no password.
apt_install() {
  local as_root=()
  command -v apt-get >/dev/null || return 1
  if [ "$(id -u)" -ne 0 ]; then
    sudo -n true 2>/dev/null || return 1
    as_root=(sudo -n)
  fi
  say "Installerar / installing: $*"
  # A foreign source list that cannot be read must not stop us; a package that cannot be had does.
  "${as_root[@]}" apt-get update -qq >&2 || true
  "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive \
    apt-get install -qq -y --no-install-recommends -o DPkg::Lock::Timeout=120 "$@" >&2
}

# The first Python that is new enough. It is run, not only looked for: a shim may point at nothing.
find_python() {
  local candidate
  for candidate in "${PYTHON:-}" python3 python3.13 python3.12 python3.11 python3.14 python; do
    if [ -n "$candidate" ] && "$candidate" -c "$OLDEST" 2>/dev/null; then
      printf '%s\n' "$candidate"
      return
    fi
  done
  return 1
}

# Debian keeps the part of `venv` that brings pip in a package of its own.
can_make_venv() { "$1" -c 'import venv, ensurepip; ensurepip.version()' 2>/dev/null; }

make_venv() {
  local python
  python=$(find_python) || stop \
    "Python 3.11 eller nyare saknas. Installera med: apt-get install python3 python3-venv" \
    "Python 3.11 or newer is missing. Install it with: apt-get install python3 python3-venv"
  if ! can_make_venv "$python"; then
    apt_install python3-venv || true
    can_make_venv "$python" || stop \
      "$python kan inte göra en virtuell miljö. Installera med: sudo apt-get install python3-venv" \
      "$python cannot make a virtual environment. Install it with: sudo apt-get install python3-venv"
  fi
  say "Gör / making $VENV ($("$python" --version))"
  rm -rf "$VENV"
  "$python" -m venv "$VENV"
}

# What .venv/ was made from. Scripts in it hold the folder's path, so a moved folder is a new one.
wanted_state() {
  pwd -P
  sha256sum requirements.lock pyproject.toml
}

is_usable() {
  "$VENV/bin/python" -c "$OLDEST" 2>/dev/null && "$VENV/bin/python" -m pip --version >/dev/null 2>&1 || return 1
  [ ! -f "$STAMP" ] || [ "$(head -n 1 "$STAMP")" = "$(pwd -P)" ]
}

set_up_venv() {
  local state
  state=$(wanted_state)
  if [ -f "$STAMP" ] && [ "$(cat "$STAMP")" = "$state" ] && "$VENV/bin/python" -c "$OLDEST" 2>/dev/null; then
    return
  fi
  is_usable || make_venv
  rm -f "$STAMP"
  say "Installerar paketen i requirements.lock / installing the locked packages"
  local pip=("$VENV/bin/python" -m pip --quiet --disable-pip-version-check --no-input)
  "${pip[@]}" install --require-hashes -r requirements.lock
  # The build backend is locked too: nothing is fetched that the lock file does not name.
  "${pip[@]}" install --no-deps --no-build-isolation -e .
  printf '%s\n' "$state" >"$STAMP"
}

# The first browser that runs: on some systems `chromium-browser` only says where to get one.
find_browser() {
  local candidate
  for candidate in "${CHROMIUM:-}" chromium google-chrome google-chrome-stable chromium-browser; do
    if [ -n "$candidate" ] && "$candidate" --version >/dev/null 2>&1; then
      command -v "$candidate"
      return
    fi
  done
  return 1
}

set_up_browser() {
  find_browser && return
  # The example attachments are set in Liberation Sans.
  apt_install chromium fonts-liberation || true
  find_browser || stop \
    "Testerna behöver Chromium. Installera med: sudo apt-get install chromium" \
    "eller ange var den finns: CHROMIUM=/sökväg/till/chromium make test" \
    "The tests need Chromium. Install it with: sudo apt-get install chromium" \
    "or say where it is: CHROMIUM=/path/to/chromium make test"
}

case "${1:-}" in
  venv) set_up_venv ;;
  browser) set_up_browser ;;
  *) stop "Användning / usage: .ci/setup.sh venv|browser" ;;
esac
