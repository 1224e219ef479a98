#!/usr/bin/env bash
# Sets up what `make` needs; each step looks first and does only what is missing.
#
#   scripts/setup.sh system   libraries and fonts that PDFs need; stops when they cannot be had
#   scripts/setup.sh venv     .venv with the locked packages that profilegen runs on
#   scripts/setup.sh dev      adds the locked packages that the checks need
#   scripts/setup.sh tools    browser, Java and PDF tools for the tests; warns when they cannot be had
#   scripts/setup.sh npm      the page checkers from package-lock.json; warns likewise
#
# A step that is complete leaves a stamp in .venv, by which make knows it.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

PYTHON=${PYTHON:-python3}
VENV=.venv
LIBRARIES=(libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz0b libharfbuzz-subset0 fonts-noto-cjk
    fonts-noto-core)
# A command that the tests call, and the package that brings it.
TOOLS=(chromium-headless-shell:chromium-headless-shell java:default-jre-headless qpdf:qpdf pdftotext:poppler-utils
    node:nodejs npm:npm)
TOOL_LIBRARIES=(libatomic1) # for the Node.js that playwright brings

say() { printf '%s\n' "$*"; }
warn() { printf 'Warning: %s\n' "$*" >&2; }
stop() {
    printf '%s\n' "$@" >&2
    exit 1
}

# quietly COMMAND...: shows its output only when it fails.
quietly() {
    local output status=0
    output=$("$@" 2>&1) || status=$?
    if ((status)); then printf '%s\n' "$output" >&2; fi
    return "$status"
}

is_debian() { command -v dpkg-query >/dev/null && command -v apt-get >/dev/null; }
is_root() { [ "$(id -u)" -eq 0 ]; }
is_installed() {
    [[ "$(dpkg-query --show --showformat='${Status}' "$1" 2>/dev/null)" == *' installed' ]]
}

apt_line() { say "    sudo apt-get update && sudo apt-get install --no-install-recommends $*"; }

# A list that cannot be fetched need not be the one that matters: the install will tell.
apt_update() { apt-get update -qq >/dev/null 2>&1 </dev/null || true; }
apt_install() {
    DEBIAN_FRONTEND=noninteractive quietly apt-get install -y -qq --no-install-recommends \
        -o DPkg::Lock::Timeout=120 -o Dpkg::Use-Pty=0 "$@" </dev/null
}

check_python() {
    command -v "$PYTHON" >/dev/null ||
        stop "profilegen needs Python 3.11 or newer, and there is no $PYTHON here." \
            "If it has another name, type: make PYTHON=python3.12"
    "$PYTHON" -c 'import sys; sys.exit(sys.version_info < (3, 11))' ||
        stop "profilegen needs Python 3.11 or newer; $PYTHON is $("$PYTHON" -V 2>&1)." \
            "If a newer one has another name, type: make PYTHON=python3.12"
}

has_ensurepip() { "$PYTHON" -c 'import ensurepip, venv' 2>/dev/null; }

setup_system() {
    check_python
    local missing=() package tools
    if is_debian; then
        for package in "${LIBRARIES[@]}"; do
            is_installed "$package" || missing+=("$package")
        done
        has_ensurepip || missing+=(python3-venv)
        if ((${#missing[@]})); then
            tools=$(missing_tools | tr '\n' ' ')
            is_root || stop "profilegen needs system packages that are not installed here. Type:" \
                "$(apt_line "${missing[@]}")" "and then make again." \
                ${tools:+"The tests need more; for 'make test', add to that line: $tools"}
            say "Installing system packages: ${missing[*]} ..."
            apt_update
            apt_install "${missing[@]}" || stop "" \
                "The system packages could not be installed; the lines above say why. By hand:" \
                "$(apt_line "${missing[@]}")"
        fi
    fi
    has_ensurepip || stop "$PYTHON cannot make virtual environments here (it has no ensurepip)." \
        "Install the package that brings them (on Debian: python3-venv), or name another Python:" \
        "    make PYTHON=python3.12"
    is_debian || "$PYTHON" - <<'PROBE' || warn \
        "PDFs need Pango 1.44 or newer and HarfBuzz; install them if 'profilegen build' misses them."
import ctypes.util, sys
names = ("pango-1.0", "pangoft2-1.0", "harfbuzz", "harfbuzz-subset")
sys.exit(not all(ctypes.util.find_library(name) for name in names))
PROBE
}

# The installer is locked like everything that it installs, and its hashes lie in the same file.
# Any pip can fetch one pinned wheel; how far the rest of a lock can be read differs between pips.
bootstrap_uv() {
    local version
    version=$(sed -n 's/^uv==\([^ ;]*\).*/\1/p' requirements.lock)
    [ "$("$VENV/bin/uv" --version 2>/dev/null | cut -d' ' -f2)" != "$version" ] || return 0
    "$VENV/bin/python" -m pip -V >/dev/null 2>&1 || "$VENV/bin/python" -m ensurepip >/dev/null
    sed -n '/^uv==/,/^[^ ]/{/^uv==/p;/^ .*--hash/p}' requirements.lock >"$VENV/uv.txt"
    quietly "$VENV/bin/python" -m pip install --quiet --disable-pip-version-check \
        --require-hashes --no-deps -r "$VENV/uv.txt"
}

# install LOCK: exactly the packages of a lock file, then profilegen itself, from this folder.
install() {
    local uv=("$VENV/bin/uv" --quiet --no-progress)
    # The machine's own certificates: many networks look into what passes, and have theirs there.
    export UV_PYTHON_DOWNLOADS=never UV_SYSTEM_CERTS=true VIRTUAL_ENV="$PWD/$VENV"
    bootstrap_uv && quietly "${uv[@]}" pip sync --require-hashes "$1" ||
        stop "" "The Python packages could not be installed; the lines above say why."
    # What builds it comes from the lock as well, so nothing that is not pinned is fetched.
    quietly "${uv[@]}" pip install --no-deps --no-build-isolation --editable . ||
        stop "" "profilegen itself could not be installed; the lines above say why."
}

setup_venv() {
    if [ ! -e "$VENV/.home" ]; then
        say "Setting up $VENV (first time, about a minute) ..."
    else
        say "Updating $VENV ..."
    fi
    # A folder that was copied or moved, or a Python that is gone, leaves nothing to build on.
    if [ "$(cat "$VENV/.home" 2>/dev/null)" != "$(pwd -P)" ] || ! "$VENV/bin/python" -c '' 2>/dev/null; then
        quietly "$PYTHON" -m venv --clear "$VENV"
    fi
    install requirements.lock
    pwd -P >"$VENV/.home"
    touch "$VENV/.stamp-venv"
}

setup_dev() {
    say "Adding the packages for the checks to $VENV ..."
    install requirements-dev.lock
    touch "$VENV/.stamp-dev"
}

missing_tools() {
    local pair package
    for pair in "${TOOLS[@]}"; do
        command -v "${pair%%:*}" >/dev/null || say "${pair##*:}"
    done
    is_debian || return 0
    for package in "${TOOL_LIBRARIES[@]}"; do
        is_installed "$package" || say "$package"
    done
}

setup_tools() {
    local missing package
    mapfile -t missing < <(missing_tools)
    if ((${#missing[@]})) && is_debian && is_root; then
        say "Installing tools for the tests: ${missing[*]} ..."
        apt_update
        # Some of them are better than none.
        apt_install "${missing[@]}" || if ((${#missing[@]} > 1)); then
            for package in "${missing[@]}"; do apt_install "$package" || true; done
        fi
        hash -r
        mapfile -t missing < <(missing_tools)
    fi
    if ((${#missing[@]})); then
        warn "the tests that need these will be skipped: ${missing[*]}"
        if is_debian; then
            printf '%s\n' "To install them, type:" "$(apt_line "${missing[@]}")" >&2
        fi
    else
        touch "$VENV/.stamp-tools"
    fi
}

setup_npm() {
    if ! command -v npm >/dev/null; then
        warn "npm is missing; the tests that check pages with axe-core and vnu will be skipped."
        return
    fi
    say "Installing the page checkers (npm) ..."
    # Both packages work as they are unpacked; an install script has nothing to add.
    # Few retries: without a network the default ones take two minutes.
    if quietly npm ci --loglevel=error --no-audit --no-fund --ignore-scripts --prefer-offline \
        --fetch-retries=2 --fetch-retry-mintimeout=1000 --fetch-retry-maxtimeout=5000 </dev/null; then
        touch node_modules/.stamp
    else
        warn "npm could not install the page checkers; the tests that need them will be skipped."
    fi
}

case "${1:-}" in
system | venv | dev | tools | npm) "setup_$1" ;;
*) stop "usage: scripts/setup.sh system|venv|dev|tools|npm" ;;
esac
